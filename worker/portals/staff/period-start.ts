import { addDays, dateIn, type Moment, momentIn } from '../../../schema/domain/dates.ts';
import type { Period } from '../../../views/hmo/periods.ts';

/** When a period began where the tenant is: a week begins on Monday. */
export function periodStart(zone: string, now: Moment, period: Period): Moment {
  const today = dateIn(zone, now);
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay() || 7;
  const first = { today, week: addDays(today, 1 - weekday), month: `${today.slice(0, 8)}01` }[period];
  return momentIn(zone, `${first}T00:00`);
}
