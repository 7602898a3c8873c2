import type { LiveEvent } from './live-event.ts';

/** The latest events, as plain data: frames are made of them when somebody looks. */
export class Ring {
  readonly #events: LiveEvent[] = [];
  readonly #max: number;
  /** every event after this number is in the ring */
  #from: number;

  constructor(from: number, max = 2_000) {
    this.#from = from;
    this.#max = max;
  }

  push(events: readonly LiveEvent[]): void {
    this.#events.push(...events);
    const over = this.#events.length - this.#max;
    if (over <= 0) return;
    this.#from = this.#events[over - 1]?.seq ?? this.#from;
    this.#events.splice(0, over);
  }

  /** Starts anew: nothing up to `from` is known here any more. */
  restart(from: number): void {
    this.#events.length = 0;
    this.#from = from;
  }

  /** Everything after `seq`; null when some of that is gone. */
  after(seq: number): LiveEvent[] | null {
    return seq < this.#from ? null : this.#events.filter((event) => event.seq > seq);
  }
}
