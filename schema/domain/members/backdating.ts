import type { CoverStep } from '../cover/cover.ts';
import { addDays, type CalendarDate } from '../dates.ts';

/** Days that a change of cover may lie back (members.md). */
export const backDatedDaysMax = 30;

/** Why a change may not take effect on a day, in words; null: it may. */
export function whyTooFarBack(from: CalendarDate, today: CalendarDate): string | null {
  const earliest = addDays(today, -backDatedDaysMax);
  return from < earliest ? `At most ${backDatedDaysMax} days back: ${earliest} or later.` : null;
}

const stateOn = (steps: readonly CoverStep[], day: CalendarDate) =>
  steps.findLast(({ from }) => from <= day)?.state ?? null;

/** The first day before today whose cover a change made another; null: the past is as it was. */
export function reviewFrom(
  before: readonly CoverStep[],
  after: readonly CoverStep[],
  today: CalendarDate,
): CalendarDate | null {
  const days = [...before, ...after].map(({ from }) => from).sort();
  return days.find((day) => day < today && stateOn(before, day) !== stateOn(after, day)) ?? null;
}

/** What of a claim decides whether a back-dated change sends it back to review. */
export interface DecidedClaim {
  id: number;
  state: string;
  serviceDate: CalendarDate;
  /** every line that was approved names a code that was issued before the change was recorded: it is honoured */
  underCode: boolean;
  settled: boolean;
}

/** Approved, unsettled claims of services on or after the day go back to review, but for those under a code (members.md). */
export function claimsToReview(claims: readonly DecidedClaim[], from: CalendarDate): number[] {
  return claims
    .filter((claim) => claim.state === 'APPROVED' && !claim.settled && !claim.underCode)
    .filter((claim) => claim.serviceDate >= from)
    .map((claim) => claim.id);
}
