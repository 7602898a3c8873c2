import { addDays, type CalendarDate } from '../../dates.ts';
import type { Benefit } from '../../plans/plan.ts';
import { refusal } from '../finding.ts';
import type { Finding } from '../judgement.ts';

/** From when a person has been waiting, and whether they need not: transferred, and the contract waives it. */
export interface Waiting {
  joined: CalendarDate;
  waived: boolean;
}

/**
 * A benefit can be used once its waiting period is over: `waitingDays` after the day of joining, that day itself included
 * (members.md, Plans and benefits; claims.md, Adjudication, 4). Reason 179.
 */
export function waitedFor(
  { name, waitingDays }: Benefit,
  { joined, waived }: Waiting,
  on: CalendarDate,
): Finding | null {
  if (waitingDays === 0 || waived) return null;
  const from = addDays(joined, waitingDays);
  if (on >= from) return null;
  return refusal('waiting', 'not over', '179', { benefit: name, days: waitingDays, joined, from, on });
}
