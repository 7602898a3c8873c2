import type { Minor } from '../money.ts';
import type { Approval } from './approve.ts';
import type { Claim, ClaimLine } from './claim.ts';
import type { Decider } from './deciding.ts';
import type { Proposal } from './proposal.ts';

/** The proposal that a claim waits with; null once it is decided or declined, or where there is none. */
export function proposalOn(claim: Pick<Claim, 'state' | 'proposal'>): Proposal | null {
  const waits = claim.state === 'IN_REVIEW' && claim.proposal?.declined === null;
  return waits ? claim.proposal : null;
}

const isOtherwise = ({ approved, approvedQuantity, judged }: ClaimLine): boolean =>
  approved !== judged?.approved || approvedQuantity !== judged.approvedQuantity;

/**
 * A decision above its maker's ceiling (claims.md, Approval limits): the claim as it was, with the proposal on it. It stays
 * IN_REVIEW, nothing is approved yet, its place in the queue is kept, and its history, which its facility sees, says nothing.
 * `approved` is the claim as the decision would leave it.
 */
export function proposed(
  before: Claim,
  approved: Claim & { approved: Minor },
  { lines = [], sentence = null }: Pick<Approval, 'lines'> & { sentence?: string | null | undefined },
  { recommendation, decider }: { recommendation: string; decider: Decider },
): Claim {
  const otherwise = new Set(approved.lines.filter(isOtherwise).map(({ line }) => line));
  return {
    ...before,
    version: before.version + 1,
    proposal: {
      by: decider.id,
      name: decider.name,
      at: decider.at,
      recommendation,
      lines: lines.filter(({ line, reasons }) => reasons.length > 0 || otherwise.has(line)),
      sentence,
      approved: approved.approved,
      declined: null,
    },
  };
}
