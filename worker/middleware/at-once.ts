/** How many requests of one caller are worked on at once, and how many may wait for that. */
export interface AtOnceLimits {
  working: number;
  waiting: number;
}

/** What cannot be told from here: a request whose client has gone ends without a word. After so long it is taken for gone. */
const gone_ms = 10_000;
const look_ms_min = 5;
const look_ms_max = 1_000;
/** the most callers remembered; one that is forgotten starts anew */
const callers_max = 10_000;

interface Line {
  /** how many came, and how many of them have begun: the rest is before whoever comes next */
  came: number;
  begun: number;
  /** when each began, oldest first */
  working: Map<number, number>;
  /** when each last looked, oldest first */
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

function forgetGone(times: Map<number, number>, now: number): void {
  for (const [ticket, at] of times) {
    if (at > now - gone_ms) return;
    times.delete(ticket);
  }
}

/**
 * Works on so many requests of one caller at once; the others wait before anything is done for them, so that a burst costs
 * those behind it little. They look for themselves whether it is their turn, about when it should be: requests cannot wait for
 * one another's promises, and one that is gone holds up nobody.
 */
export class AtOnce {
  readonly #limits: AtOnceLimits;
  readonly #clock: () => number;
  readonly #sleep: (ms: number) => Promise<void>;
  readonly #lines = new Map<string, Line>();

  constructor(limits: AtOnceLimits, clock: () => number, sleep: (ms: number) => Promise<void>) {
    this.#limits = limits;
    this.#clock = clock;
    this.#sleep = sleep;
  }

  /** Waits for a turn; what to call when the request is done. Null: too many wait already. */
  async enter(caller: string): Promise<(() => void) | null> {
    const line = this.#lines.get(caller) ?? newLine();
    this.#lines.set(caller, line);
    const [oldest] = this.#lines.size > callers_max ? this.#lines.keys() : [];
    if (oldest !== undefined) this.#lines.delete(oldest);
    const { waiting, working } = line;
    forgetGone(waiting, this.#clock());
    if (waiting.size >= this.#limits.waiting) return null;
    const nth = line.came;
    line.came += 1;
    for (;;) {
      const now = this.#clock();
      forgetGone(working, now);
      waiting.delete(nth);
      if (working.size < this.#limits.working) return this.#begin(caller, line, nth);
      waiting.set(nth, now);
      const due_ms = ((nth - line.begun) * line.each_ms) / this.#limits.working;
      await this.#sleep(Math.min(look_ms_max, Math.max(look_ms_min, due_ms)));
    }
  }

  #begin(caller: string, line: Line, nth: number): () => void {
    const began = this.#clock();
    line.begun += 1;
    line.working.set(nth, began);
    return () => {
      line.working.delete(nth);
      line.each_ms += (this.#clock() - began - line.each_ms) / 16;
      if (line.working.size + line.waiting.size === 0) this.#lines.delete(caller);
    };
  }
}
