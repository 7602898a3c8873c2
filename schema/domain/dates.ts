/** A calendar date, `2026-11-23`: dates of service and births, which have no time zone. */
export type CalendarDate = string;
/** A moment: milliseconds since 1970 UTC. */
export type Moment = number;
/** A billing month, `2026-11`. */
export type BillingMonth = string;

/** January first. */
export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Milliseconds in an hour. */
export const hour_ms = 3_600_000;
/** Milliseconds in a day of 24 hours. */
export const day_ms = 24 * hour_ms;

/** Whether the text is a date that exists (leap days checked). */
export function isCalendarDate(text: string): text is CalendarDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
}

/** Whole days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: CalendarDate, b: CalendarDate): number {
  return Math.round((Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / day_ms);
}

/** The date `days` after `date`. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * day_ms).toISOString().slice(0, 10);
}

/** Completed years from birth to a date; a birthday on 29 February is reached on 1 March of common years. */
export function ageOn(birth: CalendarDate, date: CalendarDate): number {
  const years = Number(date.slice(0, 4)) - Number(birth.slice(0, 4));
  return date.slice(5) < birth.slice(5) ? years - 1 : years;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function zoned(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(zone, format);
  }
  return format;
}

/** The calendar date of a moment in a time zone. */
export function dateIn(zone: string, at: Moment): CalendarDate {
  return localTime(zone, at).slice(0, 10);
}

const quarter_ms = 900_000;
const offsets_max = 4096;
const offsets = new Map<string, number>();

/**
 * How far a zone's clocks are ahead of UTC at a moment, in milliseconds. Asked of the time zone database once per quarter
 * of an hour, at whose start every change of clocks since 1972 falls: formatting a date costs fifty times a look-up.
 */
function offset_ms(zone: string, at: Moment): number {
  const quarter = Math.floor(at / quarter_ms);
  const key = `${zone} ${quarter}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const parts: Record<string, string> = {};
  for (const { type, value } of zoned(zone).formatToParts(quarter * quarter_ms)) parts[type] = value;
  const wall = `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:${parts.second}Z`;
  const found = Date.parse(wall) - quarter * quarter_ms;
  if (offsets.size >= offsets_max) offsets.clear();
  offsets.set(key, found);
  return found;
}

/** The wall clock of a moment in a time zone: `2026-11-23T14:05:09`. */
export function localTime(zone: string, at: Moment): string {
  return new Date(at + offset_ms(zone, at)).toISOString().slice(0, 19);
}

/** The moment at which a zone's clocks show `wall` (`2026-11-23T14:05`); a time that daylight saving skips moves forward. */
export function momentIn(zone: string, wall: string): Moment {
  const asUtc = Date.parse(`${wall.length === 16 ? `${wall}:00` : wall}Z`);
  const first = asUtc - offset_ms(zone, asUtc);
  return asUtc - offset_ms(zone, first);
}
