import { dueBy } from '../../../schema/domain/claims/falling-due.ts';
import { isRefusal, refuse } from '../../../schema/domain/refusal.ts';
import type { TenantHandler } from '../handler.ts';
import { only } from '../memory/settings.ts';
import { claimWants, findClaim, stepClaim } from '../on-claim.ts';

/** QUERIED → REJECTED by the system: nobody has answered. */
export const expireQuery: TenantHandler<'ExpireQuery'> = {
  wants: (memory, { number }) => claimWants(memory, number, { text: true }),
  decide: ({ number }, context) => {
    const { memory, principal, at } = context;
    const claim = findClaim(memory, number, principal);
    if (isRefusal(claim)) return claim;
    const clock = memory.settings.get(only);
    if (!clock || dueBy(claim, clock, at) !== 'expire')
      return refuse('wrong_state', `No query of claim ${number} is past its day.`);
    return stepClaim({ number, command: { type: 'ExpireQuery' }, news: 'rejected' }, context);
  },
};
