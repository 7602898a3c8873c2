import type { Judgement } from '../adjudication/judgement.ts';
import { type Minor, sum } from '../money.ts';
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
import { type Decider, givenReasons, type ReasonTable, refuseFields, said, stepped } from './deciding.ts';
import { refuseIfOnHold } from './holding.ts';
import { refuseUnlessPossible, refuseUnlessSeen } from './life.ts';

/** What is approved of one line, with the reasons where it is less than recommended, or why it is more. */
export interface LineApproval {
  line: number;
  approvedQuantity: number;
  approved: Minor;
  reasons: readonly string[];
  /** in the decider's own words, where more is approved than recommended */
  override?: string | undefined;
}

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

function bounds({ line }: JudgedLine, approval: LineApproval, at: string): FieldError[] {
  const errors: FieldError[] = [];
  const say = (field: string, message: string) => errors.push({ field: `${at}.${field}`, message });
  if (approval.approvedQuantity > line.quantity)
    say('approvedQuantity', `At most ${line.quantity} were claimed on line ${line.line}.`);
  if (approval.approved > line.claimed)
    say('approved', `At most ${line.claimed} minor units were claimed on line ${line.line}.`);
  else if (approval.approved > approval.approvedQuantity * line.unitPrice)
    say(
      'approved',
      `${approval.approvedQuantity} × ${line.unitPrice} is less than what is approved on line ${line.line}.`,
    );
  return errors;
}

function againstRecommendation(
  { line, judged }: JudgedLine,
  approval: LineApproval,
  mayOverride: boolean,
  at: string,
): FieldError[] {
  const less = approval.approved < judged.approved || approval.approvedQuantity < judged.approvedQuantity;
  const more = approval.approved > judged.approved || approval.approvedQuantity > judged.approvedQuantity;
  if (more && judged.period === null)
    return [
      {
        field: `${at}.approved`,
        message: `Nobody is covered on the day of line ${line.line}: nothing can be approved of it.`,
      },
    ];
  if (more && !mayOverride)
    return [
      {
        field: `${at}.approved`,
        message: `${judged.approved} minor units are recommended on line ${line.line}: your role does not allow approving more.`,
      },
    ];
  if (more && approval.override === undefined)
    return [
      {
        field: `${at}.override`,
        message: `Write why line ${line.line} is approved beyond what is recommended.`,
      },
    ];
  if (less && !more && approval.reasons.length === 0)
    return [{ field: `${at}.reasons`, message: `Line ${line.line} is reduced: choose at least one reason.` }];
  return [];
}

/** Whether an approval says of its line what was recommended for it. */
function followsSeen(seen: readonly JudgedLine[], approval: LineApproval): boolean {
  const judged = seen.find(({ line }) => line.line === approval.line)?.judged;
  return (
    approval.approved === judged?.approved &&
    approval.approvedQuantity === judged.approvedQuantity &&
    approval.reasons.length === 0
  );
}

function approveLines(
  lines: readonly JudgedLine[],
  approvals: readonly LineApproval[],
  { reasons: table, mayOverride }: ApprovalFacts,
  otherwise: ReadonlySet<LineApproval>,
): { lines: DecidedLine[]; errors: FieldError[] } {
  const errors: FieldError[] = [];
  const byLine = new Map<number, DecidedLine>();
  approvals.forEach((approval, i) => {
    const at = `lines.${i}`;
    const judged = lines.find((each) => each.line.line === approval.line);
    if (!judged || byLine.has(approval.line)) {
      const why = judged ? 'is named twice' : 'is not in this claim';
      errors.push({ field: `${at}.line`, message: `Line ${approval.line} ${why}.` });
      return;
    }
    if (!otherwise.has(approval)) {
      byLine.set(approval.line, asRecommended(judged));
      return;
    }
    const { reasons, errors: unknown } = givenReasons(approval.reasons, table, `${at}.reasons`);
    const beyond = bounds(judged, approval, at);
    errors.push(
      ...(beyond.length > 0 ? beyond : againstRecommendation(judged, approval, mayOverride, at)),
      ...unknown,
    );
    const { approvedQuantity, approved, override = null } = approval;
    byLine.set(approval.line, decidedOtherwise(judged, { approvedQuantity, approved, reasons, override }));
  });
  return { lines: lines.map((each) => byLine.get(each.line.line) ?? asRecommended(each)), errors };
}

/** Null when what was seen is still what is recommended; else `stale`: the figures have changed. */
function refuseUnlessRecommended(
  claim: Claim,
  seen: string | undefined,
  { judgement, mustName }: ApprovalFacts,
): Refusal | null {
  if (seen === judgement.fingerprint || (seen === undefined && !mustName)) return null;
  if (seen === undefined) {
    const message = 'Say which recommendation the decision was made on.';
    return refuse('invalid', message, [{ field: 'recommendation', message }]);
  }
  return refuse(
    'stale',
    `What is recommended for claim ${claim.number} has changed since you opened it: ${judgement.approved} minor units now. Look at the figures again, then decide.`,
  );
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
    refuseUnlessRecommended(claim, input.recommendation, facts);
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
