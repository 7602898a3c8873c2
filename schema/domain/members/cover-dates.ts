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

/** A client is in force until something else is said: where its cover begins that never was said to begin. */
export const everSince: CoverStep = { from: '1900-01-01', state: 'ACTIVE', reason: '', at: 0 };

/** How somebody's own cover stands on a day. */
export const coverStates = ['PENDING', 'ACTIVE', 'SUSPENDED', 'TERMINATED'] as const;
/** One of the four. */
export type CoverState = (typeof coverStates)[number];

/** The state that the dates come to on a day; those of a cover as it stands now are right from today on. */
export function stateOn({ from, to, suspendedFrom, suspendedTo }: CoverDates, day: CalendarDate): CoverState {
  if (to !== null && to < day) return 'TERMINATED';
  if (from !== null && from > day) return 'PENDING';
  const suspended = suspendedFrom !== null && suspendedFrom <= day;
  return suspended && (suspendedTo === null || suspendedTo > day) ? 'SUSPENDED' : 'ACTIVE';
}
