import { accountsOf } from '../../schema/domain/audience.ts';
import type { Permission } from '../../schema/domain/permissions.ts';
import { openEventStream } from './event-stream.ts';
import { Hearing, type Look, readLook } from './hearing.ts';
import { type Listener, Listeners, readListener, readSince, type Sink } from './listeners.ts';
import type { CountersMoved, Frame, LiveEvent, NoticeGlance } from './live-event.ts';
import type { Outgoing } from './outbox.ts';
import { Ring } from './ring.ts';
import { topicsOf } from './topics.ts';

export interface BellParts {
  /** what one must be allowed to see, to listen at all */
  permission: Permission;
  frames: (event: LiveEvent) => Frame[];
  /** events after a number, told again from the journal up to `upTo`; null: too many */
  missed: (since: number) => Promise<{ events: LiveEvent[] | null; upTo: number }>;
  /** the counters as they are now; null: there is nothing to count */
  counters: (notices: NoticeGlance[], noticesNew: number) => CountersMoved | null;
}

/** Everyone who does not look at a change hears of it at most this often. */
const counters_ms = 1_000;
const notices_max = 5;
/** A send takes some 30 µs of the actor's one thread: so many are 2 ms. */
const slice_sends = 64;
const slice_pause_ms = 4;
/** More events than this are not told again one by one. */
const replayed_max = 300;
/** So many browsers, or programs, of one person: each has one stream of an organisation. */
const each_account_max = 100;
/** Sent, and then the socket is closed with `closed_code`: the session is over. */
const end = '0 !end';
const closed_code = 4401;

const sinkOf = (socket: WebSocket): Sink => ({
  send: (text) => socket.send(text),
  close: () => socket.close(closed_code, 'the session is over'),
});

/** The live stream of an organisation: sockets that outlive the actor's sleep, resumed by journal number. */
export class Bell {
  readonly #ctx: DurableObjectState;
  readonly #parts: BellParts;
  readonly #listeners = new Listeners();
  readonly #hearing = new Hearing();
  readonly #sinks = new WeakMap<WebSocket, Sink>();
  readonly #ring = new Ring(Number.MAX_SAFE_INTEGER);
  #notices: NoticeGlance[] = [];
  #noticesNew = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(ctx: DurableObjectState, parts: BellParts) {
    this.#ctx = ctx;
    this.#parts = parts;
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'));
    for (const socket of ctx.getWebSockets()) {
      const listener: Listener | null = socket.deserializeAttachment();
      if (listener) this.#listeners.add(this.#sink(socket), listener);
    }
  }

  #sink(socket: WebSocket): Sink {
    const sink = this.#sinks.get(socket) ?? sinkOf(socket);
    this.#sinks.set(socket, sink);
    return sink;
  }

  /** Memory starts at this number: what came before is told from the journal. */
  startedAt(seq: number): void {
    this.#ring.restart(seq);
  }

  /** A socket, or a stream of events, from `since` on. */
  async open(request: Request): Promise<Response> {
    const listener = readListener(request, this.#parts.permission);
    if (!listener) return new Response('You may not listen here.', { status: 403 });
    const { account } = listener;
    if (this.#listeners.where((each) => each.account === account).length >= each_account_max)
      return new Response('You listen in too many places. Close some.', { status: 429 });
    const { searchParams } = new URL(request.url);
    const since = readSince(request.headers.get('last-event-id')) ?? readSince(searchParams.get('since'));
    const replay = await this.#replay(since, listener.see);
    // From here on nothing is awaited: what is published next goes to the listener as well, after the replay.
    if (request.headers.get('upgrade')?.toLowerCase() !== 'websocket') {
      const stream = openEventStream((sink) => this.#listeners.remove(sink));
      this.#listeners.add(stream.sink, listener);
      for (const text of replay()) stream.sink.send(text);
      return stream.response;
    }
    const { 0: client, 1: server } = new WebSocketPair();
    this.#ctx.acceptWebSocket(server, [`account:${listener.account}`, `session:${listener.session}`]);
    server.serializeAttachment(listener);
    this.#listeners.add(this.#sink(server), listener);
    for (const text of replay()) server.send(text);
    return new Response(null, { status: 101, webSocket: client });
  }

  /** `see <since> <topics>`: the browser's tabs look at other things now. */
  async heard(socket: WebSocket, message: string | ArrayBuffer): Promise<void> {
    const look = readLook(message);
    if (look) await this.#hearing.hear(socket, look, (each) => this.#look(socket, each));
  }

  async #look(socket: WebSocket, { since, see }: Look): Promise<void> {
    const replay = await this.#replay(since, see);
    // Asked for afterwards: it may have been ended meanwhile.
    const listener = this.#listeners.get(this.#sink(socket));
    if (!listener) return;
    const next = { ...listener, see };
    socket.serializeAttachment(next);
    this.#listeners.add(this.#sink(socket), next);
    for (const text of replay()) socket.send(text);
  }

  /** Whether anybody looks at a topic. */
  looksAt(topic: string): boolean {
    return this.#listeners.has(topic);
  }

  gone(socket: WebSocket): void {
    this.#listeners.remove(this.#sink(socket));
  }

  /** Whether an account listens, from anywhere. */
  hears(account: string): boolean {
    return this.#listeners.where((listener) => listener.account === account).length > 0;
  }

  /** Ends everything that a session, or an account, listens with. */
  end(which: { session: string } | { account: string }): void {
    const [name, value] = Object.entries(which)[0] ?? [];
    this.#end((listener) => (name === 'session' ? listener.session : listener.account) === value);
  }

  /** Ends everything that anybody listens with. */
  endAll(): void {
    this.#end(() => true);
  }

  #end(test: (listener: Listener) => boolean): void {
    for (const sink of this.#listeners.where(test)) {
      this.#send(sink, end);
      sink.close();
      this.#listeners.remove(sink);
    }
  }

  /** The directory has heard of these people: whoever came back with what it said of them before has to come again. */
  told(batch: readonly Pick<Outgoing, 'news' | 'subject'>[]): void {
    for (const { news, subject } of batch)
      if (news === 'PutStaff') this.end({ account: subject.slice('staff:'.length) });
  }

  /** Tells those who look at a change at once, and everyone else soon. */
  publish(events: readonly LiveEvent[], notices: readonly NoticeGlance[]): void {
    this.#ring.push(events);
    if (this.#listeners.size === 0) return;
    for (const event of events) this.#tell(event);
    this.#notices = [...this.#notices, ...notices].slice(-notices_max);
    this.#noticesNew += notices.filter(({ audience }) => accountsOf(audience) === null).length;
    this.#timer ??= setTimeout(() => this.#tellCounters(), counters_ms);
  }

  /** Tells those who look now, and nobody later: what is no news, and is in no journal. */
  pass(event: LiveEvent & { seq: 0 }): void {
    this.#tell(event);
  }

  #tellCounters(): void {
    this.#timer = null;
    const event = this.#parts.counters(this.#notices, this.#noticesNew);
    this.#notices = [];
    this.#noticesNew = 0;
    if (!event) return;
    const said: [Sink, string][] = [];
    for (const { see, html } of this.#parts.frames(event))
      for (const sink of this.#listeners.of(see)) said.push([sink, `${event.seq} ${html}`]);
    this.#sayInSlices(said);
  }

  /** Hundreds of sends at once would hold back what somebody looks at: other work goes in between. */
  #sayInSlices(said: [Sink, string][], from = 0): void {
    for (const [sink, text] of said.slice(from, from + slice_sends))
      if (this.#listeners.get(sink)) this.#send(sink, text);
    if (from + slice_sends < said.length)
      setTimeout(() => this.#sayInSlices(said, from + slice_sends), slice_pause_ms);
  }

  #tell(event: LiveEvent): void {
    const topics = topicsOf(event);
    if (topics && !topics.some((topic) => this.#listeners.has(topic))) return;
    for (const { see, html } of this.#parts.frames(event))
      for (const sink of this.#listeners.of(see)) this.#send(sink, `${event.seq} ${html}`);
  }

  #send(sink: Sink, text: string): void {
    try {
      sink.send(text);
    } catch {
      this.#listeners.remove(sink);
    }
  }

  /** What a listener has missed, as a function that is called when they are listening: until then more may happen. */
  async #replay(since: number | null, see: readonly string[]): Promise<() => string[]> {
    if (since === null) return () => [];
    const kept = () => this.#ring.after(since);
    if (kept()) return () => this.#textsOf(kept() ?? [], see);
    const told = await this.#parts.missed(since).catch(() => ({ events: null, upTo: since }));
    return () => {
      const later = told.events && this.#ring.after(told.upTo);
      return later ? this.#textsOf([...(told.events ?? []), ...later], see) : [`${told.upTo} !stale`];
    };
  }

  /** Making frames takes this thread from everyone: who has missed too many looks again instead. */
  #textsOf(events: readonly LiveEvent[], see: readonly string[]): string[] {
    const seen = events.filter((event) => topicsOf(event)?.some((topic) => see.includes(topic)));
    const last = events[events.length - 1];
    if (last && seen.length > replayed_max) return [`${last.seq} !stale`];
    return seen.flatMap((event) =>
      this.#parts
        .frames(event)
        .filter((frame) => see.includes(frame.see))
        .map((frame) => `${event.seq} ${frame.html}`),
    );
  }
}
