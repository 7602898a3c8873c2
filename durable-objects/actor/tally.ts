import type { Row } from '@libsql/client/web';
import { type ClaimState, claimStates } from '../../schema/domain/claims/claim.ts';
import { insertRows } from './json-rows.ts';
import type { Layer } from './layer.ts';
import type { StateCount } from './live-event.ts';
import type { Statement } from './store.ts';
import { Sums } from './sums.ts';

/** What of a claim is counted. */
export interface Counted {
  state: ClaimState;
  claimed: number;
  approved: number | null;
}

/**
 * Running counts of claims by state, summed over a cycle and written with it: one row for each state (and group) that
 * a cycle touches, not one a command.
 */
export class Tally implements Layer {
  readonly #groups: boolean;
  /** over everything: of a group only the rows know */
  readonly #sums = new Sums((key) => key.endsWith(' '));

  /** `groups`: counted by a group as well (a tenant's facilities); the group '' is everything. */
  constructor({ groups }: { groups: boolean }) {
    this.#groups = groups;
  }

  move(before: Counted | null, after: Counted, group = ''): void {
    for (const each of this.#groups && group !== '' ? ['', group] : ['']) {
      const move = ({ state, claimed, approved }: Counted, sign: 1 | -1) =>
        this.#sums.move(`${state} ${each}`, [1, claimed, approved ?? 0], sign);
      if (before) move(before, -1);
      move(after, 1);
    }
  }

  /** As of the last durable cycle. */
  totals(): Record<ClaimState, StateCount> {
    const entries = claimStates.map((state): [ClaimState, StateCount] => {
      const [claims = 0, claimed = 0, approved = 0] = this.#sums.of(`${state} `) ?? [];
      return [state, { claims, claimed, approved }];
    });
    return Object.fromEntries(entries) as Record<ClaimState, StateCount>;
  }

  /**
   * Reads the totals over everything: one row a state. Sums as floating point: the client refuses an integer that a
   * number cannot hold exactly, and an organisation whose sum has grown past that must still start.
   */
  get reading(): Statement {
    const where = this.#groups ? "where facility_id = ''" : '';
    const sums = 'cast(claimed as real) claimed, cast(approved as real) approved';
    return { sql: `select state, claims, ${sums} from claim_counts ${where}`, args: [] };
  }

  restore(rows: Row[]): void {
    this.#sums.restore(
      rows.map((row) => [
        `${String(row.state)} `,
        [Number(row.claims), Number(row.claimed), Number(row.approved)],
      ]),
    );
  }

  keep(): void {
    this.#sums.keep();
  }

  drop(): void {
    this.#sums.drop();
  }

  writes(): Statement[] {
    const rows = this.#sums.moved().map(([key, by]) => {
      const [state = '', group = ''] = key.split(' ');
      return [state, ...by, ...(this.#groups ? [group] : [])];
    });
    return insertRows(
      'claim_counts',
      ['state', 'claims', 'claimed', 'approved', ...(this.#groups ? ['facility_id'] : [])],
      rows,
      'on conflict do update set claims = claims + excluded.claims, claimed = claimed + excluded.claimed, approved = approved + excluded.approved',
    );
  }

  commit(): void {
    this.#sums.commit();
  }

  forget(): void {
    this.#sums.forget();
  }
}
