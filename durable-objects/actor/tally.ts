import type { Row } from '@libsql/client/web';
import { type ClaimState, claimStates } from '../../schema/domain/claims/claim.ts';
import { insertRows } from './json-rows.ts';
import type { Layer } from './layer.ts';
import type { StateCount } from './live-event.ts';
import type { Statement } from './store.ts';

/** What of a claim is counted. */
export interface Counted {
  state: ClaimState;
  claimed: number;
  approved: number | null;
}

type Deltas = Map<string, StateCount>;

const nothing = (): StateCount => ({ claims: 0, claimed: 0, approved: 0 });

function add(deltas: Deltas, key: string, by: StateCount, sign: 1 | -1): void {
  const sum = deltas.get(key) ?? nothing();
  sum.claims += sign * by.claims;
  sum.claimed += sign * by.claimed;
  sum.approved += sign * by.approved;
  deltas.set(key, sum);
}

/**
 * Running counts of claims by state, summed over a cycle and written with it: one row for each state (and group) that
 * a cycle touches, not one a command.
 */
export class Tally implements Layer {
  readonly #groups: boolean;
  readonly #totals = new Map<string, StateCount>();
  readonly #cycle: Deltas = new Map();
  readonly #command: Deltas = new Map();

  /** `groups`: counted by a group as well (a tenant's facilities); the group '' is everything. */
  constructor({ groups }: { groups: boolean }) {
    this.#groups = groups;
  }

  move(before: Counted | null, after: Counted, group = ''): void {
    for (const each of this.#groups && group !== '' ? ['', group] : ['']) {
      const key = (state: ClaimState) => `${state} ${each}`;
      const by = (claim: Counted) => ({ claims: 1, claimed: claim.claimed, approved: claim.approved ?? 0 });
      if (before) add(this.#command, key(before.state), by(before), -1);
      add(this.#command, key(after.state), by(after), 1);
    }
  }

  /** As of the last durable cycle. */
  totals(): Record<ClaimState, StateCount> {
    const entries = claimStates.map(
      (state) => [state, { ...(this.#totals.get(`${state} `) ?? nothing()) }] as const,
    );
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
    this.#totals.clear();
    for (const row of rows)
      this.#totals.set(`${String(row.state)} `, {
        claims: Number(row.claims),
        claimed: Number(row.claimed),
        approved: Number(row.approved),
      });
  }

  keep(): void {
    for (const [key, by] of this.#command) add(this.#cycle, key, by, 1);
    this.#command.clear();
  }

  drop(): void {
    this.#command.clear();
  }

  writes(): Statement[] {
    const rows = [...this.#cycle].map(([key, by]) => {
      const [state = '', group = ''] = key.split(' ');
      return [state, by.claims, by.claimed, by.approved, ...(this.#groups ? [group] : [])];
    });
    return insertRows(
      'claim_counts',
      ['state', 'claims', 'claimed', 'approved', ...(this.#groups ? ['facility_id'] : [])],
      rows,
      'on conflict do update set claims = claims + excluded.claims, claimed = claimed + excluded.claimed, approved = approved + excluded.approved',
    );
  }

  commit(): void {
    for (const [key, by] of this.#cycle) if (key.endsWith(' ')) add(this.#totals, key, by, 1);
    this.#cycle.clear();
  }

  forget(): void {
    this.#command.clear();
    this.#cycle.clear();
  }
}
