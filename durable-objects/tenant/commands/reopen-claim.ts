import { claimIdOf } from '../../../schema/domain/ids.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import type { TenantHandler } from '../handler.ts';
import { subjectWants, withHolds } from '../investigating/holding-subjects.ts';
import { bookedWants, bookReversal } from '../judging/book-claim.ts';
import { withCodes } from '../judging/with-codes.ts';
import { claimWants, findClaim, stepClaim } from '../on-claim.ts';

/** APPROVED → IN_REVIEW, with a reason: the ledger is reversed in the same batch. What is held of its facility is so again. */
export const reopenClaim: TenantHandler<'ReopenClaim'> = {
  wants: (memory, { number }) => {
    const claim = memory.claims.peek(String(claimIdOf(number) ?? ''));
    return [
      ...claimWants(memory, number, { text: true }),
      ...bookedWants(memory, number),
      ...(claim ? subjectWants(memory, claim) : []),
    ];
  },
  decide: ({ number, ...input }, context) => {
    const claim = findClaim(context.memory, number, context.principal);
    if (isRefusal(claim)) return claim;
    const command = { type: 'ReopenClaim' as const, input };
    const step = { number, verb: 'reopen' as const, command, news: 'reopened' as const, text: input.reason };
    const done = stepClaim(step, context);
    if (isRefusal(done)) return done;
    const codes = bookReversal(claim, context);
    const reopened = done.did.claim ?? claim;
    const held = withHolds(reopened, context);
    if (held !== reopened) context.memory.claims.put(held);
    return withCodes({ ...done, did: { ...done.did, claim: held } }, codes);
  },
};
