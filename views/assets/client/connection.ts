export type Connection = { say(text: string): void; close(): void };

type Wires = {
  /** The address to open, with what was seen last: asked again for every attempt. */
  address: (scheme: 'ws' | 'http') => URL;
  hear: (frame: string) => void;
};

const BEAT_MS = 45_000;
/** The close code that means: the session is over. */
const SESSION_OVER = 4401;

/** A socket that comes back by itself, ever more slowly; server-sent events where sockets do not open. */
export function connect({ address, hear }: Wires): Connection {
  let socket: WebSocket | null = null;
  let events: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let everOpen = false;
  let answered = true;
  let answers = false;
  let closed = false;

  const again = () => {
    if (closed) return;
    clearTimeout(timer);
    timer = setTimeout(open, Math.min(30_000, 500 * 2 ** failures) * (0.5 + Math.random()));
    failures++;
  };

  const openEvents = () => {
    events?.close();
    events = new EventSource(address('http'));
    events.onmessage = ({ data }) => hear(String(data));
  };

  const openSocket = () => {
    const mine = new WebSocket(address('ws'));
    socket = mine;
    mine.onopen = () => {
      failures = 0;
      everOpen = answered = true;
    };
    mine.onmessage = ({ data }) => {
      answered = true;
      if (data === 'pong') answers = true;
      else hear(String(data));
    };
    mine.onclose = ({ code }) => {
      if (socket !== mine) return;
      socket = null;
      if (code === SESSION_OVER) hear('0 !end');
      else again();
    };
  };

  function open(): void {
    if (closed || socket || events) return;
    if (!everOpen && failures > 1) openEvents();
    else openSocket();
  }

  // A line that died silently is found by a beat without an answer, once the server is known to answer beats.
  const beat = setInterval(() => {
    if (socket?.readyState !== WebSocket.OPEN) return;
    if (answers && !answered) return socket.close();
    answered = false;
    socket.send('ping');
  }, BEAT_MS);

  const online = () => {
    failures = 0;
    clearTimeout(timer);
    open();
  };
  addEventListener('online', online);
  open();

  return {
    say(text) {
      if (socket?.readyState === WebSocket.OPEN) socket.send(text);
      else if (events) openEvents();
    },
    close() {
      closed = true;
      clearTimeout(timer);
      clearInterval(beat);
      removeEventListener('online', online);
      socket?.close();
      events?.close();
      socket = events = null;
    },
  };
}
