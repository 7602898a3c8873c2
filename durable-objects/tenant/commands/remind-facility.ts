import { dueBy, told } from '../../../schema/domain/claims/falling-due.ts';
import { isRefusal, refuse } from '../../../schema/domain/refusal.ts';
import type { TenantHandler } from '../handler.ts';
import { only } from '../memory/settings.ts';
import { changedClaim, claimWants, findClaim } from '../on-claim.ts';

/** The facility is reminded of its query, once. */
export const remindFacility: TenantHandler<'RemindFacility'> = {
  wants: (memory, { number }) => claimWants(memory, number),
  decide: ({ number }, context) => {
    const { memory, principal, at } = context;
    const claim = findClaim(memory, number, principal);
    if (isRefusal(claim)) return claim;
    const clock = memory.settings.get(only);
    if (!clock || dueBy(claim, clock, at) !== 'remind')
      return refuse('wrong_state', `Claim ${number} has no query to be reminded of.`);
    return changedClaim(claim, told(claim, 'remind', at), 'reminded', context);
  },
};
