import type { Claim } from '../../schema/domain/claims/claim.ts';
import type { RiskFlag } from '../../schema/domain/risk/flag.ts';
import type { TenantContext } from './handler.ts';

/** Everything that other flags on a claim change beside its own row: the events' rows, and the counts. */
export function flagsMoved(before: readonly RiskFlag[], after: Claim, { memory, seq }: TenantContext): void {
  if (before === after.flags || before.length + after.flags.length === 0) return;
  memory.riskEvents.move(before, after, seq);
  memory.riskTally.move(before, after.flags, after);
}
