import type { Company } from './company.ts';

/** What cannot be told from here: a request whose client has gone ends without a word. After so long it is taken for gone. */
const gone_ms = 10_000;
const look_ms_min = 5;
const look_ms_max = 2_000;
/** Whoever waits and has not looked for so long has gone. */
const unseen_ms = 2 * look_ms_max + 1_000;
/** the most callers remembered; one that is forgotten starts anew */
const callers_max = 10_000;

/** One caller's requests, each by the number in which it came. */
interface Line {
  /** how many came, and how many of them have begun: the rest is before whoever comes next */
  came: number;
  begun: number;
  /** when each began, oldest first */
  working: Map<number, number>;
  /** when each last looked, in the order in which they came */
  waiting: Map<number, number>;
  /** how long one takes from the moment it is worked on, as of late */
  each_ms: number;
}

const newLine = (): Line => ({
  came: 0,
  begun: 0,
  working: new Map(),
  waiting: new Map(),
  each_ms: look_ms_min,
});

function forgetBefore(times: Map<number, number>, earliest: number): void {
  for (const [ticket, at] of times) {
    if (at > earliest) return;
    times.delete(ticket);
  }
}

/** Whether so few wait before it that it may take a place it finds: the first ones may just be asleep. */
function isNear({ waiting }: Line, nth: number, places: number): boolean {
  let before = 0;
  for (const ticket of waiting.keys()) {
    if (ticket === nth) return true;
    before += 1;
    if (before >= 2 * places) return false;
  }
  return true;
}

/** What is handed in: who else is here, the time. */
export interface AtOnceParts {
  /** how many of one caller may wait */
  waiting_max: number;
  company: Company;
  clock: () => number;
  sleep: (ms: number) => Promise<void>;
}

/**
 * Works on so many requests of one caller at once as there is room for beside the others; the rest waits, about in the order
 * in which it came, before anything is done for it, so that a burst costs those behind it little. They look for themselves
 * whether it is their turn, about when it should be: requests cannot wait for one another's promises, and one that is gone
 * holds up nobody.
 */
export class AtOnce {
  readonly #parts: AtOnceParts;
  readonly #lines = new Map<string, Line>();

  constructor(parts: AtOnceParts) {
    this.#parts = parts;
  }

  #lineOf(caller: string): Line {
    const line = this.#lines.get(caller) ?? newLine();
    this.#lines.set(caller, line);
    const [oldest] = this.#lines.size > callers_max ? this.#lines.keys() : [];
    if (oldest !== undefined) this.#lines.delete(oldest);
    return line;
  }

  /** Waits for a turn; what to call when the request is done. Null: too many wait already. */
  async enter(caller: string): Promise<(() => void) | null> {
    const { clock, company, sleep, waiting_max } = this.#parts;
    const line = this.#lineOf(caller);
    const { waiting, working } = line;
    forgetBefore(waiting, clock() - unseen_ms);
    if (waiting.size >= waiting_max) return null;
    const nth = line.came;
    line.came += 1;
    for (;;) {
      const now = clock();
      forgetBefore(waiting, now - unseen_ms);
      forgetBefore(working, now - gone_ms);
      const wanted = working.size + waiting.size + (waiting.has(nth) ? 0 : 1);
      const places = company.places(caller, wanted, now);
      if (working.size < places && isNear(line, nth, places)) return this.#begin(caller, line, nth);
      waiting.set(nth, now);
      const due_ms = ((nth - line.begun) * line.each_ms) / places;
      await sleep(Math.min(look_ms_max, Math.max(look_ms_min, due_ms)));
    }
  }

  #begin(caller: string, line: Line, nth: number): () => void {
    const began = this.#parts.clock();
    line.begun += 1;
    line.waiting.delete(nth);
    line.working.set(nth, began);
    return () => {
      line.working.delete(nth);
      line.each_ms += (this.#parts.clock() - began - line.each_ms) / 16;
      if (line.working.size + line.waiting.size === 0) this.#lines.delete(caller);
    };
  }
}
