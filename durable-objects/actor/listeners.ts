import type { Permission, Principal } from '../../schema/domain/permissions.ts';

/** What is known of one open socket; it lives in the socket's attachment, so that it survives the actor's sleep. */
export interface Listener {
  account: string;
  session: string;
  see: string[];
}

/** Topics as they are said: separated by commas; at most 20 of at most 80 characters. */
export function readTopics(text: string): string[] {
  const topics = text.split(',').filter((topic) => /^[a-z]+(:[A-Za-z0-9-]{1,70})?$/.test(topic));
  return [...new Set(topics)].slice(0, 20);
}

/** A journal number as it is said; null when it is none. */
export function readSince(text: string | null | undefined): number | null {
  return text && /^\d{1,15}$/.test(text) ? Number(text) : null;
}

/** Who listens, by the headers that the worker sets; null when they may not, or nobody said who it is. */
export function readListener(request: Request, needed: Permission): Listener | null {
  const text = request.headers.get('x-vetra-principal');
  if (!text) return null;
  const principal: Partial<Principal> = JSON.parse(text);
  if (typeof principal.id !== 'string' || !principal.permissions?.includes(needed)) return null;
  const see = readTopics(new URL(request.url).searchParams.get('see') ?? '');
  return { account: principal.id, session: request.headers.get('x-vetra-session') ?? '', see };
}

/** Somewhere frames go: a socket, or a stream of events. */
export interface Sink {
  send(text: string): void;
  close(): void;
}

const personal = 'account:';

/** Who listens to what. It can be made again from the sockets' attachments. */
export class Listeners {
  readonly #listeners = new Map<Sink, Listener>();
  readonly #byTopic = new Map<string, Set<Sink>>();

  get size(): number {
    return this.#listeners.size;
  }

  add(sink: Sink, listener: Listener): void {
    this.remove(sink);
    this.#listeners.set(sink, listener);
    for (const topic of listener.see) {
      const sinks = this.#byTopic.get(topic) ?? new Set();
      this.#byTopic.set(topic, sinks.add(sink));
    }
  }

  remove(sink: Sink): void {
    for (const topic of this.#listeners.get(sink)?.see ?? []) {
      const sinks = this.#byTopic.get(topic);
      sinks?.delete(sink);
      if (sinks?.size === 0) this.#byTopic.delete(topic);
    }
    this.#listeners.delete(sink);
  }

  get(sink: Sink): Listener | undefined {
    return this.#listeners.get(sink);
  }

  /** Those who look at a topic; `*`: everyone; `account:<id>`: one person, which nobody can ask for. */
  of(topic: string): Iterable<Sink> {
    if (topic.startsWith(personal)) {
      const account = topic.slice(personal.length);
      return this.where((listener) => listener.account === account);
    }
    return topic === '*' ? this.#listeners.keys() : (this.#byTopic.get(topic) ?? []);
  }

  /** Whether anybody looks at a topic. */
  has(topic: string): boolean {
    return this.#byTopic.has(topic);
  }

  where(test: (listener: Listener) => boolean): Sink[] {
    return [...this.#listeners].filter(([, listener]) => test(listener)).map(([sink]) => sink);
  }
}
