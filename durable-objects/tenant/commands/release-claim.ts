import { isRefusal, refuse } from '../../../schema/domain/refusal.ts';
import type { TenantHandler } from '../handler.ts';
import { changedClaim, claimWants, findClaim, heldBy } from '../on-claim.ts';

/** Ends the person's lease; by the system only one whose time is over. The claim itself does not change. */
export const releaseClaim: TenantHandler<'ReleaseClaim'> = {
  wants: (memory, { number }) => claimWants(memory, number),
  decide: ({ number }, context) => {
    const { memory, principal, at } = context;
    const claim = findClaim(memory, number, principal);
    if (isRefusal(claim)) return claim;
    const hold = memory.leases.get(String(claim.id));
    if (!hold) return refuse('wrong_state', `Nobody holds claim ${number}.`);
    const lapsed = principal.via === 'system' && hold.until <= at;
    if (hold.accountId !== principal.id && !lapsed) return heldBy(memory, claim, hold.accountId);
    memory.leases.set(String(claim.id), null);
    return changedClaim(claim, claim, null, context);
  },
};
