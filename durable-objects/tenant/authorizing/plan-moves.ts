import { type CalendarDate, dateIn, type Moment, momentIn } from '../../../schema/domain/dates.ts';
import type { Store } from '../../actor/store.ts';
import type { BySystem } from '../lapses.ts';
import { dayOf, firstMove, movesDue, movesOf } from '../memory/plan-moves.ts';
import type { Timer } from '../timers.ts';

/** So many people's moves are gone through in one go: the rest is due again at once. */
const portion = 50;
/** Before it looks again where something due could not be done. */
const rest_ms = 1_000;

export interface PlanMovesParts {
  store: Store;
  clock: () => Moment;
  bySystem: BySystem;
  /** the tenant's zone; null: it is not open yet */
  zone: () => string | null;
  /** as it was read when the actor woke */
  woken: () => CalendarDate | null;
}

/**
 * Moves to another plan on their day (members.md, Clients and enrollees): open codes are judged again, portion by portion. A
 * move waits in a row of its own until its codes are done; each of these is a command under an id that names move and code, so
 * that after a crash the rest is done and nothing twice.
 */
export class PlanMoves implements Timer {
  readonly #parts: PlanMovesParts;
  /** undefined: as it was when the actor woke */
  #next: CalendarDate | null | undefined;
  #restUntil: Moment | null = null;

  constructor(parts: PlanMovesParts) {
    this.#parts = parts;
  }

  /** The actor has woken, or memory was read anew: what was read then counts. */
  started(): void {
    this.#next = undefined;
  }

  /** A move to come has been recorded. One that is taken back is found to be so on its day. */
  recorded(day: CalendarDate): void {
    const next = this.#nextDay();
    this.#next = next === null || day < next ? day : next;
  }

  #nextDay(): CalendarDate | null {
    return this.#next === undefined ? this.#parts.woken() : this.#next;
  }

  nextAt(): Moment | null {
    const [day, zone] = [this.#nextDay(), this.#parts.zone()];
    if (day === null || zone === null) return null;
    return Math.max(momentIn(zone, `${day}T00:00`), this.#restUntil ?? 0);
  }

  async ring(): Promise<void> {
    const { clock, store, zone: zoneOf } = this.#parts;
    const [next, zone] = [this.nextAt(), zoneOf()];
    if (next === null || zone === null || next > clock()) return;
    this.#restUntil = clock() + rest_ms;
    const [rows = []] = await store.read([movesDue(dateIn(zone, clock()), portion)]);
    const moves = movesOf(rows);
    const again = moves.flatMap(({ day, numbers }) => numbers.map((number) => this.#judgeAgain(number, day)));
    await Promise.all(again);
    const done = moves.map(({ day, enrolleeId }) => ({ day, enrolleeId }));
    const [first] = done;
    if (first)
      await this.#parts.bySystem(`moves-${first.day}-${first.enrolleeId}-${done.length}-${clock()}`, {
        type: 'CompleteMoves',
        input: { moves: done },
      });
    await this.#look();
  }

  #judgeAgain(number: string, on: CalendarDate): Promise<void> {
    return this.#parts.bySystem(`move-${on}-${number}`, { type: 'JudgeAgain', input: { number, on } });
  }

  async #look(): Promise<void> {
    // A move that is recorded while it is read is not overlooked.
    this.#next = null;
    const [rows = []] = await this.#parts.store.read([firstMove]);
    const day = dayOf(rows);
    if (day !== null) this.recorded(day);
    this.#restUntil = null;
  }
}
