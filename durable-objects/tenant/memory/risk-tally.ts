import type { Claim } from '../../../schema/domain/claims/claim.ts';
import type { RiskFlag } from '../../../schema/domain/risk/flag.ts';
import { countOf } from '../../../schema/domain/risk/rule-counts.ts';
import { insertRows } from '../../actor/json-rows.ts';
import type { Layer } from '../../actor/layer.ts';
import type { Statement } from '../../actor/store.ts';
import { Sums } from '../../actor/sums.ts';

function sumsOf(flag: RiskFlag): number[] {
  const { raised, confirmed, dismissed } = countOf(flag);
  return [raised, confirmed, dismissed];
}

/** Running counts of risk events by pile and rule, and by rule over everything; summed over a cycle, written with it. */
export class RiskTally implements Layer {
  readonly #sums = new Sums();

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
        this.#sums.move(`${facilityId}\n${billingMonth}\n${flag.rule}`, sumsOf(flag), sign);
        this.#sums.move(`\n\n${flag.rule}`, sumsOf(flag), sign);
      }
  }

  keep(): void {
    this.#sums.keep();
  }

  drop(): void {
    this.#sums.drop();
  }

  writes(): Statement[] {
    return insertRows(
      'risk_counts',
      ['facility_id', 'billing_month', 'rule', 'raised', 'confirmed', 'dismissed'],
      this.#sums.moved().map(([key, by]) => [...key.split('\n'), ...by]),
      'on conflict do update set raised = raised + excluded.raised, confirmed = confirmed + excluded.confirmed, dismissed = dismissed + excluded.dismissed',
    );
  }

  commit(): void {
    this.#sums.commit();
  }

  forget(): void {
    this.#sums.forget();
  }
}
