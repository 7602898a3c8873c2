import { type Minor, sum } from '../money.ts';
import { type FieldError, type Refusal, refuse } from '../refusal.ts';
import type { Claim, ClaimLine } from './claim.ts';
import { type Decider, givenReasons, type ReasonTable, refuseFields, said, stepped } from './deciding.ts';
import { refuseUnlessPossible, refuseUnlessSeen } from './life.ts';

/** What is approved of one line, with the reasons where it is less than claimed. */
export interface LineApproval {
  line: number;
  approvedQuantity: number;
  approved: Minor;
  reasons: readonly string[];
  /** why more is paid than recommended */
  override?: string | undefined;
}

/** A decision to approve, on the version that was seen. */
export interface Approval {
  version: number;
  /** fingerprint of the judgement that was seen */
  recommendation?: string | undefined;
  /** every line once; left out: everything as claimed */
  lines?: readonly LineApproval[] | undefined;
  sentence?: string | undefined;
}

/** A line of which it is said what is approved. */
interface ApprovedLine extends ClaimLine {
  approvedQuantity: number;
  approved: Minor;
}

const isReduced = (line: ApprovedLine): boolean =>
  line.approvedQuantity < line.quantity || line.approved < line.claimed;

function lineErrors(line: ClaimLine, approval: LineApproval, at: string): FieldError[] {
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
  const reduced = approval.approvedQuantity < line.quantity || approval.approved < line.claimed;
  if (reduced && approval.reasons.length === 0)
    say('reasons', `Line ${line.line} is reduced: choose at least one reason.`);
  return errors;
}

function approveLines(
  claim: Claim,
  approvals: readonly LineApproval[],
  table: ReasonTable,
): { lines: ApprovedLine[]; errors: FieldError[] } {
  const errors: FieldError[] = [];
  const byLine = new Map<number, ApprovedLine>();
  approvals.forEach((approval, i) => {
    const line = claim.lines.find((each) => each.line === approval.line);
    if (!line || byLine.has(approval.line)) {
      const why = line ? 'is named twice' : 'is not in this claim';
      errors.push({ field: `lines.${i}.line`, message: `Line ${approval.line} ${why}.` });
      return;
    }
    const { reasons, errors: unknown } = givenReasons(approval.reasons, table, `lines.${i}.reasons`);
    errors.push(...lineErrors(line, approval, `lines.${i}`), ...unknown);
    const { approvedQuantity, approved } = approval;
    byLine.set(approval.line, { ...line, approvedQuantity, approved, reasons });
  });
  for (const { line } of claim.lines)
    if (!byLine.has(line)) errors.push({ field: 'lines', message: `Say what is approved of line ${line}.` });
  return { lines: claim.lines.flatMap(({ line }) => byLine.get(line) ?? []), errors };
}

const inFull = (line: ClaimLine): ApprovedLine => ({
  ...line,
  approvedQuantity: line.quantity,
  approved: line.claimed,
  reasons: [],
});

/**
 * IN_REVIEW → APPROVED, in full or line by line. What was claimed never changes. Refused: another version than the one
 * seen, more than was claimed, a reduced line without a reason of the tenant's table, a line left out, and a claim of
 * which nothing would be left (that is a rejection).
 */
export function approve(
  claim: Claim,
  input: Approval,
  decider: Decider,
  table: ReasonTable,
): Claim | Refusal {
  const no = refuseUnlessPossible(claim, 'approve') ?? refuseUnlessSeen(claim, input.version);
  if (no) return no;
  if (claim.submittedBy === decider.id)
    return refuse('forbidden', 'You entered this claim: somebody else must approve it.');
  const { lines, errors } = input.lines
    ? approveLines(claim, input.lines, table)
    : { lines: claim.lines.map(inFull), errors: [] };
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
