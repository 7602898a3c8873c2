import type { Moment } from '../dates.ts';
import { addWorkingHours } from '../working-time.ts';
import type { Clock } from './rank.ts';

/**
 * A claim that is due before this moment, and not late, is soon due: a quarter of the working hours that the tenant gives
 * itself are left, or less.
 */
export const soonUntil = (now: Moment, { calendar, claimSlaHours }: Clock): Moment =>
  addWorkingHours(calendar, now, claimSlaHours / 4);
