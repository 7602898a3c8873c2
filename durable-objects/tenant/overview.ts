import type { Moment } from '../../schema/domain/dates.ts';
import type { CountersMoved, Counts, Lease, NoticeGlance } from '../actor/live-event.ts';
import type { Store } from '../actor/store.ts';
import type { Upkeep } from '../actor/upkeep.ts';
import type { Holds } from './holds.ts';
import type { TenantMemory } from './memory.ts';
import { queuePage, type Source } from './page.ts';
import type { QueuePage, QueueQuestion } from './queue.ts';
import { partFromDatabase } from './read-claims.ts';
import type { View } from './view.ts';

/** What an overview looks at. */
export interface OverviewParts {
  memory: TenantMemory;
  view: View;
  holds: Holds;
  store: Store;
  upkeep: Upkeep;
  clock: () => Moment;
  /** resolves once memory has started */
  start: () => Promise<unknown>;
}

/** What people see of the work as a whole: the queue page by page, counts, who holds what. */
export class Overview {
  readonly #parts: OverviewParts;

  constructor(parts: OverviewParts) {
    this.#parts = parts;
  }

  async queue(question: QueueQuestion): Promise<QueuePage> {
    const { memory, view, holds, store, upkeep, clock, start } = this.#parts;
    await start();
    const source: Source = view.complete
      ? (part, limit) => view.page(part, limit)
      : (part, limit) => partFromDatabase(store, part, limit);
    const page = { memory, view, source, now: clock(), seq: upkeep.applied ?? 0 };
    const asked = await queuePage(page, question);
    const rows = await Promise.all(
      asked.rows.map(async ({ hold, ...row }) => ({ ...row, lease: await holds.lease(hold) })),
    );
    return { ...asked, rows };
  }

  async counts(): Promise<Counts> {
    await this.#parts.start();
    return this.#countsNow();
  }

  #countsNow(): Counts {
    const { memory, view, upkeep, clock } = this.#parts;
    return {
      seq: upkeep.applied ?? 0,
      byState: memory.tally.totals(),
      late: view.late(clock()),
      proposals: memory.proposals.committed().size,
    };
  }

  /** What everyone is told once a second. */
  counters(notices: NoticeGlance[], noticesNew: number): CountersMoved {
    const counts = this.#countsNow();
    const at = this.#parts.clock();
    return { kind: 'counters-moved', seq: counts.seq, at, counts, notices, noticesNew };
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
