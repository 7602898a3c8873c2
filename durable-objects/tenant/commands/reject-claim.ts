import { isRefusal, refuse } from '../../../schema/domain/refusal.ts';
import { holds } from '../../actor/authorize.ts';
import type { TenantHandler } from '../handler.ts';
import { claimWants, findClaim, stepClaim } from '../on-claim.ts';

/** → REJECTED by whoever holds it; or, before it was received, by staff who may receive claims. */
export const rejectClaim: TenantHandler<'RejectClaim'> = {
  wants: (memory, { number }) => claimWants(memory, number, { text: true }),
  decide: ({ number, ...input }, context) => {
    const { memory, principal } = context;
    const claim = findClaim(memory, number, principal);
    if (isRefusal(claim)) return claim;
    const unreceived = claim.state === 'SUBMITTED';
    if (unreceived && !holds(memory.people, principal, 'claim.receive'))
      return refuse('forbidden', 'Your role does not allow rejecting a claim before it is received.');
    if (!unreceived && !holds(memory.people, principal, 'claim.reject'))
      return refuse('forbidden', 'Your role does not allow rejecting a claim once it is received.');
    const command = { type: 'RejectClaim', input } as const;
    return stepClaim(
      { number, verb: 'reject', command, news: 'rejected', text: input.sentence, held: !unreceived },
      context,
    );
  },
};
