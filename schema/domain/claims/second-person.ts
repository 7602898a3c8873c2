import { type Ceiling, isAbove } from '../limits/approval-limits.ts';
import { formatMoney, type Minor } from '../money.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Claim } from './claim.ts';
import type { Decider } from './deciding.ts';
import { refuseUnlessSeen } from './life.ts';
import type { Proposal } from './proposal.ts';
import { proposalOn } from './propose.ts';

/** A ceiling in words: `₦ 500,000.00`, `any amount`. */
export function ceilingInWords(ceiling: Ceiling | undefined, currency: string): string {
  return ceiling === 'unlimited' ? 'any amount' : formatMoney(ceiling ?? 0, currency, { symbol: true });
}

/** What waits for a second person, and what it is a proposal on. */
interface Proposed {
  /** in words: `claim`, `request` */
  noun: 'claim' | 'request';
  /** account that entered it */
  submittedBy: string;
  currency: string;
  proposal: { by: string; approved: Minor };
}

/** Why somebody may not decide a proposal: it is their own, they entered what it is about, or it is above their ceiling. */
export function refuseAsSecond(
  { noun, submittedBy, currency, proposal }: Proposed,
  decider: Pick<Decider, 'id'>,
  ceiling: Ceiling | undefined,
): Refusal | null {
  if (proposal.by === decider.id)
    return refuse('forbidden', 'You proposed this decision: somebody else must confirm or decline it.');
  if (submittedBy === decider.id)
    return refuse('forbidden', `You entered this ${noun}: somebody else must approve it.`);
  if (!isAbove(proposal.approved, ceiling)) return null;
  const most = ceilingInWords(ceiling, currency);
  const asked = formatMoney(proposal.approved, currency, { symbol: true });
  return refuse(
    'forbidden',
    `Your role may approve up to ${most}; this proposal is for ${asked}. Somebody with a higher limit must decide it.`,
  );
}

/**
 * The proposal on a claim, for a second person who may decide it (claims.md, Approval limits). Refused: there is none, the
 * claim was seen in another version, it is the decider's own proposal, they entered the claim, or it is above their ceiling.
 */
export function proposalForSecond(
  claim: Claim,
  version: number,
  decider: Pick<Decider, 'id'>,
  ceiling: Ceiling | undefined,
): Proposal | Refusal {
  const proposal = proposalOn(claim);
  if (!proposal)
    return refuse('wrong_state', `No proposal waits on claim ${claim.number}: look at it as it is now.`);
  const { submittedBy, currency } = claim;
  const stale = refuseUnlessSeen(claim, version);
  return (
    stale ?? refuseAsSecond({ noun: 'claim', submittedBy, currency, proposal }, decider, ceiling) ?? proposal
  );
}

/** The claim as a confirmed proposal leaves it: approved, with the proposal that it came from. */
export function confirmed(after: Claim, proposal: Proposal): Claim {
  return { ...after, proposal };
}

/** `stale`: what would be approved is no longer what was proposed, with both figures. */
export function otherFigures(claim: Claim, proposal: Proposal, now: Minor): Refusal {
  const money = (amount: Minor) => formatMoney(amount, claim.currency, { symbol: true });
  return refuse(
    'stale',
    `What is recommended for claim ${claim.number} has changed since ${money(proposal.approved)} was proposed: ${money(now)} now. Decline the proposal, or take the claim and decide it anew.`,
  );
}

/** The claim free again: the proposal stands on it as declined, with a sentence to whoever made it. Its facility hears nothing. */
export function declined(claim: Claim, proposal: Proposal, decider: Decider, sentence: string): Claim {
  const { id: by, name, at } = decider;
  return {
    ...claim,
    version: claim.version + 1,
    proposal: { ...proposal, declined: { by, name, at, sentence } },
  };
}
