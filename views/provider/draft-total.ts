import { parseMoney } from '../../schema/domain/money.ts';
import type { DraftBody } from '../../schema/forms/draft.ts';

type Line = DraftBody['lines'][number];

/** Whether nothing was typed into a line: such lines are not sent. */
export const isBlank = ({ service, quantity, unitPrice, serviceDate }: Line): boolean =>
  [service, quantity, unitPrice, serviceDate].every((text) => text.trim() === '');

/** What a line being entered comes to, or null while quantity or price are not figures yet. */
export function lineAmount(line: Line): number | null {
  const price = parseMoney(line.unitPrice);
  const quantity = /^\s*\d{1,4}\s*$/.test(line.quantity) ? Number(line.quantity) : null;
  return price === null || quantity === null ? null : price * quantity;
}

/** What the lines come to so far. */
export const draftTotal = (lines: readonly Line[]): number =>
  lines.reduce((sum, line) => sum + (lineAmount(line) ?? 0), 0);
