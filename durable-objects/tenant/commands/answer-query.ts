import { isRefusal } from '../../../schema/domain/refusal.ts';
import type { TenantHandler } from '../handler.ts';
import { claimWants, stepClaim } from '../on-claim.ts';

/** QUERIED → RESUBMITTED by the claim's facility; the staff are told. */
export const answerQuery: TenantHandler<'AnswerQuery'> = {
  wants: (memory, { number }) => claimWants(memory, number, { text: true }),
  decide: ({ number, answer }, context) => {
    const command = { type: 'AnswerQuery', input: { answer } } as const;
    const step = stepClaim({ number, verb: 'answer', command, news: 'answered', text: answer }, context);
    if (isRefusal(step)) return step;
    const facility = step.did.claim?.facilityName ?? '';
    return {
      ...step,
      notice: { kind: 'resubmitted', audience: 'claim.view', subject: number, data: { facility } },
    };
  },
};
