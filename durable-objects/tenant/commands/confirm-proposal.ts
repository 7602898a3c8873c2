import { confirmed, otherFigures, proposalForSecond } from '../../../schema/domain/claims/second-person.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import { deciderOf } from '../decider.ts';
import { approvedStep, judgedApproval } from '../deciding/approve-step.ts';
import { refuseIfHeld } from '../deciding/refuse-if-held.ts';
import type { TenantHandler } from '../handler.ts';
import { heldWants } from '../investigating/holding-subjects.ts';
import { caseOfFiled, judgeCase } from '../judging/judge-claim.ts';
import { ceilingOf, limitsWants } from '../memory/limits.ts';
import { claimWants, filedClaimWants, findClaim } from '../on-claim.ts';
import { toldOfOutcome } from '../proposal-notices.ts';

/** IN_REVIEW → APPROVED by a second person with enough ceiling: judged anew, and refused with the new figures if they are others. */
export const confirmProposal: TenantHandler<'ConfirmProposal'> = {
  wants: (memory, { number }, principal) => [
    ...claimWants(memory, number, { text: true }),
    ...filedClaimWants(memory, number),
    ...heldWants(memory, number),
    ...limitsWants(memory, principal),
  ],
  decide: ({ number, version }, context) => {
    const { memory, principal } = context;
    const claim = findClaim(memory, number, principal);
    if (isRefusal(claim)) return claim;
    const ceiling = ceilingOf(memory, principal, 'claim');
    const proposal = proposalForSecond(claim, version, deciderOf(context), ceiling);
    if (isRefusal(proposal)) return proposal;
    const held = refuseIfHeld(claim, context);
    if (held) return held;
    const now = judgeCase(caseOfFiled(memory, claim, context.at));
    if (now.fingerprint !== proposal.recommendation) return otherFigures(claim, proposal, now.approved);
    const lines = proposal.lines.map((line) => ({ ...line, reasons: [...line.reasons] }));
    const sentence = proposal.sentence ?? undefined;
    const judged = judgedApproval(claim, { version, lines, sentence }, context, false);
    if (isRefusal(judged)) return judged;
    const { after } = judged;
    if (after.approved !== proposal.approved) return otherFigures(claim, proposal, after.approved ?? 0);
    const done = approvedStep(claim, { ...judged, after: confirmed(after, proposal) }, sentence, context);
    return {
      ...done,
      data: { ...done.data, proposedBy: proposal.by },
      notice: toldOfOutcome('confirmed', claim, proposal, context),
    };
  },
};
