import {
  type DeskFigures,
  dueSoon_hours,
  figuresOf,
  namedFigures,
} from '../../schema/domain/dashboard/figures.ts';
import type { Moment } from '../../schema/domain/dates.ts';
import { dateIn } from '../../schema/domain/dates.ts';
import type { Principal } from '../../schema/domain/permissions.ts';
import type { PileKey } from '../../schema/domain/piles/pile.ts';
import type { Remaining } from '../../schema/domain/piles/remaining.ts';
import { addWorkingHours, defaultCalendar } from '../../schema/domain/working-time.ts';
import type { CountersMoved, Counts, Lease, NoticeGlance } from '../actor/live-event.ts';
import type { Store } from '../actor/store.ts';
import type { Upkeep } from '../actor/upkeep.ts';
import type { Holds } from './holds.ts';
import { only } from './memory/settings.ts';
import type { TenantMemory } from './memory.ts';
import { queuePage, type Source } from './page.ts';
import { remainingIn } from './piles/candidates.ts';
import type { PileDue, PilesByDue } from './piles/dues.ts';
import type { QueuePage, QueueQuestion } from './queue.ts';
import { partFromDatabase } from './read-claims.ts';
import type { SealedCursors } from './sealed-cursor.ts';
import type { View } from './view.ts';

/** What an overview looks at. */
export interface OverviewParts {
  memory: TenantMemory;
  view: View;
  holds: Holds;
  store: Store;
  cursors: SealedCursors;
  upkeep: Upkeep;
  clock: () => Moment;
  /** resolves once memory has started */
  start: () => Promise<unknown>;
}

/** What people see of the work as a whole: the queue page by page, counts, who holds what. */
export class Overview {
  readonly #parts: OverviewParts;
  #told: ReadonlyMap<string, number> = new Map();

  constructor(parts: OverviewParts) {
    this.#parts = parts;
  }

  async queue(question: QueueQuestion): Promise<QueuePage> {
    const { memory, view, holds, store, cursors, clock, start } = this.#parts;
    await start();
    const rebuilding = !view.complete;
    const source: Source = rebuilding
      ? (part, limit) => partFromDatabase(store, part, limit)
      : (part, limit) => view.page(part, limit);
    // before the places: they may be newer than it, never older
    const counts = this.#countsNow(this.#late());
    const asked = await queuePage({ memory, view, source, cursors, now: clock() }, question);
    const rows = await Promise.all(
      asked.rows.map(async ({ hold, ...row }) => ({ ...row, lease: await holds.lease(hold) })),
    );
    return { ...asked, rows, counts, rebuilding };
  }

  /** The oldest due moment of each of these piles; null: no clock runs in it. */
  async pileDues(piles: readonly PileKey[]): Promise<(Moment | null)[]> {
    await this.#parts.start();
    return piles.map((pile) => this.#parts.view.dues.of(pile));
  }

  /** What is open in a pile and cannot be vetted by this person now. */
  async pileRemaining({ pile, principal }: { pile: PileKey; principal: Principal }): Promise<Remaining> {
    await this.#parts.start();
    return remainingIn(this.#parts.memory, pile, principal);
  }

  /** Piles in the order of their oldest due moments. */
  async pilesByDue(question: PilesByDue): Promise<PileDue[]> {
    await this.#parts.start();
    return this.#parts.view.dues.page(question);
  }

  async counts(): Promise<Counts> {
    await this.#parts.start();
    return this.#countsNow(this.#late());
  }

  #late(): number {
    return this.#parts.view.late(this.#parts.clock());
  }

  #countsNow(late: number): Counts {
    const { memory, upkeep } = this.#parts;
    return {
      seq: upkeep.applied ?? 0,
      byState: memory.tally.totals(),
      late,
      proposals: memory.proposals.committed().size,
      requests: memory.waitingRequests.committed().size,
    };
  }

  /** What a manager's dashboard shows, as of a journal number. */
  async figures(): Promise<DeskFigures & { seq: number }> {
    await this.#parts.start();
    return { ...this.#figuresNow(this.#late()), seq: this.#parts.upkeep.applied ?? 0 };
  }

  #figuresNow(late: number): DeskFigures {
    const { memory, view, clock } = this.#parts;
    const now = clock();
    const calendar = memory.settings.durable(only)?.calendar ?? defaultCalendar;
    return figuresOf({
      arrivals: memory.days.arrivals(),
      decisions: memory.days.decisions(),
      today: dateIn(calendar.zone, now),
      late,
      soon: view.due(now, addWorkingHours(calendar, now, dueSoon_hours)),
      proposals: memory.proposals.committed().size,
    });
  }

  /** Those that are others than were told last: a page that was opened meanwhile has them as they were then, or later. */
  #newFigures(late: number): [string, number][] {
    const now = new Map(namedFigures(this.#figuresNow(late)));
    const gone = [...this.#told.keys()].filter((name) => !now.has(name));
    const moved = [...now].filter(([name, value]) => this.#told.get(name) !== value);
    this.#told = now;
    return [...moved, ...gone.map((name): [string, number] => [name, 0])];
  }

  /** What everyone is told once a second. */
  counters(notices: NoticeGlance[], noticesNew: number): CountersMoved {
    const late = this.#late();
    const counts = this.#countsNow(late);
    const at = this.#parts.clock();
    const figures = this.#newFigures(late);
    return { kind: 'counters-moved', seq: counts.seq, at, counts, figures, notices, noticesNew };
  }

  /** Who holds these claims now; a claim nobody holds is left out. */
  async leases(ids: readonly number[]): Promise<{ id: number; lease: Lease }[]> {
    await this.#parts.start();
    return this.#parts.holds.leases(ids);
  }

  /** Prolongs a lease; false when the account holds none any more. */
  async renew(id: number, accountId: string): Promise<boolean> {
    await this.#parts.start();
    const renewed = this.#parts.holds.renew(id, accountId);
    if (renewed) this.#parts.upkeep.flushSoon();
    return renewed;
  }
}
