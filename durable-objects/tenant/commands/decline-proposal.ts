import { declined, proposalForSecond } from '../../../schema/domain/claims/second-person.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import { deciderOf } from '../decider.ts';
import { refuseIfHeld } from '../deciding/refuse-if-held.ts';
import type { TenantHandler } from '../handler.ts';
import { ceilingOf, limitsWants } from '../memory/limits.ts';
import { changedClaim, claimWants, findClaim, sealedText } from '../on-claim.ts';
import { toldOfOutcome } from '../proposal-notices.ts';

/** A second person sends a proposal back with a sentence to whoever made it: the claim is free again. */
export const declineProposal: TenantHandler<'DeclineProposal'> = {
  wants: (memory, { number }, principal) => [
    ...claimWants(memory, number, { text: true }),
    ...limitsWants(memory, principal),
  ],
  decide: ({ number, version, sentence }, context) => {
    const { memory, principal } = context;
    const claim = findClaim(memory, number, principal);
    if (isRefusal(claim)) return claim;
    const decider = deciderOf(context);
    const proposal = proposalForSecond(claim, version, decider, ceilingOf(memory, principal, 'claim'));
    if (isRefusal(proposal)) return proposal;
    const held = refuseIfHeld(claim, context);
    if (held) return held;
    const after = declined(claim, proposal, decider, sentence);
    const changed = changedClaim(claim, after, null, context);
    return {
      ...changed,
      data: { ...changed.data, proposedBy: proposal.by, declined: proposal.approved },
      sealed: sealedText(claim, sentence, context),
      notice: toldOfOutcome('declined', claim, proposal, context),
    };
  },
};
