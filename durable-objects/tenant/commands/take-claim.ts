import { isRefusal } from '../../../schema/domain/refusal.ts';
import type { TenantHandler } from '../handler.ts';
import { caseOfFiled, judgeCase } from '../judging/judge-claim.ts';
import { claimWants, filedClaimWants, findClaim } from '../on-claim.ts';
import { leased } from '../taking.ts';

/**
 * → IN_REVIEW, held by the person, who is told what is recommended by its name. Taken again by the same person, the lease
 * begins anew.
 */
export const takeClaim: TenantHandler<'TakeClaim'> = {
  wants: (memory, { number }) => [...claimWants(memory, number), ...filedClaimWants(memory, number)],
  decide: ({ number }, context) => {
    const { memory, principal, at } = context;
    const claim = findClaim(memory, number, principal);
    if (isRefusal(claim)) return claim;
    const done = leased(claim, context);
    if (isRefusal(done)) return done;
    const { taken, ...decision } = done;
    const { fingerprint: recommendation } = judgeCase(caseOfFiled(memory, taken, at));
    return { ...decision, outcome: { ...decision.outcome, recommendation } };
  },
};
