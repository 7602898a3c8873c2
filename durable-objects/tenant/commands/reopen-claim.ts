import { isRefusal } from '../../../schema/domain/refusal.ts';
import type { TenantHandler } from '../handler.ts';
import { bookedWants, bookReversal } from '../judging/book-claim.ts';
import { claimWants, findClaim, stepClaim } from '../on-claim.ts';

/** APPROVED → IN_REVIEW, with a reason: the ledger is reversed in the same batch. */
export const reopenClaim: TenantHandler<'ReopenClaim'> = {
  wants: (memory, { number }) => [
    ...claimWants(memory, number, { text: true }),
    ...bookedWants(memory, number),
  ],
  decide: ({ number, ...input }, context) => {
    const claim = findClaim(context.memory, number, context.principal);
    if (isRefusal(claim)) return claim;
    const command = { type: 'ReopenClaim' as const, input };
    const step = { number, verb: 'reopen' as const, command, news: 'reopened' as const, text: input.reason };
    const done = stepClaim(step, context);
    if (!isRefusal(done)) bookReversal(claim, context);
    return done;
  },
};
