import type { Moment } from '../../schema/domain/dates.ts';

/** The actor's one alarm. Setting it costs a write to disk, so it is only moved when it would ring too late. */
export class Alarms {
  readonly #storage: DurableObjectStorage;
  #at: Moment | null = null;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
  }

  /** Sees to it that the alarm rings at this moment at the latest. What is sent after this waits for it to be on disk. */
  by(at: Moment): void {
    if (this.#at !== null && this.#at <= at) return;
    this.#at = at;
    void this.#storage.setAlarm(at);
  }

  /** It has rung: none is set until the next `by`. */
  rang(): void {
    this.#at = null;
  }
}
