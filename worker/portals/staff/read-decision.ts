import type { ReasonCode } from '../../../schema/domain/claims/reason-codes.ts';
import { formatMoney, type Minor, parseMoney } from '../../../schema/domain/money.ts';
import {
  type DecidableLine,
  type DecisionEntry,
  entryOf,
  type LineEntry,
  type LineStart,
  type LineStarts,
  lineField,
  outcomes,
  startsOf,
} from '../../../views/hmo/decision-entry.ts';
import { readSeen } from '../../../views/hmo/seen-figures.ts';
import type { FormErrors } from '../../../views/ui/form.tsx';
import type { SentForm } from '../../command.ts';

/** One line as decided, in figures. */
export interface LineDecision {
  line: number;
  approvedQuantity: number;
  approved: number;
  reasons: string[];
  override?: string;
}

/** The recommendation that the person saw, by its name and line by line. */
export interface Seen {
  recommendation: string | null;
  starts: LineStarts;
  /** whether the person may pay more than recommended */
  overrides: boolean;
}

/** What a form was shown with; a line it says nothing of started as billed. */
export function readSeenOf(form: SentForm, lines: readonly DecidableLine[], overrides: boolean): Seen {
  const starts = new Map([...startsOf(lines, new Map()), ...readSeen(form.get('seen'))]);
  return { recommendation: form.get('recommendation').slice(0, 64) || null, starts, overrides };
}

/** What a line started from; a line that nobody was shown starts as billed. */
const startOf = (line: DecidableLine, starts: LineStarts): LineStart =>
  starts.get(line.line) ?? { quantity: line.quantity, amount: line.claimed, reasons: [] };

/** The decision as typed, to be read and, where it is refused, shown again. */
export function readDecisionEntry(
  form: SentForm,
  lines: readonly DecidableLine[],
  currency: string,
  { starts }: Seen,
): DecisionEntry {
  const typed = (line: DecidableLine): LineEntry => {
    if (form.all(lineField(line.line, 'amount')).length === 0)
      return entryOf(startOf(line, starts), currency);
    const of = (part: keyof LineEntry) => form.get(lineField(line.line, part)).trim();
    return { quantity: of('quantity'), amount: of('amount'), reason: of('reason'), override: of('override') };
  };
  return {
    outcome: outcomes.find((outcome) => outcome === form.get('outcome')) ?? '',
    lines: Object.fromEntries(lines.map((line) => [line.line, typed(line)])),
    reasons: [form.get('reasons.0'), form.get('reasons.1')],
    sentence: form.get('sentence'),
    question: form.get('question'),
    wanted: form.all('wanted'),
    wantedOther: form.get('wantedOther'),
  };
}

/** `45`, or `45 · Above the tariff` as a list may have put it. */
const codeOf = (typed: string): string => typed.split(/[\s·]/)[0]?.toUpperCase() ?? '';

/** A part of an amount by quantity, rounded down: products of the two can exceed what a number holds exactly. */
const shareOf = (amount: Minor, quantity: number, of: number): Minor =>
  of === 0 ? 0 : Number((BigInt(amount) * BigInt(quantity)) / BigInt(of));

interface LineContext {
  line: DecidableLine;
  start: LineStart;
  entry: LineEntry;
  currency: string;
  known: ReadonlySet<string>;
  overrides: boolean;
  fail: (part: keyof LineEntry, message: string) => void;
}

function figuresOf({ line, start, entry, currency, fail }: LineContext) {
  const quantity = /^\d{1,4}$/.test(entry.quantity) ? Number(entry.quantity) : null;
  if (quantity === null || quantity > line.quantity)
    fail('quantity', `Enter a whole number, at most ${line.quantity}.`);
  const typed = parseMoney(entry.amount);
  if (typed === null || typed > line.claimed)
    fail('amount', `Enter an amount, at most ${formatMoney(line.claimed, currency)}.`);
  const approvedQuantity = quantity ?? 0;
  // Whoever lowers the quantity alone means that part of what stands there.
  const alone = typed === start.amount && approvedQuantity < start.quantity;
  const approved = alone ? shareOf(start.amount, approvedQuantity, start.quantity) : (typed ?? 0);
  return { approvedQuantity, approved };
}

/** One line in figures, or the errors of its fields. */
function readLine(context: LineContext): LineDecision {
  const { line, start, entry, known, fail } = context;
  const { approvedQuantity, approved } = figuresOf(context);
  const code = codeOf(entry.reason);
  if (code !== '' && !known.has(code)) fail('reason', 'Choose a reason from the list.');
  if (code === '' && approved < line.claimed)
    fail('reason', 'Give a reason for the part that is not approved.');
  const more = approved > start.amount || approvedQuantity > start.quantity;
  if (more && !context.overrides)
    fail('amount', 'This pays more than recommended, which takes the permission claim.override_line.');
  else if (more && entry.override === '')
    fail('override', 'This pays more than recommended: say why in one sentence.');
  const asStarted = code === (start.reasons[0] ?? '');
  const reasons = asStarted ? [...start.reasons] : code === '' ? [] : [code];
  return {
    line: line.line,
    approvedQuantity,
    approved,
    reasons: approved === line.claimed ? [] : reasons,
    ...(more && entry.override !== '' ? { override: entry.override } : {}),
  };
}

const isAsStarted = (decided: LineDecision, start: LineStart): boolean =>
  decided.approved === start.amount &&
  decided.approvedQuantity === start.quantity &&
  decided.reasons.join() === start.reasons.join();

/** The lines that are decided otherwise than recommended, or what is wrong where; null: there are none. */
export function readLines(
  claim: { lines: readonly DecidableLine[]; currency: string },
  entry: DecisionEntry,
  reasons: readonly ReasonCode[],
  { starts, overrides }: Seen,
): { lines: LineDecision[] | null; errors: FormErrors } {
  const errors: Record<string, string> = {};
  const known = new Set(reasons.map(({ code }) => code));
  const { currency } = claim;
  const lines = claim.lines.map((line) => {
    const start = startOf(line, starts);
    const fail = (part: keyof LineEntry, message: string) => {
      errors[lineField(line.line, part)] = message;
    };
    const typed = entry.lines[line.line] ?? entryOf(start, currency);
    return readLine({ line, start, entry: typed, currency, known, overrides, fail });
  });
  const changed = lines.filter((each, index) => {
    const line = claim.lines[index];
    return line === undefined || !isAsStarted(each, startOf(line, starts));
  });
  return { lines: changed.length === 0 ? null : changed, errors };
}
