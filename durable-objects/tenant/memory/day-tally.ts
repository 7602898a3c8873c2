import type { Row } from '@libsql/client/web';
import type { ClaimState } from '../../../schema/domain/claims/claim.ts';
import {
  arrivalDay,
  type CountedByDay,
  type DecisionCount,
  decisionOf,
} from '../../../schema/domain/dashboard/day-counts.ts';
import type { CalendarDate } from '../../../schema/domain/dates.ts';
import { insertRows } from '../../actor/json-rows.ts';
import type { Layer } from '../../actor/layer.ts';
import type { Statement } from '../../actor/store.ts';
import { Sums } from '../../actor/sums.ts';

/** So many days of what came in and was decided are kept in memory; of what is open, every day. */
const kept_days = 40;

/** Claims that came in on a day and are in a state now. */
export interface DayCount {
  day: CalendarDate;
  state: ClaimState;
  claims: number;
}

/** What one person (or the system) decided on a day. */
export interface PersonDay extends DecisionCount {
  day: CalendarDate;
  by: string;
}

/** The two parts of each key, then the sums. */
const rowsOf = (sums: Sums) => sums.moved().map(([key, by]) => [...key.split(' '), ...by]);

/**
 * What a manager's dashboard counts: claims by the day they came in and their state, and decisions by day and person.
 * Summed over a cycle and written with it, one row for each day and state, or person, that it touches.
 */
export class DayTally implements Layer {
  readonly #arrivals = new Sums(() => true);
  readonly #decisions = new Sums(() => true);

  move(before: CountedByDay | null, after: CountedByDay, zone: string): void {
    const arrived = arrivalDay(after, zone);
    if (before?.state !== after.state) {
      if (before) this.#arrivals.move(`${arrived} ${before.state}`, [1], -1);
      this.#arrivals.move(`${arrived} ${after.state}`, [1], 1);
    }
    for (const [claim, sign] of [
      [before, -1],
      [after, 1],
    ] as const) {
      const decision = claim && decisionOf(claim, zone);
      if (!decision) continue;
      const { approved, rejected, straight } = decision.count;
      this.#decisions.move(`${decision.day} ${decision.by}`, [approved, rejected, straight], sign);
    }
  }

  /** Read at the start: what came in of late, what is open of whatever day, and what was decided of late. */
  readonly reading: readonly Statement[] = [
    {
      sql: `select day, state, claims from claim_days where day >= date('now', '-${kept_days} days')
        union select day, state, claims from claim_days
        where claims <> 0 and state in ('SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'QUERIED', 'RESUBMITTED')`,
      args: [],
    },
    {
      sql: `select day, decided_by, approved, rejected, straight from decision_days where day >= date('now', '-${kept_days} days')`,
      args: [],
    },
  ];

  restore(arrivals: Row[], decisions: Row[]): void {
    this.#arrivals.restore(arrivals.map((row) => [`${row.day} ${row.state}`, [Number(row.claims)]]));
    this.#decisions.restore(
      decisions.map((row) => [
        `${row.day} ${row.decided_by}`,
        [Number(row.approved), Number(row.rejected), Number(row.straight)],
      ]),
    );
  }

  /** Claims by day and state, as of the last durable cycle. */
  arrivals(): DayCount[] {
    return this.#arrivals.kept().map(([key, [claims = 0]]) => {
      const [day = '', state = ''] = key.split(' ');
      return { day, state: state as ClaimState, claims };
    });
  }

  /** Decisions by day and person, as of the last durable cycle. */
  decisions(): PersonDay[] {
    return this.#decisions.kept().map(([key, [approved = 0, rejected = 0, straight = 0]]) => {
      const [day = '', by = ''] = key.split(' ');
      return { day, by, approved, rejected, straight };
    });
  }

  keep(): void {
    this.#arrivals.keep();
    this.#decisions.keep();
  }

  drop(): void {
    this.#arrivals.drop();
    this.#decisions.drop();
  }

  writes(): Statement[] {
    return [
      ...insertRows(
        'claim_days',
        ['day', 'state', 'claims'],
        rowsOf(this.#arrivals),
        'on conflict do update set claims = claims + excluded.claims',
      ),
      ...insertRows(
        'decision_days',
        ['day', 'decided_by', 'approved', 'rejected', 'straight'],
        rowsOf(this.#decisions),
        'on conflict do update set approved = approved + excluded.approved, rejected = rejected + excluded.rejected, straight = straight + excluded.straight',
      ),
    ];
  }

  commit(): void {
    this.#arrivals.commit();
    this.#decisions.commit();
  }

  forget(): void {
    this.#arrivals.forget();
    this.#decisions.forget();
  }
}
