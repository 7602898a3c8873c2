import type { Moment } from '../../schema/domain/dates.ts';

/** One thing to tell somebody, as the journal has it; what it says is put together when it is sent. */
export interface Outgoing {
  /** its journal number */
  seq: number;
  /** `facility:<id>` or `directory` */
  to: string;
  /** what happened */
  news: string;
  /** the entry's subject */
  subject: string;
}

export interface OutboxParts {
  clock: () => Moment;
  /** delivers, in order, to one receiver; rejects unless the receiver has taken in all of it */
  send: (to: string, batch: readonly Outgoing[]) => Promise<void>;
  /** what the journal has to tell between two numbers, in order; asked only after `catchUp` */
  read: (from: number, to: number) => AsyncIterable<Outgoing[]>;
  report: (what: string, error: unknown) => void;
  /** receivers of which there are so many that nothing is kept of those for whom nothing waits */
  isMany?: (to: string) => boolean;
}

const batch_max = 200;
const pause_ms_min = 1_000;
const pause_ms_max = 300_000;

/** A stretch of the journal that is still to be read for what may not have been delivered. */
interface Behind {
  from: number;
  to: number;
  /** what was offered meanwhile comes behind it */
  held: Outgoing[];
}

interface Lane {
  queue: Outgoing[];
  failures: number;
  notBefore: Moment;
  /** the delivery under way; null: none */
  sending: Promise<void> | null;
  /** the highest number its receiver has taken in, this time awake */
  taken: number;
}

/**
 * Deliveries to other actors and databases: in order to each receiver, at least once, and no receiver waits for another.
 * What it holds follows from the journal after a cursor, so that it can be put together again after a crash.
 */
export class Outbox {
  readonly #parts: OutboxParts;
  readonly #lanes = new Map<string, Lane>();
  #behind: Behind | null = null;
  #reading: Promise<void> | null = null;

  constructor(parts: OutboxParts) {
    this.#parts = parts;
  }

  #lane(to: string): Lane {
    const lane = this.#lanes.get(to) ?? { queue: [], failures: 0, notBefore: 0, sending: null, taken: 0 };
    this.#lanes.set(to, lane);
    return lane;
  }

  /** The journal is to be read between two numbers before anything is delivered, beside whatever else the actor does. */
  catchUp(from: number, to: number): void {
    if (from < to || this.#behind)
      this.#behind = {
        from: Math.min(from, this.#behind?.from ?? from),
        to: Math.max(to, this.#behind?.to ?? to),
        held: this.#behind?.held ?? [],
      };
  }

  /** Reads what it is behind with; where that breaks off, the next delivery begins anew. */
  async #read(behind: Behind): Promise<void> {
    const found: Outgoing[] = [];
    try {
      for await (const items of this.#parts.read(behind.from, behind.to)) found.push(...items);
    } catch (error) {
      this.#parts.report('the journal cannot be read for deliveries', error);
      return;
    }
    // Behind with more by now: all of it is read again.
    if (this.#behind !== behind) return;
    this.#behind = null;
    this.offer([...found, ...behind.held]);
  }

  async #caughtUp(): Promise<boolean> {
    if (this.#behind)
      this.#reading ??= this.#read(this.#behind).finally(() => {
        this.#reading = null;
      });
    await this.#reading;
    return this.#behind === null;
  }

  /** Takes in what is to be told. Offered twice, it is told once: numbers to one receiver only ever rise. */
  offer(items: readonly Outgoing[]): void {
    if (this.#behind) this.#behind.held.push(...items);
    else this.#queue(items);
  }

  #queue(items: readonly Outgoing[]): void {
    for (const item of items) {
      const { queue, taken } = this.#lane(item.to);
      if (item.seq > (queue[queue.length - 1]?.seq ?? taken)) queue.push(item);
    }
  }

  /** Delivers whatever is due, or what is for one receiver; ends when nothing more can be delivered now. */
  async drain(only?: string): Promise<void> {
    if (!(await this.#caughtUp())) return;
    const lanes = [...this.#lanes].filter(([to]) => only === undefined || to === only);
    await Promise.all(lanes.map(([to, lane]) => this.#drainLane(to, lane)));
  }

  async #drainLane(to: string, lane: Lane): Promise<void> {
    if (lane.notBefore > this.#parts.clock()) return;
    lane.sending ??= this.#sendLane(to, lane).finally(() => {
      lane.sending = null;
    });
    await lane.sending;
  }

  async #sendLane(to: string, lane: Lane): Promise<void> {
    while (lane.queue.length > 0) {
      const batch = lane.queue.slice(0, batch_max);
      try {
        await this.#parts.send(to, batch);
      } catch (error) {
        lane.failures += 1;
        lane.notBefore =
          this.#parts.clock() + Math.min(pause_ms_max, pause_ms_min * 2 ** Math.min(lane.failures - 1, 10));
        this.#parts.report(`${to} did not take a delivery`, error);
        break;
      }
      lane.queue.splice(0, batch.length);
      lane.failures = 0;
      lane.taken = batch[batch.length - 1]?.seq ?? lane.taken;
    }
    if (lane.queue.length === 0 && this.#parts.isMany?.(to)) this.#lanes.delete(to);
  }

  /** Whether a receiver has taken in everything up to this number that was for it. */
  isTaken(to: string, seq: number): boolean {
    if (this.#behind) return false;
    const first = this.#lanes.get(to)?.queue[0];
    return first === undefined || first.seq > seq;
  }

  /** When the next attempt is due; null: nothing waits. */
  nextAt(): Moment | null {
    if (this.#behind) return this.#parts.clock();
    const waiting = [...this.#lanes.values()].filter((lane) => lane.queue.length > 0);
    return waiting.length === 0 ? null : Math.min(...waiting.map((lane) => lane.notBefore));
  }

  /** What waits for receivers that do not answer: kept apart, so that the cursor can pass it. */
  parked(): Outgoing[] {
    return [...this.#lanes.values()].flatMap((lane) => (lane.failures > 0 ? lane.queue : []));
  }

  /** All up to this number is delivered or parked, when everything up to `offered` was offered. */
  cursor(offered: number): number {
    const waiting = [...this.#lanes.values()].filter((lane) => lane.failures === 0 && lane.queue.length > 0);
    const known = this.#behind ? Math.min(offered, this.#behind.from) : offered;
    return Math.min(known, ...waiting.map((lane) => (lane.queue[0]?.seq ?? offered) - 1));
  }
}
