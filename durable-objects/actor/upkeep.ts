import type { Moment } from '../../schema/domain/dates.ts';
import type { Alarms } from './alarms.ts';
import { directory } from './directory-delivery.ts';
import type { LocalStore } from './local-store.ts';
import type { Outbox } from './outbox.ts';
import { report } from './report.ts';

/** How long what is told from memory alone may wait to be written down. */
const flush_ms = 500;
/** Under load deliveries set out this often: many messages in one batch cost their receiver a tenth. */
const deliveries_ms = 150;
/** While commands come in, the alarm rings this often: whatever a crash cut off goes on then. */
const backup_ms = 10_000;
const alarm_ms_min = 1_000;
/** A lost outbox cursor starts this far back: what is older was told long ago. */
const outbox_entries_max = 20_000;

export interface UpkeepParts {
  clock: () => Moment;
  outbox: Outbox;
  local: LocalStore;
  alarms: Alarms;
  /** writes down what else only memory knows, which is up to this journal number */
  write?: (applied: number) => void;
  /** when else the alarm has to ring */
  dueAt?: () => Moment | null;
}

/** What an actor does beside its commands: it delivers, writes down what only memory knows, and sees that it wakes again. */
export class Upkeep {
  readonly #parts: UpkeepParts;
  /** everything up to this number is in memory, view and outbox; null: not started yet */
  applied: number | null = null;
  #flushing: ReturnType<typeof setTimeout> | null = null;
  #delivering: ReturnType<typeof setTimeout> | null = null;
  #deliveredAt: Moment = 0;

  constructor(parts: UpkeepParts) {
    this.#parts = parts;
  }

  /** From where the journal is read for what may not have been delivered. */
  outboxFrom(head: number): number {
    return this.applied ?? this.#parts.local.mark('outbox') ?? Math.max(0, head - outbox_entries_max);
  }

  /** A batch is about to be sent: if all ends with it, the alarm brings the actor back. */
  beforeBatch(): void {
    this.#parts.alarms.by(this.#parts.clock() + backup_ms);
  }

  /** Everything up to this number is durable and known: it is delivered at once, or under load with what comes meanwhile. */
  afterBatch(applied: number): void {
    this.applied = applied;
    this.#delivering ??= setTimeout(
      () => {
        this.#delivering = null;
        this.#deliveredAt = Date.now();
        void this.#parts.outbox.drain().then(() => this.flushSoon());
      },
      Math.max(0, this.#deliveredAt + deliveries_ms - Date.now()),
    );
    this.flushSoon();
  }

  /** Sets out at once for one receiver, who waits in front of a screen, whatever else is under way. */
  deliverNow(to: string): void {
    void this.#parts.outbox.drain(to).then(() => this.flushSoon());
  }

  flushSoon(): void {
    this.#flushing ??= setTimeout(() => {
      this.#flushing = null;
      this.#flush();
    }, flush_ms);
  }

  #flush(): void {
    const { clock, outbox, local, alarms, write, dueAt } = this.#parts;
    if (this.applied === null) return;
    write?.(this.applied);
    local.park(outbox.parked());
    local.setMark('outbox', outbox.cursor(this.applied));
    for (const at of [dueAt?.(), outbox.nextAt()])
      if (at !== null && at !== undefined) alarms.by(Math.max(at, clock() + alarm_ms_min));
  }

  /** The alarm: `work` is what the actor itself has to do then. When it cannot be done, the alarm rings again. */
  async rang(work: () => Promise<void>): Promise<void> {
    const { clock, outbox, alarms } = this.#parts;
    alarms.rang();
    try {
      await work();
      await outbox.drain();
    } catch (error) {
      report('the alarm found no way', error);
      alarms.by(clock() + backup_ms);
    }
    this.#flush();
  }

  /** Waits until a receiver has what a command changed there, but not for one that is away. */
  async told(seq: number, to = directory): Promise<void> {
    if (!this.#parts.outbox.isTaken(to, seq)) await this.#parts.outbox.drain(to);
  }
}
