import type { Context } from 'hono';
import type { EventView } from '../../../../schema/api/event-view.ts';
import { type Refusal, refuse } from '../../../../schema/domain/refusal.ts';
import { authenticateKey } from '../../../directory/api-keys.ts';
import type { AppEnv } from '../../../env.ts';
import { listen } from '../../../live/listen.ts';
import type { Reach } from '../../reach.ts';
import { readEvents } from './read-events.ts';

/** How long a stream says nothing at most: proxies close what they take for dead. */
const quiet_ms_max = 15_000;
const events_max = 500;

const textOf = (event: EventView) =>
  `id: ${event.seq}\nevent: ${event.kind}\ndata: ${JSON.stringify(event)}\n\n`;

/** Resolves to true when something may have happened, to false when the actor has stopped telling. */
function openBell(told: ReadableStream<Uint8Array>) {
  const reader = told.getReader();
  const hear = () => {
    const read = reader.read();
    // Closing cancels the read under way, which nobody waits for any more.
    read.catch(() => undefined);
    return read;
  };
  let heard = hear();
  return {
    async next(): Promise<boolean> {
      const quiet = new Promise<null>((resolve) => setTimeout(resolve, quiet_ms_max, null));
      const chunk = await Promise.race([heard, quiet]);
      if (chunk === null) return true;
      if (!chunk.done) heard = hear();
      return !chunk.done;
    },
    close: () => reader.cancel(),
  };
}

/** Sends what has happened since `after`, and then what happens, for as long as the key is good. */
async function send(
  c: Context<AppEnv>,
  reach: Reach,
  after: number,
  told: ReadableStream,
  out: WritableStream,
) {
  const bell = openBell(told);
  const writer = out.getWriter();
  const write = (text: string) => writer.write(new TextEncoder().encode(text));
  try {
    for (let last = after, good = true; good; ) {
      const page = await readEvents(c, reach, { after: last, limit: events_max });
      await write(page.data.map(textOf).join('') || ': nothing new\n\n');
      last = page.next;
      if (page.more) continue;
      good = (await bell.next()) && (await authenticateKey(c.env, c.req.header('x-api-key') ?? '')) !== null;
    }
  } finally {
    await bell.close();
    await writer.close();
  }
}

/** The same events as a stream (server-sent events), as they happen: within a second or so. */
export async function streamEvents(
  c: Context<AppEnv>,
  reach: Reach,
  after: number,
): Promise<Response | Refusal> {
  const told = await listen(c);
  if (!told.ok || told.body === null) return refuse('unavailable', 'The stream cannot be opened just now.');
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  // It ends when the reader goes away: then there is nobody left to tell.
  send(c, reach, after, told.body, writable).catch(() => undefined);
  return new Response(readable, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
  });
}
