import type { Claim } from '../claims/claim.ts';
import { type CalendarDate, dateIn } from '../dates.ts';

/** Claims that stand decided: by one person on one day, or added up. */
export interface DecisionCount {
  approved: number;
  rejected: number;
  /** of the approved ones, those that the straight-through rule let through */
  straight: number;
}

/** What of a claim is counted by day. */
export type CountedByDay = Pick<
  Claim,
  'state' | 'submittedAt' | 'decidedAt' | 'decidedBy' | 'straightThrough'
>;

/** The day a claim came in, as the tenant counts days. */
export const arrivalDay = ({ submittedAt }: CountedByDay, zone: string): CalendarDate =>
  dateIn(zone, submittedAt);

/**
 * What a claim adds to the decisions of a day, and whose they are; null while it is not decided. Counted is what stands: a
 * claim that is reopened is taken off again.
 */
export function decisionOf(
  { state, decidedAt, decidedBy, straightThrough }: CountedByDay,
  zone: string,
): { day: CalendarDate; by: string; count: DecisionCount } | null {
  const paid = state === 'APPROVED' || state === 'SETTLED';
  if (decidedAt === null || decidedBy === null || !(paid || state === 'REJECTED')) return null;
  const straight = paid && decidedBy === 'system' && straightThrough !== null;
  return {
    day: dateIn(zone, decidedAt),
    by: decidedBy,
    count: { approved: Number(paid), rejected: Number(!paid), straight: Number(straight) },
  };
}
