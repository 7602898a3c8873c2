import type { Moment } from '../dates.ts';
import { type Authorization, openAppeal } from './authorization.ts';

/** The moment from which a clock shows amber and those who may decide are told: its last quarter. */
export const warningAt = (dueAt: Moment, clock_ms: number): Moment => dueAt - clock_ms / 4;

/** The next moment of one clock: its last quarter, its end; null: both have been told. */
function nextOfClock(dueAt: Moment, clock_ms: number, warned: boolean, breached: boolean): Moment | null {
  if (breached) return null;
  return warned ? dueAt : warningAt(dueAt, clock_ms);
}

/**
 * When something happens with a request by itself next (authorizations.md, Clocks); null: nothing will. It follows from the
 * aggregate alone and is stored beside it, so that the alarm finds what is due by one index.
 */
export function nextAtOf(authorization: Authorization): Moment | null {
  const { dueAt, clock_ms, queriedAt, warnedAt, breach } = authorization;
  const appeal = openAppeal(authorization);
  if (appeal)
    return nextOfClock(appeal.dueAt, clock_ms, appeal.warnedAt !== null, appeal.breachedAt !== null);
  if (dueAt !== null && queriedAt === null)
    return nextOfClock(dueAt, clock_ms, warnedAt !== null, breach !== null);
  return null;
}
