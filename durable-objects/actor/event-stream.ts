import type { Sink } from './listeners.ts';

/** The same frames as server-sent events, for networks that break sockets: `id: <seq>`, `data: <frame>`. */
export function openEventStream(onEnd: (sink: Sink) => void): { sink: Sink; response: Response } {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const encoder = new TextEncoder();
  const write = (text: string) => {
    writer.write(encoder.encode(text)).catch(() => onEnd(sink));
  };
  const sink: Sink = {
    send: (frame) => {
      const seq = frame.slice(0, frame.indexOf(' '));
      // Number 0 is not in the journal: nobody resumes from it.
      write(`${seq === '0' ? '' : `id: ${seq}\n`}data: ${frame.replaceAll('\n', ' ')}\n\n`);
    },
    close: () => {
      writer.close().catch(() => undefined);
    },
  };
  writer.closed.catch(() => undefined).finally(() => onEnd(sink));
  // A first comment sends the headers, so that the browser knows that it is connected.
  write(': listening\n\n');
  return {
    sink,
    response: new Response(readable, {
      headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
    }),
  };
}
