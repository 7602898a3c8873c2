import type { Claim } from '../../../schema/domain/claims/claim.ts';
import { holdAt } from '../../../schema/domain/claims/lease.ts';
import type { Refusal } from '../../../schema/domain/refusal.ts';
import type { TenantContext } from '../handler.ts';
import { heldBy } from '../on-claim.ts';

/** `lease_held`, naming who has the claim, where somebody else has it; a claim that is free, or one's own, is no obstacle. */
export function refuseIfHeld(claim: Claim, { memory, principal, at }: TenantContext): Refusal | null {
  const hold = holdAt(memory.leases.get(String(claim.id)), at);
  return hold && hold.accountId !== principal.id ? heldBy(memory, claim, hold.accountId) : null;
}
