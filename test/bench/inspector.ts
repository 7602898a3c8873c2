import { once } from 'node:events';
import { createServer } from 'node:net';
import { z } from 'zod';

/** What V8 says of a worker's heap, in bytes. */
export interface Heap {
  /** what lives in it, with what it holds outside of it */
  readonly used: number;
  /** what is reserved for it */
  readonly total: number;
}

const answer_ms_max = 20_000;

const targets = z.array(z.object({ webSocketDebuggerUrl: z.string() })).min(1);
const answer = z.object({ id: z.number(), result: z.unknown() });
const usage = z.object({
  usedSize: z.number(),
  totalSize: z.number(),
  backingStorageSize: z.number().default(0),
  embedderHeapUsedSize: z.number().default(0),
});

/** A port of loopback that nobody listens on just now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

/** A debugger attached to a running worker, the one isolate in which it and all its actors live. */
async function attach(port: number) {
  const [target] = targets.parse(await (await fetch(`http://127.0.0.1:${port}/json`)).json());
  const socket = new WebSocket(target?.webSocketDebuggerUrl ?? '');
  await once(socket, 'open');
  const waiting = new Map<number, (result: unknown) => void>();
  socket.addEventListener('message', ({ data }) => {
    const said = answer.safeParse(JSON.parse(String(data)));
    if (said.success) waiting.get(said.data.id)?.(said.data.result);
  });
  let nth = 0;
  const ask = (method: string) =>
    new Promise<unknown>((resolve, reject) => {
      setTimeout(() => reject(new Error(`the debugger does not answer ${method}`)), answer_ms_max).unref();
      nth += 1;
      waiting.set(nth, resolve);
      socket.send(JSON.stringify({ id: nth, method, params: {} }));
    });
  return { ask, close: () => socket.close() };
}

/**
 * The worker's heap as it is, and once everything that nothing refers to is collected; null: it was not, because the runtime
 * does not always answer that.
 */
export async function heapOf(port: number): Promise<{ before: Heap; after: Heap | null }> {
  const { ask, close } = await attach(port);
  const look = async (): Promise<Heap> => {
    const { usedSize, totalSize, backingStorageSize, embedderHeapUsedSize } = usage.parse(
      await ask('Runtime.getHeapUsage'),
    );
    return { used: usedSize + backingStorageSize + embedderHeapUsedSize, total: totalSize };
  };
  const before = await look();
  await ask('HeapProfiler.enable');
  const isCollected = await ask('HeapProfiler.collectGarbage').then(
    () => true,
    () => false,
  );
  const after = isCollected ? await look() : null;
  close();
  return { before, after };
}
