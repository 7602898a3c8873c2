import { addDays, type CalendarDate } from '../../dates.ts';
import { refusal } from '../finding.ts';
import type { Finding } from '../judgement.ts';

/** The latest of some dates that lies before a day; one on the same day or later never blocks. Null: none does. */
export function latestBefore(dates: Iterable<CalendarDate>, on: CalendarDate): CalendarDate | null {
  let latest: CalendarDate | null = null;
  for (const date of dates) if (date < on && (latest === null || date > latest)) latest = date;
  return latest;
}

/** How many days must lie between two dates of the same thing, and when the last one was. */
export interface Interval {
  days: number;
  last: CalendarDate | null;
}

/**
 * The service or the benefit was not used too shortly before: the day `days` after the last use is the first on which it can
 * be used again. Looks at earlier dates and at approved uses only (members.md, Plans and benefits; claims.md, Adjudication, 8).
 * Reason 151.
 */
export function longEnoughAgo(
  what: { service: string } | { benefit: string },
  { days, last }: Interval,
  on: CalendarDate,
): Finding | null {
  if (last === null) return null;
  const from = addDays(last, days);
  if (on >= from) return null;
  const figures = { days, last, from, on };
  return 'service' in what
    ? refusal('interval', 'service', '151', { name: what.service, ...figures })
    : refusal('interval', 'benefit', '151', { benefit: what.benefit, ...figures });
}
