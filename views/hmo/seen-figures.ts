import type { LineStart, LineStarts } from './decision-entry.ts';

/** The recommendation as a form carries it, so that a later one can be held against what was seen: `1:1:1500000:45+3`. */
export const writeSeen = (starts: LineStarts): string =>
  [...starts]
    .map(([line, { quantity, amount, reasons }]) => `${line}:${quantity}:${amount}:${reasons.join('+')}`)
    .join(' ');

/** Reads what `writeSeen` wrote; what is not of its form is left out. */
export function readSeen(text: string): LineStarts {
  const seen = new Map<number, LineStart>();
  for (const each of text.split(' ').slice(0, 100)) {
    const [, line, quantity, amount, codes] =
      /^(\d{1,3}):(\d{1,4}):(\d{1,15}):([A-Z0-9+]{0,60})$/.exec(each) ?? [];
    if (line === undefined) continue;
    const reasons = (codes ?? '').split('+').filter(Boolean);
    seen.set(Number(line), { quantity: Number(quantity), amount: Number(amount), reasons });
  }
  return seen;
}
