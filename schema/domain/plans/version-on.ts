import type { CalendarDate } from '../dates.ts';

/** The version in force on a day: the last one that began on it or before; null before the first. `versions` in the order of their dates. */
export function versionOn<Version extends { from: CalendarDate | null }>(
  versions: readonly Version[],
  on: CalendarDate,
): Version | null {
  return versions.findLast(({ from }) => from !== null && from <= on) ?? null;
}
