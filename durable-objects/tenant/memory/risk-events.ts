import type { Claim } from '../../../schema/domain/claims/claim.ts';
import type { RiskFlag } from '../../../schema/domain/risk/flag.ts';
import { insertRows } from '../../actor/json-rows.ts';
import type { Layer } from '../../actor/layer.ts';
import type { Statement } from '../../actor/store.ts';

const columns = [
  'claim_id',
  'n',
  'seq',
  'number',
  'at',
  'rule',
  'state',
  'weight',
  'line',
  'facility_id',
  'facility_name',
  'billing_month',
  'claimed',
  'evidence',
  'claims',
];

/** What can change of a row that is there; the entry that raised it stays. */
const changing = ['state', 'weight', 'line', 'evidence', 'claims', 'claimed'];

/** What is flagged: a claim, or a request under its id below zero. */
export type Flagged = Pick<
  Claim,
  'id' | 'number' | 'facilityId' | 'facilityName' | 'billingMonth' | 'claimed' | 'flags'
>;

const rowOf = (claim: Flagged, flag: RiskFlag, seq: number): unknown[] => [
  claim.id,
  flag.n,
  seq,
  claim.number,
  flag.at,
  flag.rule,
  flag.state,
  flag.weight,
  flag.line,
  claim.facilityId,
  claim.facilityName,
  claim.billingMonth,
  claim.claimed,
  flag.evidence,
  flag.claims,
];

/** The rows of risk events: as their claims are after the cycle. */
export class RiskEventRows implements Layer {
  /** null: it is gone */
  readonly #cycle = new Map<string, unknown[] | null>();
  readonly #command = new Map<string, unknown[] | null>();

  /** What is another flag, or none any more, of a claim; `seq` is the entry that does it. */
  move(before: readonly RiskFlag[], after: Flagged, seq: number): void {
    for (const flag of before)
      if (!after.flags.some(({ n }) => n === flag.n)) this.#command.set(`${after.id} ${flag.n}`, null);
    for (const flag of after.flags)
      if (!before.includes(flag)) this.#command.set(`${after.id} ${flag.n}`, rowOf(after, flag, seq));
  }

  keep(): void {
    for (const [key, row] of this.#command) this.#cycle.set(key, row);
    this.#command.clear();
  }

  drop(): void {
    this.#command.clear();
  }

  writes(): Statement[] {
    if (this.#cycle.size === 0) return [];
    const gone = [...this.#cycle].flatMap(([key, row]) => (row ? [] : [key.split(' ').map(Number)]));
    const there = [...this.#cycle.values()].flatMap((row) => (row ? [row] : []));
    const set = changing.map((column) => `${column} = excluded.${column}`).join(', ');
    return [
      ...(gone.length > 0
        ? [
            {
              sql: 'delete from risk_events where (claim_id, n) in (select value->>0, value->>1 from json_each(?))',
              args: [JSON.stringify(gone)],
            },
          ]
        : []),
      ...insertRows('risk_events', columns, there, `on conflict do update set ${set}`),
    ];
  }

  commit(): void {
    this.#cycle.clear();
  }

  forget(): void {
    this.#command.clear();
    this.#cycle.clear();
  }
}
