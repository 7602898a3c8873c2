import type { Moment } from '../dates.ts';
import type { Visit } from './visit.ts';

/** What the enrollee says of it. */
export interface VisitAnswer {
  mine: boolean;
  by: string;
  at: Moment;
  reason: string | null;
}

/**
 * The visit as the enrollee has answered it: the first answer stands, but that a visit thought to be theirs is not can still be said.
 * What says nothing new leaves it as it is, so that twice is the same as once.
 */
export function answerVisit(visit: Visit, { mine, by, at, reason }: VisitAnswer): Visit {
  const state = mine ? 'CONFIRMED' : 'DENIED';
  if (visit.state === state || visit.state === 'DENIED') return visit;
  return { ...visit, state, version: visit.version + 1, answered: { at, by, reason } };
}
