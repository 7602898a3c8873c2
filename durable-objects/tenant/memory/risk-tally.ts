import type { Claim } from '../../../schema/domain/claims/claim.ts';
import type { RiskFlag } from '../../../schema/domain/risk/flag.ts';
import { countOf, noEvents, type RuleCounts } from '../../../schema/domain/risk/rule-counts.ts';
import { insertRows } from '../../actor/json-rows.ts';
import type { Layer } from '../../actor/layer.ts';
import type { Statement } from '../../actor/store.ts';

type Deltas = Map<string, RuleCounts>;

function add(deltas: Deltas, key: string, by: RuleCounts, sign: 1 | -1): void {
  const before = deltas.get(key) ?? noEvents;
  deltas.set(key, {
    raised: before.raised + sign * by.raised,
    confirmed: before.confirmed + sign * by.confirmed,
    dismissed: before.dismissed + sign * by.dismissed,
  });
}

/** Running counts of risk events by pile and rule, and by rule over everything; summed over a cycle, written with it. */
export class RiskTally implements Layer {
  readonly #cycle: Deltas = new Map();
  readonly #command: Deltas = new Map();

  move(
    before: readonly RiskFlag[],
    after: readonly RiskFlag[],
    { facilityId, billingMonth }: Pick<Claim, 'facilityId' | 'billingMonth'>,
  ): void {
    for (const [flags, sign] of [
      [before, -1],
      [after, 1],
    ] as const)
      for (const flag of flags) {
        add(this.#command, `${facilityId}\n${billingMonth}\n${flag.rule}`, countOf(flag), sign);
        add(this.#command, `\n\n${flag.rule}`, countOf(flag), sign);
      }
  }

  keep(): void {
    for (const [key, by] of this.#command) add(this.#cycle, key, by, 1);
    this.#command.clear();
  }

  drop(): void {
    this.#command.clear();
  }

  writes(): Statement[] {
    const moved = [...this.#cycle].filter(
      ([, by]) => by.raised !== 0 || by.confirmed !== 0 || by.dismissed !== 0,
    );
    return insertRows(
      'risk_counts',
      ['facility_id', 'billing_month', 'rule', 'raised', 'confirmed', 'dismissed'],
      moved.map(([key, by]) => [...key.split('\n'), by.raised, by.confirmed, by.dismissed]),
      'on conflict do update set raised = raised + excluded.raised, confirmed = confirmed + excluded.confirmed, dismissed = dismissed + excluded.dismissed',
    );
  }

  commit(): void {
    this.#cycle.clear();
  }

  forget(): void {
    this.#command.clear();
    this.#cycle.clear();
  }
}
