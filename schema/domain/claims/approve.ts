import type { Judgement } from '../adjudication/judgement.ts';
import { sum } from '../money.ts';
import { type FieldError, type Refusal, refuse } from '../refusal.ts';
import type { Claim } from './claim.ts';
import {
  asRecommended,
  type DecidedLine,
  decidedOtherwise,
  isReduced,
  type JudgedLine,
  judgedLines,
} from './decided-line.ts';
import { type Decider, type ReasonTable, refuseFields, said, stepped } from './deciding.ts';
import { refuseIfOnHold } from './holding.ts';
import { refuseUnlessPossible, refuseUnlessSeen } from './life.ts';
import { followsSeen, type LineApproval, refuseUnlessRecommended, verdictsOn } from './line-approvals.ts';

/** A decision to approve, on the version and the recommendation that were seen. */
export interface Approval {
  version: number;
  /** the judgement's fingerprint; the system alone may leave it out: whatever is recommended now */
  recommendation?: string | undefined;
  /** each at most once; a line left out is as recommended */
  lines?: readonly LineApproval[] | undefined;
  sentence?: string | undefined;
}

/** What an approval is decided with beside the claim. */
export interface ApprovalFacts {
  reasons: ReasonTable;
  /** what the engine recommends now */
  judgement: Judgement;
  /** what it recommends for the others once some lines are decided otherwise */
  rejudge: (decided: readonly LineApproval[]) => Judgement;
  /** whether the decider may pay more than is recommended (`claim.override_line`) */
  mayOverride: boolean;
  /** a person's decision names what it saw; the system's follows what is recommended at its moment */
  mustName: boolean;
}

function approveLines(
  lines: readonly JudgedLine[],
  approvals: readonly LineApproval[],
  { reasons, mayOverride }: ApprovalFacts,
  otherwise: ReadonlySet<LineApproval>,
): { lines: DecidedLine[]; errors: FieldError[] } {
  const of = { noun: 'claim', asked: 'claimed' } as const;
  const { verdicts, errors } = verdictsOn(lines, approvals, { of, reasons, mayOverride }, otherwise);
  const decided = lines.map((each) => {
    const verdict = verdicts.get(each.line.line);
    return verdict ? decidedOtherwise(each, verdict) : asRecommended(each);
  });
  return { lines: decided, errors };
}

/**
 * IN_REVIEW → APPROVED, as recommended or line by line. What was claimed never changes, and both what was recommended and
 * what is approved are kept. Refused: another version or recommendation than the one seen, more than was claimed, less
 * than recommended without a reason of the tenant's table, more than recommended without the permission or without saying
 * why, and a claim of which nothing would be left (that is a rejection).
 */
export function approve(
  claim: Claim,
  input: Approval,
  decider: Decider,
  facts: ApprovalFacts,
): Claim | Refusal {
  const no =
    refuseUnlessPossible(claim, 'approve') ??
    refuseIfOnHold(claim) ??
    refuseUnlessSeen(claim, input.version) ??
    refuseUnlessRecommended(`claim ${claim.number}`, input.recommendation, facts);
  if (no) return no;
  if (claim.submittedBy === decider.id)
    return refuse('forbidden', 'You entered this claim: somebody else must approve it.');
  const seen = judgedLines(claim, facts.judgement);
  const given = input.lines ?? [];
  const otherwise = given.filter((approval) => !followsSeen(seen, approval));
  // A line refused gives back what it would have taken: the others are held against what is left then.
  const judged = otherwise.length === 0 ? seen : judgedLines(claim, facts.rejudge(otherwise));
  const { lines, errors } = approveLines(judged, given, facts, new Set(otherwise));
  const [first, ...rest] = errors;
  if (first) return refuseFields([first, ...rest]);
  const approved = sum(lines.map((line) => line.approved));
  const partial = lines.some(isReduced);
  if (partial && approved === 0)
    return refuseFields([
      { field: 'lines', message: 'Nothing would be approved: reject the claim instead.' },
    ]);
  return {
    ...stepped(claim, 'APPROVED', decider),
    outcome: partial ? 'PARTIAL' : 'FULL',
    lines,
    approved,
    decidedAt: decider.at,
    decidedBy: decider.id,
    conversation: input.sentence
      ? said(claim, decider, { from: 'tenant', kind: 'decision', text: input.sentence })
      : claim.conversation,
  };
}
