import { formatMoney } from '../../schema/domain/money.ts';
import type { DecisionEntry, LineEntry, LineStarts } from './decision-entry.ts';
import { entryOf } from './decision-entry.ts';

/** What a recommendation says now that it did not say when the form was shown, line by line, in words. */
export function changedFigures(seen: LineStarts, now: LineStarts, currency: string): string[] {
  const words = (each: { quantity: number; amount: number; reasons: readonly string[] }) =>
    `${each.quantity} for ${formatMoney(each.amount, currency)}${each.reasons.length > 0 ? ` (${each.reasons.join(', ')})` : ''}`;
  return [...now].flatMap(([line, start]) => {
    const before = seen.get(line);
    if (before === undefined || words(before) === words(start)) return [];
    return [`Line ${line}: ${words(before)} is now ${words(start)}.`];
  });
}

const sameEntry = (a: LineEntry, b: LineEntry): boolean =>
  a.quantity === b.quantity && a.amount === b.amount && a.reason === b.reason && a.override === b.override;

/** What was entered, under a new recommendation: lines left as recommended follow it, changed ones stay as typed. */
export function carriedOver(entry: DecisionEntry, seen: LineStarts, currency: string): DecisionEntry {
  const typed = Object.entries(entry.lines).filter(([line, each]) => {
    const start = seen.get(Number(line));
    return start === undefined || !sameEntry(each, entryOf(start, currency));
  });
  return { ...entry, lines: Object.fromEntries(typed) };
}
