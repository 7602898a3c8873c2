import { type Refusal, refuse } from '../refusal.ts';
import { type Claim, undecided } from './claim.ts';
import { type Decider, said, stepped } from './deciding.ts';
import { refuseUnlessPossible, refuseUnlessSeen } from './life.ts';
import { type Clock, dueAtOf, type Ranking, ranked } from './rank.ts';

/**
 * APPROVED → IN_REVIEW (claims.md, Life): nothing is decided any more, and its clock begins anew. What was claimed, and the
 * price it is judged by, stay. Not of a claim that was filed again, corrected: that one is to be decided; the system alone sends
 * back what a changed cover concerns.
 */
export function reopen(
  claim: Claim,
  input: { version: number; reason: string },
  decider: Decider,
  rules: Clock & Ranking,
): Claim | Refusal {
  const no = refuseUnlessPossible(claim, 'reopen') ?? refuseUnlessSeen(claim, input.version);
  if (no) return no;
  if (claim.replacedBy !== null && decider.id !== 'system')
    return refuse(
      'wrong_state',
      `Claim ${claim.number} was filed again, corrected, as ${claim.replacedBy}: decide that one.`,
    );
  const reopened: Claim = {
    ...stepped(claim, 'IN_REVIEW', decider),
    outcome: null,
    approved: null,
    straightThrough: null,
    lines: claim.lines.map((line) => ({
      ...line,
      ...undecided,
    })),
    dueAt: dueAtOf(decider.at, rules),
    warnedAt: null,
    breachedAt: null,
    heldAt: claim.holds.length > 0 ? decider.at : null,
    decidedAt: null,
    decidedBy: null,
    conversation: said(claim, decider, {
      from: 'tenant',
      kind: 'decision',
      text: `Reopened: ${input.reason}`,
    }),
  };
  return ranked(reopened, rules);
}
