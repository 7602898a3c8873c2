import { addDays, type CalendarDate, type Moment, momentIn } from '../dates.ts';
import type { Authorization } from './authorization.ts';

/** The end of a day by a zone's calendar: its next midnight, however long the day was. */
export const endOfDay = (zone: string, day: CalendarDate): Moment =>
  momentIn(zone, `${addDays(day, 1)}T00:00`);

const usable: readonly Authorization['state'][] = ['APPROVED', 'PARTIALLY_APPROVED'];

/**
 * The request with the moments at which its code and its reservation end, as its days say; null where nothing ends. Worked out
 * anew with every change, so that a decision only has to set the days.
 */
export function timed(authorization: Authorization, zone: string): Authorization {
  const { state, validTo, reservedTo, lines } = authorization;
  const expiresAt = validTo !== null && usable.includes(state) ? endOfDay(zone, validTo) : null;
  const isReserved = lines.some(({ reservation }) => reservation !== null);
  const releasesAt = reservedTo !== null && isReserved ? endOfDay(zone, reservedTo) : null;
  return { ...authorization, expiresAt, releasesAt };
}
