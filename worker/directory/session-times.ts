import { day_ms, hour_ms } from '../../schema/domain/dates.ts';

/** a session ends after so long without a request */
export const idle_ms = 12 * hour_ms;
/** and after so long in any case */
export const absolute_ms = 7 * day_ms;
/** how exactly it is kept when a session was last seen: a write a request would be too dear */
export const seen_precision_ms = 5 * 60_000;
