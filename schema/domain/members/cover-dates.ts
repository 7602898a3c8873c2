import type { CoverStep } from '../cover/cover.ts';
import { addDays, type CalendarDate, type Moment } from '../dates.ts';

/** What lists know of somebody's cover: enough to tell the state on any day from now on. */
export interface CoverDates {
  /** the first day of cover; null: there is none */
  from: CalendarDate | null;
  /** the last day of cover; null: not known */
  to: CalendarDate | null;
  /** the latest suspension: its first day, and the first day of cover after it */
  suspendedFrom: CalendarDate | null;
  suspendedTo: CalendarDate | null;
}

/** The dates that a cover's steps come to. */
export function coverDates(steps: readonly CoverStep[]): CoverDates {
  const dates: CoverDates = { from: null, to: null, suspendedFrom: null, suspendedTo: null };
  for (const { from, state } of steps) {
    if (state === 'TERMINATED') {
      dates.to = addDays(from, -1);
      break;
    }
    dates.from ??= from;
    if (state === 'SUSPENDED') Object.assign(dates, { suspendedFrom: from, suspendedTo: null });
    else if (dates.suspendedFrom !== null) dates.suspendedTo ??= from;
  }
  return dates;
}

/** The reasons that enrolment itself gives. */
export const enrolled = { begin: 'Enrolled', end: 'End of cover as enrolled' } as const;

/** The steps of a cover that begins on a day and, where it is known, ends after another: what `coverFrom` and `coverTo` mean. */
export function coverSteps(from: CalendarDate, to: CalendarDate | null, at: Moment): CoverStep[] {
  const begin: CoverStep = { from, state: 'ACTIVE', reason: enrolled.begin, at };
  if (to === null) return [begin];
  return [begin, { from: addDays(to, 1), state: 'TERMINATED', reason: enrolled.end, at }];
}
