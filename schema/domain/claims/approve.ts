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
  /** the judgement's fingerprint; left out: whatever is recommended now */
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
  /** whether the decider may pay more than is recommended (`claim.override_line`) */
  mayOverride: boolean;
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

const isAsRecommended = ({ judged }: JudgedLine, approval: LineApproval): boolean =>
  approval.approved === judged.approved &&
  approval.approvedQuantity === judged.approvedQuantity &&
  approval.reasons.length === 0;

function approveLines(
  lines: readonly JudgedLine[],
  approvals: readonly LineApproval[],
  { reasons: table, mayOverride }: ApprovalFacts,
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
    const { reasons, errors: unknown } = givenReasons(approval.reasons, table, `${at}.reasons`);
    const beyond = bounds(judged, approval, at);
    errors.push(
      ...(beyond.length > 0 ? beyond : againstRecommendation(judged, approval, mayOverride, at)),
      ...unknown,
    );
    const { approvedQuantity, approved, override = null } = approval;
    const decided = isAsRecommended(judged, approval)
      ? asRecommended(judged)
      : decidedOtherwise(judged, { approvedQuantity, approved, reasons, override });
    byLine.set(approval.line, decided);
  });
  return { lines: lines.map((each) => byLine.get(each.line.line) ?? asRecommended(each)), errors };
}

/** Null when what was seen is still what is recommended; else `stale`: the figures have changed. */
function refuseUnlessRecommended(
  claim: Claim,
  seen: string | undefined,
  judgement: Judgement,
): Refusal | null {
  if (seen === undefined || seen === judgement.fingerprint) return null;
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
    refuseUnlessSeen(claim, input.version) ??
    refuseUnlessRecommended(claim, input.recommendation, facts.judgement);
  if (no) return no;
  if (claim.submittedBy === decider.id)
    return refuse('forbidden', 'You entered this claim: somebody else must approve it.');
  const judged = judgedLines(claim, facts.judgement);
  const { lines, errors } = approveLines(judged, input.lines ?? [], facts);
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
