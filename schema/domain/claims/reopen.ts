import type { Refusal } from '../refusal.ts';
import { type Claim, undecided } from './claim.ts';
import { type Decider, said, stepped } from './deciding.ts';
import { refuseUnlessPossible, refuseUnlessSeen } from './life.ts';
import { type Clock, dueAtOf, type Ranking, ranked } from './rank.ts';

/**
 * APPROVED → IN_REVIEW (claims.md, Life): nothing is decided any more, and its clock begins anew. What was claimed, and the
 * price it is judged by, stay.
 */
export function reopen(
  claim: Claim,
  input: { version: number; reason: string },
  decider: Decider,
  rules: Clock & Ranking,
): Claim | Refusal {
  const no = refuseUnlessPossible(claim, 'reopen') ?? refuseUnlessSeen(claim, input.version);
  if (no) return no;
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
