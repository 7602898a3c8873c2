import { otherFigures, proposalForSecond } from '../../../schema/domain/authorizations/propose.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import { judgedProposal, refuseUnlessOfKind } from '../authorizing/confirming.ts';
import { grantedStep } from '../authorizing/decide-step.ts';
import { furtherWants } from '../authorizing/extend-step.ts';
import { decidingWants } from '../authorizing/judging-requests.ts';
import { toldOfOutcome } from '../authorizing/notices.ts';
import { deciderOf } from '../decider.ts';
import type { TenantHandler } from '../handler.ts';
import { ceilingOf } from '../memory/limits.ts';
import { findAuthorization, peekAuthorization } from '../on-authorization.ts';

/** A second person with enough ceiling makes a proposal the decision: judged anew, and refused with the new figures if they are others. */
export const confirmAuthorizationProposal: TenantHandler<'ConfirmAuthorizationProposal'> = {
  wants: (memory, { number }, principal) => {
    const found = peekAuthorization(memory, number);
    const days = found?.proposal?.days ?? null;
    return [
      ...decidingWants(memory, number, principal),
      ...(found && days !== null ? furtherWants(memory, found, days) : []),
    ];
  },
  decide: ({ number, version }, context) => {
    const { memory, principal } = context;
    const found = findAuthorization(memory, number, principal);
    if (isRefusal(found)) return found;
    const ceiling = ceilingOf(memory, principal, 'authorization');
    const proposal = proposalForSecond(found, version, deciderOf(context), ceiling);
    if (isRefusal(proposal)) return proposal;
    const no = refuseUnlessOfKind(proposal, context);
    if (no) return no;
    const { judged, step } = judgedProposal(found, proposal, context);
    if (isRefusal(judged)) return judged;
    const { after, recommendation } = judged;
    if (recommendation !== proposal.recommendation || after.approved !== proposal.approved)
      return otherFigures(found, proposal, after.approved ?? 0);
    const done = grantedStep(found, judged, step, context);
    return {
      ...done,
      data: { ...done.data, proposedBy: proposal.by },
      notice: toldOfOutcome('authorization-confirmed', found, proposal, context),
    };
  },
};
