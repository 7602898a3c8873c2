import { addDays, type CalendarDate, type Moment, momentIn } from '../dates.ts';
import type { Authorization } from './authorization.ts';

/** The end of a day by a zone's calendar: its next midnight, however long the day was. */
export const endOfDay = (zone: string, day: CalendarDate): Moment =>
  momentIn(zone, `${addDays(day, 1)}T00:00`);

/**
 * The request with the moments at which its code and its reservation end, as its days say. Worked out anew with every change, so
 * that a decision only has to set the days.
 */
export function timed(authorization: Authorization, zone: string): Authorization {
  const { validTo, reservedTo } = authorization;
  return {
    ...authorization,
    expiresAt: validTo === null ? null : endOfDay(zone, validTo),
    releasesAt: reservedTo === null ? null : endOfDay(zone, reservedTo),
  };
}
