import type { LineApproval } from '../../../schema/domain/claims/approve.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import type { ApproveClaim } from '../../../schema/forms/decide-claim.ts';
import type { TenantContext, TenantHandler } from '../handler.ts';
import { bookApproval } from '../judging/book-claim.ts';
import { caseOfFiled, judgeCase } from '../judging/judge-claim.ts';
import { claimWants, filedClaimWants, findClaim, stepClaim } from '../on-claim.ts';

const mayOverride = ({ memory, principal }: TenantContext): boolean =>
  principal.via === 'system' ||
  (memory.people.permissionsOf(principal)?.includes('claim.override_line') ?? false);

/** Everything that was written with the decision, for the journal's sealed part. */
function writtenIn({ sentence, lines = [] }: ApproveClaim): string | undefined {
  const texts = [sentence, ...lines.map(({ override }) => override)].filter((text) => text !== undefined);
  return texts.length === 0 ? undefined : texts.join('\n');
}

/** IN_REVIEW → APPROVED, as recommended or line by line, by whoever holds it; the ledger is consumed in the same batch. */
export const approveClaim: TenantHandler<'ApproveClaim'> = {
  wants: (memory, input) => [
    ...claimWants(memory, input.number, { text: writtenIn(input) !== undefined }),
    ...filedClaimWants(memory, input.number),
  ],
  decide: (input, context) => {
    const { memory, principal, at } = context;
    const { number, ...approval } = input;
    const claim = findClaim(memory, number, principal);
    if (isRefusal(claim)) return claim;
    const asked = caseOfFiled(memory, claim, at);
    const command = {
      type: 'ApproveClaim' as const,
      input: approval,
      judgement: judgeCase(asked),
      rejudge: (decided: readonly LineApproval[]) => judgeCase(asked, decided),
      mayOverride: mayOverride(context),
      mustName: principal.via !== 'system',
    };
    const text = writtenIn(input);
    const done = stepClaim({ number, verb: 'approve', command, news: 'approved', text, held: true }, context);
    if (isRefusal(done)) return done;
    if (done.did.claim) bookApproval(done.did.claim, asked, context);
    return done;
  },
};
