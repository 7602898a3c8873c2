import type { Refusal } from '../refusal.ts';
import { type Claim, undecided } from './claim.ts';
import { type Decider, said, stepped } from './deciding.ts';
import { refuseUnlessPossible, refuseUnlessSeen } from './life.ts';
import { type Clock, dueAtOf, noUrgency, rankAtOf } from './rank.ts';

/**
 * APPROVED → IN_REVIEW (claims.md, Life): nothing is decided any more, and its clock begins anew. What was claimed, and the
 * price it is judged by, stay.
 */
export function reopen(
  claim: Claim,
  input: { version: number; reason: string },
  decider: Decider,
  clock: Clock,
): Claim | Refusal {
  const no = refuseUnlessPossible(claim, 'reopen') ?? refuseUnlessSeen(claim, input.version);
  if (no) return no;
  const dueAt = dueAtOf(decider.at, clock);
  return {
    ...stepped(claim, 'IN_REVIEW', decider),
    outcome: null,
    approved: null,
    straightThrough: null,
    lines: claim.lines.map((line) => ({
      ...line,
      ...undecided,
    })),
    dueAt,
    rankAt: rankAtOf(dueAt, noUrgency),
    decidedAt: null,
    decidedBy: null,
    conversation: said(claim, decider, {
      from: 'tenant',
      kind: 'decision',
      text: `Reopened: ${input.reason}`,
    }),
  };
}
