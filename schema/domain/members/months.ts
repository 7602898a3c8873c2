import type { CalendarDate } from '../dates.ts';

/** The date `months` later, or the last day of that month where it has no such day: 31 August and six are 28 February. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  last.setUTCDate(Math.min(day, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}

/** The first day of the month after a date's: when moves of plan and of primary facility take effect (members.md). */
export function firstOfNextMonth(date: CalendarDate): CalendarDate {
  return addMonths(`${date.slice(0, 7)}-01`, 1);
}
