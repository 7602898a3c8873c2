import type { Authorization } from '../../../schema/domain/authorizations/authorization.ts';
import { nextAtOf } from '../../../schema/domain/authorizations/next-at.ts';
import type { Moment } from '../../../schema/domain/dates.ts';
import type { Store } from '../../actor/store.ts';
import type { BySystem } from '../lapses.ts';
import { firstDue, momentOf } from '../memory/authorizations.ts';
import type { Timer } from '../timers.ts';

/** So many requests are taken on in one go: the rest is due again at once. */
const portion = 100;
/** Before it looks again where something due could not be taken on. */
const rest_ms = 1_000;

export interface ClocksParts {
  store: Store;
  clock: () => Moment;
  bySystem: BySystem;
  /** as it was read when the actor woke */
  woken: () => Moment | null;
}

/**
 * The clocks of all requests (authorizations.md, Clocks): one timer for the earliest moment, found by an index, whoever looks
 * or nobody. Each thing that happens is a command under an id that names its moment, so that it happens once.
 */
export class AuthorizationClocks implements Timer {
  readonly #parts: ClocksParts;
  /** undefined: as it was when the actor woke */
  #next: Moment | null | undefined;

  constructor(parts: ClocksParts) {
    this.#parts = parts;
  }

  /** The actor has woken, or memory was read anew: what was read then counts. */
  started(): void {
    this.#next = undefined;
  }

  /** A request has changed. One that is due later now is found to be so when the timer rings. */
  moved(authorization: Authorization): void {
    this.#sooner(nextAtOf(authorization));
  }

  #sooner(at: Moment | null): void {
    const next = this.nextAt();
    if (at !== null) this.#next = next === null ? at : Math.min(next, at);
  }

  nextAt(): Moment | null {
    return this.#next === undefined ? this.#parts.woken() : this.#next;
  }

  async ring(): Promise<void> {
    const { clock, bySystem } = this.#parts;
    const [next, now] = [this.nextAt(), clock()];
    if (next === null || next > now) return;
    const due = await this.#due(now);
    await Promise.all(
      due.map(({ id, number, at }) =>
        bySystem(`pa-${id}-${at}`, { type: 'AdvanceAuthorization', input: { number } }),
      ),
    );
    await this.#look(now, due.length === portion);
  }

  async #due(now: Moment) {
    const [rows = []] = await this.#parts.store.read([
      {
        sql: 'select id, number, next_at as at from authorizations where next_at <= ? order by next_at limit ?',
        args: [now, portion],
      },
    ]);
    return rows.map(({ id, number, at }) => ({ id: Number(id), number: String(number), at: Number(at) }));
  }

  async #look(now: Moment, more: boolean): Promise<void> {
    // What changes while it is read is not overlooked, and what cannot be read is read again soon.
    this.#next = null;
    let found: Moment | null = now + rest_ms;
    try {
      const [rows = []] = await this.#parts.store.read([firstDue]);
      found = momentOf(rows);
      if (found !== null && !more) found = Math.max(found, now + rest_ms);
    } finally {
      this.#sooner(found);
    }
  }
}
