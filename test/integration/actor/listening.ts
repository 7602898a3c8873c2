import type { Principal } from '../../../schema/domain/permissions.ts';

interface Door {
  fetch(url: string, init: RequestInit): Promise<Response>;
}

export interface HeardFrame {
  seq: number;
  html: string;
  text: string;
}

const headersOf = (principal: Principal, session: string) => ({
  'x-vetra-principal': JSON.stringify({
    ...principal,
    permissions: ['claim.view', 'facility.claim.view', 'me.view'],
  }),
  'x-vetra-session': session,
});

const frameOf = (text: string): HeardFrame => {
  const space = text.indexOf(' ');
  return { seq: Number(text.slice(0, space)), html: text.slice(space + 1), text };
};

/** Opens a socket to an actor as the worker would, and remembers what it hears. */
export async function listen(
  door: Door,
  principal: Principal,
  { see, since, session = 'session' }: { see: string; since?: number; session?: string },
) {
  const address = `http://actor/?see=${see}${since === undefined ? '' : `&since=${since}`}`;
  const response = await door.fetch(address, {
    headers: { ...headersOf(principal, session), upgrade: 'websocket' },
  });
  const socket = response.webSocket;
  if (!socket) throw new Error(`no socket: ${response.status}`);
  const heard: HeardFrame[] = [];
  const waiting: (() => void)[] = [];
  socket.addEventListener('message', ({ data }) => {
    heard.push(frameOf(String(data)));
    for (const wake of waiting.splice(0)) wake();
  });
  const ended = new Promise<number>((resolve) =>
    socket.addEventListener('close', ({ code }) => resolve(code)),
  );
  socket.accept();
  return {
    frames: () => [...heard],
    ended,
    say: (text: string) => socket.send(text),
    close: () => socket.close(1000, 'done'),
    /** Waits for frames until they are what is asked for. */
    async until(enough: (frames: HeardFrame[]) => boolean): Promise<HeardFrame[]> {
      while (!enough(heard)) await new Promise<void>((resolve) => waiting.push(resolve));
      return [...heard];
    },
  };
}

/** Opens the stream of server-sent events. */
export async function listenByEvents(
  door: Door,
  principal: Principal,
  { see, lastEventId }: { see: string; lastEventId: number },
) {
  const response = await door.fetch(`http://actor/?see=${see}`, {
    headers: {
      ...headersOf(principal, 'session'),
      accept: 'text/event-stream',
      'last-event-id': String(lastEventId),
    },
  });
  if (!response.body) throw new Error('no stream');
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    async next(): Promise<{ id: number; data: string }> {
      for (;;) {
        const end = text.indexOf('\n\n');
        if (end >= 0) {
          const block = text.slice(0, end);
          text = text.slice(end + 2);
          const id = /^id: (\d+)$/m.exec(block)?.[1];
          const data = /^data: (.*)$/m.exec(block)?.[1];
          if (id !== undefined && data !== undefined) return { id: Number(id), data };
          continue;
        }
        const { value, done } = await reader.read();
        if (done) throw new Error('the stream ended');
        text += value;
      }
    },
    close: () => reader.cancel(),
  };
}
