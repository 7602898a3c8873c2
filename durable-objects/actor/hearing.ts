import { readSince, readTopics } from './listeners.ts';

/** What a socket says: it looks at these topics now, and knows them up to a number; null: it knows nothing yet. */
export interface Look {
  since: number | null;
  see: string[];
}

/** Twenty topics of eighty characters, and the number. */
const said_max = 2_000;
/** A socket that goes on talking is heard so often. */
const pause_ms = 250;

/** Reads `see <since> <topics>`; null: it is something else. */
export function readLook(message: string | ArrayBuffer): Look | null {
  if (typeof message !== 'string' || message.length > said_max) return null;
  const [word, since, topics = ''] = message.split(' ');
  return word === 'see' ? { since: readSince(since), see: readTopics(topics) } : null;
}

/** One look that does for two: at what was said last, from the older of both numbers on. */
const merged = (one: Look | null, other: Look): Look => ({
  since:
    one?.since != null && other.since !== null
      ? Math.min(one.since, other.since)
      : (other.since ?? one?.since ?? null),
  see: other.see,
});

/**
 * Serves each socket one look at a time: telling again what was missed reads the journal, and a socket that says a
 * thousand things a second would have it read a thousand times. What comes meanwhile waits, as one look.
 */
export class Hearing {
  readonly #waiting = new WeakMap<object, { look: Look | null }>();

  async hear(socket: object, look: Look, serve: (look: Look) => Promise<void>): Promise<void> {
    const busy = this.#waiting.get(socket);
    if (busy) {
      busy.look = merged(busy.look, look);
      return;
    }
    const own: { look: Look | null } = { look };
    this.#waiting.set(socket, own);
    try {
      while (own.look) {
        const next = own.look;
        own.look = null;
        await serve(next);
        if (own.look) await new Promise((resolve) => setTimeout(resolve, pause_ms));
      }
    } finally {
      this.#waiting.delete(socket);
    }
  }
}
