import type { Claim, ClaimLine } from '../../../schema/domain/claims/claim.ts';
import type { ReasonCode } from '../../../schema/domain/claims/reason-codes.ts';
import { formatMoney, parseMoney } from '../../../schema/domain/money.ts';
import {
  type DecisionEntry,
  type LineEntry,
  lineField,
  outcomes,
  wholeLine,
} from '../../../views/hmo/decision-entry.ts';
import type { FormErrors } from '../../../views/ui/form.tsx';
import type { SentForm } from '../../command.ts';

/** One line as decided, in figures. */
export interface LineDecision {
  line: number;
  approvedQuantity: number;
  approved: number;
  reasons: string[];
}

/** The decision as typed, to be read and, where it is refused, shown again. */
export function readDecisionEntry(
  form: SentForm,
  lines: readonly ClaimLine[],
  currency: string,
): DecisionEntry {
  const typed = (line: ClaimLine): LineEntry => {
    if (form.all(lineField(line.line, 'amount')).length === 0) return wholeLine(line, currency);
    const of = (part: keyof LineEntry) => form.get(lineField(line.line, part)).trim();
    return { quantity: of('quantity'), amount: of('amount'), reason: of('reason') };
  };
  return {
    outcome: outcomes.find((outcome) => outcome === form.get('outcome')) ?? '',
    lines: Object.fromEntries(lines.map((line) => [line.line, typed(line)])),
    reasons: [form.get('reasons.0'), form.get('reasons.1')],
    sentence: form.get('sentence'),
    question: form.get('question'),
  };
}

/** `45`, or `45 · Above the tariff` as a list may have put it. */
const codeOf = (typed: string): string => typed.split(/[\s·]/)[0]?.toUpperCase() ?? '';

/** One line in figures. Whoever lowers the quantity alone means that many at the price billed. */
function readLine(
  line: ClaimLine,
  entry: LineEntry,
  currency: string,
  known: ReadonlySet<string>,
  errors: Record<string, string>,
): LineDecision {
  const fail = (part: keyof LineEntry, message: string) => {
    errors[lineField(line.line, part)] = message;
  };
  const quantity = /^\d{1,4}$/.test(entry.quantity) ? Number(entry.quantity) : null;
  if (quantity === null || quantity > line.quantity)
    fail('quantity', `Enter a whole number, at most ${line.quantity}.`);
  const typed = parseMoney(entry.amount);
  if (typed === null || typed > line.claimed)
    fail('amount', `Enter an amount, at most ${formatMoney(line.claimed, currency)}.`);
  const approvedQuantity = quantity ?? 0;
  const untouched = typed === line.claimed && approvedQuantity < line.quantity;
  const approved = untouched ? approvedQuantity * line.unitPrice : (typed ?? 0);
  const code = codeOf(entry.reason);
  if (code !== '' && !known.has(code)) fail('reason', 'Choose a reason from the list.');
  if (code === '' && approved < line.claimed)
    fail('reason', 'Give a reason for the part that is not approved.');
  return { line: line.line, approvedQuantity, approved, reasons: code === '' ? [] : [code] };
}

/** Every line in figures, or what is wrong where; null: all of everything, which needs no lines. */
export function readLines(
  claim: Claim,
  entry: DecisionEntry,
  reasons: readonly ReasonCode[],
): { lines: LineDecision[] | null; errors: FormErrors } {
  const errors: Record<string, string> = {};
  const known = new Set(reasons.map(({ code }) => code));
  const lines = claim.lines.map((line) =>
    readLine(line, entry.lines[line.line] ?? wholeLine(line, claim.currency), claim.currency, known, errors),
  );
  const whole = lines.every(
    (each, index) => each.approved === claim.lines[index]?.claimed && each.reasons.length === 0,
  );
  return { lines: whole ? null : lines, errors };
}
