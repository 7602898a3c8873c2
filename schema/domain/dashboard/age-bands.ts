import { addDays, type CalendarDate } from '../dates.ts';

/** How long claims wait, by the day they came in: today, yesterday and the day before, up to a week, longer. */
export const ageBands = ['today', 'days', 'week', 'older'] as const;
/** One of them. */
export type AgeBand = (typeof ageBands)[number];

/** A band in words. */
export const ageBandWords: Readonly<Record<AgeBand, string>> = {
  today: 'Today',
  days: '1–2 days',
  week: '3–6 days',
  older: '7 days and more',
};

const days: Readonly<Record<AgeBand, { youngest: number; oldest: number | null }>> = {
  today: { youngest: 0, oldest: 0 },
  days: { youngest: 1, oldest: 2 },
  week: { youngest: 3, oldest: 6 },
  older: { youngest: 7, oldest: null },
};

/** A band's days as of `today`, first and last one; `from` null: however long ago. What is dated ahead counts as today's. */
export function daysOfBand(
  band: AgeBand,
  today: CalendarDate,
): { from: CalendarDate | null; to: CalendarDate | null } {
  const { youngest, oldest } = days[band];
  return {
    from: oldest === null ? null : addDays(today, -oldest),
    to: youngest === 0 ? null : addDays(today, -youngest),
  };
}

/** The band of what came in on a day. */
export function bandOf(day: CalendarDate, today: CalendarDate): AgeBand {
  const within = (band: AgeBand) => {
    const { from } = daysOfBand(band, today);
    return from === null || day >= from;
  };
  return ageBands.reduceRight<AgeBand>((found, band) => (within(band) ? band : found), 'older');
}
