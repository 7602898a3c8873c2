import type { Claim } from '../../../schema/domain/claims/claim.ts';
import { claimIdOf } from '../../../schema/domain/ids.ts';
import { isRefusal, type Refusal } from '../../../schema/domain/refusal.ts';
import { correctingWants, linesCorrected } from '../correcting.ts';
import type { TenantContext, TenantHandler } from '../handler.ts';
import { caseOfFiled, judgeCase } from '../judging/judge-claim.ts';
import { nameCodes } from '../judging/name-codes.ts';
import { withCodes } from '../judging/with-codes.ts';
import { claimWants, filedClaimWants, findClaim, stepClaim } from '../on-claim.ts';
import { rescored, rescoringWants } from '../scoring/score.ts';
import { addLineUses } from '../uses.ts';

/** What is recommended of the claim as it is now. */
function judgedAnew(claim: Claim, { memory, at }: TenantContext): Claim {
  const { approved, clean } = judgeCase(caseOfFiled(memory, claim, at));
  return { ...claim, recommended: { approved, clean } };
}

/**
 * QUERIED → RESUBMITTED by the claim's facility, its lines corrected where it sends any, and scored again; the
 * staff are told.
 */
export const answerQuery: TenantHandler<'AnswerQuery'> = {
  wants: (memory, input) => {
    const id = claimIdOf(input.number);
    const claim = id === null ? null : memory.claims.peek(String(id));
    return [
      ...claimWants(memory, input.number, { text: true }),
      ...filedClaimWants(memory, input.number),
      ...(claim ? rescoringWants(memory, claim) : []),
      ...(claim ? correctingWants(memory, claim, input) : []),
    ];
  },
  decide: (input, context) => {
    const { number, answer } = input;
    const claim = findClaim(context.memory, number, context.principal);
    if (isRefusal(claim)) return claim;
    const corrected: ReturnType<typeof linesCorrected> =
      claim.state === 'QUERIED' ? linesCorrected(claim, input, context) : null;
    if (isRefusal(corrected)) return corrected satisfies Refusal;
    const command = {
      type: 'AnswerQuery' as const,
      input: { answer, ...corrected },
      isHere: context.isHere,
    };
    const then = (after: Claim) => judgedAnew(rescored(after, context), context);
    const step = stepClaim(
      { number, verb: 'answer', command, news: 'answered', text: answer, then },
      context,
    );
    if (isRefusal(step)) return step;
    const after = step.did.claim;
    if (after && corrected)
      addLineUses(
        after,
        after.lines.filter((line) => !claim.lines.includes(line)),
        context,
      );
    const codes = after && corrected ? nameCodes(after, context.memory, claim) : [];
    const answered: typeof step = {
      ...step,
      data: corrected ? { ...step.data, corrected: true } : step.data,
      notice: {
        kind: 'resubmitted',
        audience: 'claim.view',
        subject: number,
        data: { facility: claim.facilityName },
      },
    };
    return withCodes(answered, codes);
  },
};
