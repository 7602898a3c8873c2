/** One day in milliseconds; every date of the data is moved by a whole number of these. */
export const DAY_MS = 86_400_000;

/** The whole number of days that brings `newest` as close to `now` as it gets without passing it. */
export function daysToMove(newest: string, now: Date): number {
  return Math.floor((now.getTime() - Date.parse(newest)) / DAY_MS);
}

/** An instant of the data, moved: `2023-01-27T16:17:47Z` and 1,000 days are `2025-10-23T16:17:47Z`. */
export function moveInstant(instant: string, days: number): string {
  return new Date(Date.parse(instant) + days * DAY_MS).toISOString().replace('.000Z', 'Z');
}

/** A calendar date of the data (a birth), moved. */
export function moveDate(date: string, days: number): string {
  return moveInstant(`${date}T00:00:00Z`, days).slice(0, 10);
}

/** The calendar date that an instant has on the wall of a time zone: dates of service are dates where the care was given. */
export function dateIn(timeZone: string): (instant: string) => string {
  // en-CA writes dates as YYYY-MM-DD.
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  return (instant) => format.format(new Date(instant));
}
