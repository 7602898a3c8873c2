import { accountsIn, forAccounts } from '../../schema/domain/audience.ts';
import type { Claim } from '../../schema/domain/claims/claim.ts';
import type { Proposal } from '../../schema/domain/claims/proposal.ts';
import type { Notice } from '../actor/journal.ts';
import type { TenantContext } from './handler.ts';

/** Told to whoever may decide it: they may approve claims, `needs` at least, and neither proposed nor entered it. */
export function toldOfProposal(claim: Claim, proposal: Proposal): Notice {
  return {
    kind: 'proposed',
    audience: 'claim.approve',
    subject: claim.number,
    data: {
      facility: claim.facilityName,
      needs: proposal.approved,
      except: accountsIn([proposal.by, claim.submittedBy]),
    },
  };
}

/** Told to the proposer: what became of it. What was said to them stands on the claim. */
export function toldOfOutcome(
  kind: 'confirmed' | 'declined',
  claim: Claim,
  proposal: Proposal,
  { memory, principal }: TenantContext,
): Notice {
  const by = memory.people.staff.peek(principal.id)?.name ?? principal.name;
  return { kind, audience: forAccounts(proposal.by), subject: claim.number, data: { by } };
}
