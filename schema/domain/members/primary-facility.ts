import type { PrimaryFacilityStep } from '../cover/cover.ts';
import type { CalendarDate } from '../dates.ts';
import { addMonths, firstOfNextMonth } from './months.ts';

/** Months that lie between two changes of primary facility (members.md: at most once in six months by default). */
const primaryFacilityMonthsMin = 6;

/**
 * The primary facilities after a choice made today: the first one holds at once, or with cover; another one from the next
 * month. One that had not taken effect is replaced. A text says why it cannot be: the last change is too recent.
 */
export function choosePrimaryFacility(
  steps: readonly PrimaryFacilityStep[],
  facilityId: string,
  { today, coverFrom }: { today: CalendarDate; coverFrom: CalendarDate },
): PrimaryFacilityStep[] | string {
  const begun = steps.filter(({ from }) => from <= today);
  const now = begun.at(-1);
  if (!now) return [{ from: coverFrom > today ? coverFrom : today, facilityId }];
  if (now.facilityId === facilityId) return begun;
  const from = firstOfNextMonth(today);
  const earliest = begun.length === 1 ? from : addMonths(now.from, primaryFacilityMonthsMin);
  if (from < earliest)
    return `The last change took effect on ${now.from}; the next one can from ${earliest} on (once in ${primaryFacilityMonthsMin} months).`;
  return [...begun, { from, facilityId }];
}
