type Wires = {
  /** The address to open, with what was seen last: asked again for every attempt. */
  address: (scheme: 'ws' | 'http') => URL;
  hear: (frame: string) => void;
};

const BEAT_MS = 45_000;
const SLOWEST_MS = 30_000;
/** The close code that means: the session is over. */
const SESSION_OVER = 4401;

/** A socket that comes back by itself, ever more slowly; server-sent events where sockets do not open. */
export class Connection {
  #wires: Wires;
  #socket: WebSocket | null = null;
  #events: EventSource | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #beat = setInterval(() => this.#check(), BEAT_MS);
  #failures = 0;
  #everOpen = false;
  #closed = false;
  /** Whether the last beat was answered, and whether any ever was. */
  #answered = true;
  #answers = false;

  constructor(wires: Wires) {
    this.#wires = wires;
    addEventListener('online', this.#online);
    this.#open();
  }

  say(text: string): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(text);
    else if (this.#events) this.#openEvents();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    clearInterval(this.#beat);
    removeEventListener('online', this.#online);
    this.#socket?.close();
    this.#events?.close();
  }

  #online = () => {
    this.#failures = 0;
    clearTimeout(this.#timer);
    this.#open();
  };

  #open(): void {
    if (this.#closed || this.#socket || this.#events) return;
    if (!this.#everOpen && this.#failures > 1) this.#openEvents();
    else this.#openSocket();
  }

  #openEvents(): void {
    this.#events?.close();
    this.#events = new EventSource(this.#wires.address('http'));
    this.#events.onmessage = ({ data }) => this.#wires.hear(String(data));
  }

  #openSocket(): void {
    const socket = new WebSocket(this.#wires.address('ws'));
    this.#socket = socket;
    socket.onopen = () => {
      this.#failures = 0;
      this.#everOpen = this.#answered = true;
    };
    socket.onmessage = ({ data }) => {
      this.#answered = true;
      if (data === 'pong') this.#answers = true;
      else this.#wires.hear(String(data));
    };
    socket.onclose = ({ code }) => {
      this.#socket = null;
      if (this.#closed) return;
      if (code === SESSION_OVER) this.#wires.hear('0 !end');
      else this.#again();
    };
  }

  #again(): void {
    const pause = Math.min(SLOWEST_MS, 500 * 2 ** this.#failures++);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#open(), pause * (0.5 + Math.random()));
  }

  /** A line that died silently is found by a beat without an answer, once the server is known to answer beats. */
  #check(): void {
    if (this.#socket?.readyState !== WebSocket.OPEN) return;
    if (this.#answers && !this.#answered) {
      this.#socket.close();
      return;
    }
    this.#answered = false;
    this.#socket.send('ping');
  }
}
