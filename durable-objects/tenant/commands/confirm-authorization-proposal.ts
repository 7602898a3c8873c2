import { asDecided, otherFigures, proposalForSecond } from '../../../schema/domain/authorizations/propose.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import { grantedStep, judgedGrant } from '../authorizing/decide-step.ts';
import { caseOfRequest, decidingWants } from '../authorizing/judging-requests.ts';
import { toldOfOutcome } from '../authorizing/notices.ts';
import { deciderOf } from '../decider.ts';
import type { TenantHandler } from '../handler.ts';
import { judgeCase } from '../judging/judge-claim.ts';
import { ceilingOf } from '../memory/limits.ts';
import { findAuthorization } from '../on-authorization.ts';

/** A second person with enough ceiling makes a proposal the decision: judged anew, and refused with the new figures if they are others. */
export const confirmAuthorizationProposal: TenantHandler<'ConfirmAuthorizationProposal'> = {
  wants: (memory, { number }, principal) => decidingWants(memory, number, principal),
  decide: ({ number, version }, context) => {
    const { memory, principal } = context;
    const found = findAuthorization(memory, number, principal);
    if (isRefusal(found)) return found;
    const ceiling = ceilingOf(memory, principal, 'authorization');
    const proposal = proposalForSecond(found, version, deciderOf(context), ceiling);
    if (isRefusal(proposal)) return proposal;
    const now = judgeCase(caseOfRequest(found, context));
    if (now.fingerprint !== proposal.recommendation) return otherFigures(found, proposal, now.approved);
    const { validTo, sentence } = proposal;
    const grant = {
      version,
      lines: asDecided(proposal, now),
      validTo: validTo ?? undefined,
      sentence: sentence === '' ? undefined : sentence,
    };
    const judged = judgedGrant(found, grant, context, false);
    if (isRefusal(judged)) return judged;
    if (judged.after.approved !== proposal.approved)
      return otherFigures(found, proposal, judged.after.approved ?? 0);
    const done = grantedStep(found, judged, grant, context);
    return {
      ...done,
      data: { ...done.data, proposedBy: proposal.by },
      notice: toldOfOutcome('authorization-confirmed', found, proposal, context),
    };
  },
};
