import type { Judgement } from '../adjudication/judgement.ts';
import type { Decider } from '../claims/deciding.ts';
import type { GivenReason } from '../claims/given-reason.ts';
import type { LineApproval } from '../claims/line-approvals.ts';
import { refuseAsSecond } from '../claims/second-person.ts';
import type { Ceiling } from '../limits/approval-limits.ts';
import { formatMoney, type Minor } from '../money.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Authorization, AuthorizationLine } from './authorization.ts';
import { refuseUnlessSeen } from './life.ts';
import type { AuthorizationProposal } from './parts.ts';

/** The proposal that a request waits with; null: there is none, or it was declined. */
export const proposalOn = ({ proposal }: Pick<Authorization, 'proposal'>): AuthorizationProposal | null =>
  proposal?.declined === null ? proposal : null;

/** What is proposed of a line, as it would be granted. */
const proposedLine = ({ line, approvedQuantity, approved, reasons, override }: AuthorizationLine) => ({
  line,
  approvedQuantity: approvedQuantity ?? 0,
  approved: approved ?? 0,
  reasons,
  override,
});

/** What of a proposal follows from neither the request nor who makes it. */
type Wanted = Readonly<Pick<AuthorizationProposal, 'what' | 'recommendation' | 'days' | 'sentence'>> & {
  readonly reasons: readonly GivenReason[];
};

/**
 * A decision above its maker's ceiling (claims.md, Approval limits): the request as it was, with the proposal on it. Its state,
 * its clock and the ledger stay as they are, and its history, which its facility sees, says nothing. `after` is the request as
 * the decision would leave it.
 */
export function proposed(
  before: Authorization,
  after: Authorization,
  wanted: Wanted,
  { at, id: by, name }: Decider,
): Authorization {
  const { approved, lines, validTo } = after;
  return {
    ...before,
    version: before.version + 1,
    proposal: {
      ...wanted,
      reasons: [...wanted.reasons],
      at,
      by,
      name,
      approved: approved ?? 0,
      lines: lines.map(proposedLine),
      validTo,
      declined: null,
    },
  };
}

/** What a proposal says of the lines that it decides otherwise than recommended, as a decision says it. */
export function asDecided({ lines }: AuthorizationProposal, { lines: judged }: Judgement): LineApproval[] {
  const follows = ({ line, approvedQuantity, approved }: AuthorizationProposal['lines'][number]) =>
    judged.some(
      (one) => one.line === line && one.approvedQuantity === approvedQuantity && one.approved === approved,
    );
  return lines
    .filter((line) => !follows(line))
    .map(({ reasons, override, ...line }) => ({
      ...line,
      // Of a line granted beyond the recommendation its reasons are the engine's own.
      reasons: override === null ? reasons.map(({ code }) => code) : [],
      override: override ?? undefined,
    }));
}

/**
 * The proposal on a request, for a second person who may decide it. Refused: there is none, the request was seen in another
 * version, it is the decider's own proposal, they entered the request, or it is above their ceiling.
 */
export function proposalForSecond(
  authorization: Authorization,
  version: number,
  decider: Pick<Decider, 'id'>,
  ceiling: Ceiling | undefined,
): AuthorizationProposal | Refusal {
  const { number, submittedBy, currency } = authorization;
  const proposal = proposalOn(authorization);
  if (!proposal) return refuse('wrong_state', `No proposal waits on ${number}: look at it as it is now.`);
  const of = { noun: 'request', submittedBy, currency, proposal } as const;
  return refuseUnlessSeen(authorization, version) ?? refuseAsSecond(of, decider, ceiling) ?? proposal;
}

/** `stale`: what would be granted is no longer what was proposed, with both figures. */
export function otherFigures(
  { number, currency }: Authorization,
  { approved }: AuthorizationProposal,
  now: Minor,
): Refusal {
  const money = (amount: Minor) => formatMoney(amount, currency, { symbol: true });
  return refuse(
    'stale',
    `What is recommended for ${number} has changed since ${money(approved)} was proposed: ${money(now)} now. Decline the proposal, or decide the request anew.`,
  );
}

/** The proposal sent back, with a sentence to whoever made it: the request waits as before. Its facility hears nothing. */
export function declined(
  authorization: Authorization,
  proposal: AuthorizationProposal,
  { id: by, name, at }: Decider,
  sentence: string,
): Authorization {
  return {
    ...authorization,
    version: authorization.version + 1,
    proposal: { ...proposal, declined: { by, name, at, sentence } },
  };
}
