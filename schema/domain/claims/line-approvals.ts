import type { Judgement, LineJudgement } from '../adjudication/judgement.ts';
import type { Minor } from '../money.ts';
import { type FieldError, type Refusal, refuse } from '../refusal.ts';
import type { LineVerdict } from './decided-line.ts';
import { givenReasons, type ReasonTable } from './deciding.ts';

/** What is approved of one line, with the reasons where it is less than recommended, or why it is more. */
export interface LineApproval {
  line: number;
  approvedQuantity: number;
  approved: Minor;
  reasons: readonly string[];
  /** in the decider's own words, where more is approved than recommended */
  override?: string | undefined;
}

/** One line of what is decided, of a claim or of a request, beside what is recommended for it. */
export interface Decidable {
  line: { line: number; quantity: number; unitPrice: Minor; claimed: Minor };
  judged: LineJudgement;
}

/** What lines are decided by. */
export interface LineTerms {
  /** for words: what they are lines of, and how they came */
  of: { noun: 'claim'; asked: 'claimed' } | { noun: 'request'; asked: 'asked for' };
  reasons: ReasonTable;
  /** whether the decider may approve more than is recommended */
  mayOverride: boolean;
}

function bounds({ line }: Decidable, approval: LineApproval, asked: string, at: string): FieldError[] {
  const errors: FieldError[] = [];
  const say = (field: string, message: string) => errors.push({ field: `${at}.${field}`, message });
  if (approval.approvedQuantity > line.quantity)
    say('approvedQuantity', `At most ${line.quantity} were ${asked} on line ${line.line}.`);
  if (approval.approved > line.claimed)
    say('approved', `At most ${line.claimed} minor units were ${asked} on line ${line.line}.`);
  else if (approval.approved > approval.approvedQuantity * line.unitPrice)
    say(
      'approved',
      `${approval.approvedQuantity} × ${line.unitPrice} is less than what is approved on line ${line.line}.`,
    );
  return errors;
}

function againstRecommendation(
  { line, judged }: Decidable,
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
export function followsSeen(seen: readonly Decidable[], approval: LineApproval): boolean {
  const judged = seen.find(({ line }) => line.line === approval.line)?.judged;
  return (
    approval.approved === judged?.approved &&
    approval.approvedQuantity === judged.approvedQuantity &&
    approval.reasons.length === 0
  );
}

/**
 * What is decided of each line that is decided otherwise than recommended; a line without a verdict stands as recommended.
 * Every line that goes beyond what was asked, or beyond the recommendation without the permission or a word why, or below it
 * without a reason of the table, is an error.
 */
export function verdictsOn(
  lines: readonly Decidable[],
  approvals: readonly LineApproval[],
  { of, reasons: table, mayOverride }: LineTerms,
  otherwise: ReadonlySet<LineApproval>,
): { verdicts: Map<number, LineVerdict>; errors: FieldError[] } {
  const errors: FieldError[] = [];
  const verdicts = new Map<number, LineVerdict>();
  const named = new Set<number>();
  approvals.forEach((approval, i) => {
    const at = `lines.${i}`;
    const judged = lines.find((each) => each.line.line === approval.line);
    if (!judged || named.has(approval.line)) {
      const why = judged ? 'is named twice' : `is not in this ${of.noun}`;
      errors.push({ field: `${at}.line`, message: `Line ${approval.line} ${why}.` });
      return;
    }
    named.add(approval.line);
    if (!otherwise.has(approval)) return;
    const { reasons, errors: unknown } = givenReasons(approval.reasons, table, `${at}.reasons`);
    const beyond = bounds(judged, approval, of.asked, at);
    errors.push(
      ...(beyond.length > 0 ? beyond : againstRecommendation(judged, approval, mayOverride, at)),
      ...unknown,
    );
    const { approvedQuantity, approved, override = null } = approval;
    verdicts.set(approval.line, { approvedQuantity, approved, reasons, override });
  });
  return { verdicts, errors };
}

/** Null when what was seen is still what is recommended; else `stale`, with the new figure. */
export function refuseUnlessRecommended(
  what: string,
  seen: string | undefined,
  { judgement, mustName }: { judgement: Pick<Judgement, 'fingerprint' | 'approved'>; mustName: boolean },
): Refusal | null {
  if (seen === judgement.fingerprint || (seen === undefined && !mustName)) return null;
  if (seen === undefined) {
    const message = 'Say which recommendation the decision was made on.';
    return refuse('invalid', message, [{ field: 'recommendation', message }]);
  }
  return refuse(
    'stale',
    `What is recommended for ${what} has changed since you opened it: ${judgement.approved} minor units now. Look at the figures again, then decide.`,
  );
}
