import type { Judgement, LineJudgement } from '../adjudication/judgement.ts';
import type { Minor } from '../money.ts';
import type { Claim, ClaimLine } from './claim.ts';
import type { GivenReason } from './given-reason.ts';

/** A line beside what is recommended for it. */
export interface JudgedLine {
  line: ClaimLine;
  judged: LineJudgement;
}

/** What somebody decided of a line. */
export interface LineVerdict {
  approvedQuantity: number;
  approved: Minor;
  /** coded reasons of the decider; where they follow the recommendation, its own stand */
  reasons: readonly GivenReason[];
  /** why it is more than recommended */
  override: string | null;
}

/** A line of which it is said what is approved. */
export type DecidedLine = ClaimLine & { approvedQuantity: number; approved: Minor; judged: LineJudgement };

/** The claim's lines, each with its recommendation. */
export function judgedLines(claim: Claim, judgement: Judgement): JudgedLine[] {
  const byLine = new Map(judgement.lines.map((each) => [each.line, each]));
  return claim.lines.flatMap((line) => {
    const judged = byLine.get(line.line);
    return judged ? [{ line, judged }] : [];
  });
}

/** A line decided just as recommended. */
export function asRecommended({ line, judged }: JudgedLine): DecidedLine {
  return {
    ...line,
    approvedQuantity: judged.approvedQuantity,
    approved: judged.approved,
    enrolleeShare: judged.enrolleeShare,
    facilityShare: judged.facilityShare,
    reasons: [...judged.reasons],
    judged,
    override: null,
  };
}

function borneByEnrollee(
  { line, judged }: JudgedLine,
  { approvedQuantity, approved }: LineVerdict,
  byEnrollee: boolean,
): Minor {
  if (approvedQuantity === 0 && approved === 0) return byEnrollee ? line.claimed : 0;
  const less = judged.approved - approved;
  if (less >= 0) return judged.enrolleeShare + (byEnrollee ? less : 0);
  return judged.enrolleeShare - Math.max(0, -less - judged.facilityShare);
}

/**
 * A line decided otherwise. What is paid less is borne by whom the reason's group names; what is paid more is taken off
 * what the facility would bear, then off what the enrollee would; of a line that is refused altogether, no co-pay or
 * deductible is left. claimed = approved + both shares, always.
 */
export function decidedOtherwise({ line, judged }: JudgedLine, verdict: LineVerdict): DecidedLine {
  const { approvedQuantity, approved, override } = verdict;
  const byEnrollee = verdict.reasons.length > 0 && verdict.reasons.every(({ group }) => group === 'PR');
  const enrolleeShare = borneByEnrollee({ line, judged }, verdict, byEnrollee);
  return {
    ...line,
    approvedQuantity,
    approved,
    enrolleeShare,
    facilityShare: line.claimed - approved - enrolleeShare,
    reasons: verdict.reasons.length > 0 ? [...verdict.reasons] : [...judged.reasons],
    judged,
    override,
  };
}

/** Whether less than what the line's own cover pays was approved: co-pay and deductible are no reduction. */
export function isReduced(line: DecidedLine): boolean {
  const { deductible, coPay } = line.judged;
  return line.approvedQuantity < line.quantity || line.approved + deductible + coPay < line.claimed;
}
