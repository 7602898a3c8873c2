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
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dateOf(dayNumber(text)) === text;
}

/** So many days lie between the first of March of the year 0 and 1 January 1970. */
const epoch_days = 719_468;
/** Days in the 400 years after which the calendar begins anew. */
const era_days = 146_097;

const zero = '0'.charCodeAt(0);

const twoDigits = (text: string, at: number): number =>
  10 * (text.charCodeAt(at) - zero) + text.charCodeAt(at + 1) - zero;

/**
 * Days since 1 January 1970, by arithmetic alone: a claim asks for a hundred of them, and parsing text as a moment costs ten
 * times as much. Years begin in March here, so that the leap day is a year's last.
 */
function dayNumber(date: CalendarDate): number {
  const month = twoDigits(date, 5);
  const year = 100 * twoDigits(date, 0) + twoDigits(date, 2) - (month <= 2 ? 1 : 0);
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + twoDigits(date, 8) - 1;
  return (
    365 * year +
    Math.floor(year / 4) -
    Math.floor(year / 100) +
    Math.floor(year / 400) +
    dayOfYear -
    epoch_days
  );
}

/** The date of a day number. */
function dateOf(days: number): CalendarDate {
  const sinceMarch = days + epoch_days;
  const era = Math.floor(sinceMarch / era_days);
  const day = sinceMarch - era * era_days;
  const year = Math.floor(
    (day - Math.floor(day / 1460) + Math.floor(day / 36_524) - Math.floor(day / 146_096)) / 365,
  );
  const dayOfYear = day - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const month = Math.floor((5 * dayOfYear + 2) / 153);
  const ofMonth = dayOfYear - Math.floor((153 * month + 2) / 5) + 1;
  const shown = month < 10 ? month + 3 : month - 9;
  const all = (era * 400 + year + (month < 10 ? 0 : 1)) * 10_000 + shown * 100 + ofMonth;
  const text = all < 10_000_000 ? String(all).padStart(8, '0') : String(all);
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}

/** Whole days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: CalendarDate, b: CalendarDate): number {
  return dayNumber(b) - dayNumber(a);
}

/** The date `days` after `date`. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOf(dayNumber(date) + days);
}

/** The later of two dates. */
export const later = (a: CalendarDate, b: CalendarDate): CalendarDate => (a > b ? a : b);

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
  return dateOf(Math.floor((at + offset_ms(zone, at)) / day_ms));
}

const quarter_ms = 900_000;
const offsets_max = 4096;
/** by zone and quarter */
const offsets = new Map<string, Map<number, number>>();

/**
 * How far a zone's clocks are ahead of UTC at a moment, in milliseconds. Asked of the time zone database once per quarter
 * of an hour, at whose start every change of clocks since 1972 falls: formatting a date costs fifty times a look-up.
 */
function offset_ms(zone: string, at: Moment): number {
  const quarter = Math.floor(at / quarter_ms);
  const ofZone = offsets.get(zone) ?? new Map<number, number>();
  const known = ofZone.get(quarter);
  if (known !== undefined) return known;
  const parts: Record<string, string> = {};
  for (const { type, value } of zoned(zone).formatToParts(quarter * quarter_ms)) parts[type] = value;
  const wall = `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:${parts.second}Z`;
  const found = Date.parse(wall) - quarter * quarter_ms;
  if (ofZone.size >= offsets_max) ofZone.clear();
  offsets.set(zone, ofZone.set(quarter, found));
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
