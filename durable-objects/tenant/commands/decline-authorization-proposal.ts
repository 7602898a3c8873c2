import { declined, proposalForSecond } from '../../../schema/domain/authorizations/propose.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import { refuseUnlessOfKind } from '../authorizing/confirming.ts';
import { toldOfOutcome } from '../authorizing/notices.ts';
import { deciderOf } from '../decider.ts';
import type { TenantHandler } from '../handler.ts';
import { ceilingOf, limitsWants } from '../memory/limits.ts';
import {
  authorizationWants,
  changedAuthorization,
  findAuthorization,
  sealedOf,
} from '../on-authorization.ts';

/** A second person sends a proposal on a request back with a sentence to whoever made it: the request waits as before. */
export const declineAuthorizationProposal: TenantHandler<'DeclineAuthorizationProposal'> = {
  wants: (memory, { number }, principal) => [
    ...authorizationWants(memory, number),
    ...limitsWants(memory, principal),
  ],
  decide: ({ number, version, sentence }, context) => {
    const { memory, principal } = context;
    const found = findAuthorization(memory, number, principal);
    if (isRefusal(found)) return found;
    const decider = deciderOf(context);
    const ceiling = ceilingOf(memory, principal, 'authorization');
    const proposal = proposalForSecond(found, version, decider, ceiling);
    if (isRefusal(proposal)) return proposal;
    const no = refuseUnlessOfKind(proposal, context);
    if (no) return no;
    const after = declined(found, proposal, decider, sentence);
    const changed = changedAuthorization(found, after, null, context);
    return {
      ...changed,
      data: { ...changed.data, proposedBy: proposal.by, declined: proposal.approved },
      sealed: sealedOf(found, { text: sentence }, context),
      notice: toldOfOutcome('authorization-declined', found, proposal, context),
    };
  },
};
