import { addDays, type CalendarDate, dateIn, type Moment, momentIn } from '../../../schema/domain/dates.ts';
import type { Period } from '../../../views/hmo/periods.ts';

/** The first day of a period where the tenant is: a week begins on Monday. */
export function firstDay(zone: string, now: Moment, period: Period): CalendarDate {
  const today = dateIn(zone, now);
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay() || 7;
  return { today, week: addDays(today, 1 - weekday), month: `${today.slice(0, 8)}01` }[period];
}

/** When a period began where the tenant is. */
export const periodStart = (zone: string, now: Moment, period: Period): Moment =>
  momentIn(zone, `${firstDay(zone, now, period)}T00:00`);
