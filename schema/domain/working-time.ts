import { addDays, type CalendarDate, dateIn, localTime, type Moment, momentIn } from './dates.ts';

/** A tenant's working calendar (spec/README.md): what counts as working hours. */
export interface WorkingCalendar {
  /** IANA zone, e.g. `Africa/Lagos` */
  zone: string;
  /** days of the week worked, 1 = Monday … 7 = Sunday */
  days: readonly number[];
  /** working day, whole local hours: from inclusive, to exclusive */
  fromHour: number;
  toHour: number;
  /** dates not worked */
  holidays: readonly CalendarDate[];
}

/** Monday to Friday, 08–17, no holidays, Lagos: the default of every tenant. */
export const defaultCalendar: WorkingCalendar = {
  zone: 'Africa/Lagos',
  days: [1, 2, 3, 4, 5],
  fromHour: 8,
  toHour: 17,
  holidays: [],
};

function isWorked(calendar: WorkingCalendar, date: CalendarDate): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
  return calendar.days.includes(weekday) && !calendar.holidays.includes(date);
}

type Opening = { opens: Moment; closes: Moment };
const openings = new WeakMap<WorkingCalendar, Map<CalendarDate, Opening>>();

/** Reading a zone's clock is slow and every claim asks for the same few weeks: each day is worked out once per calendar. */
function openingOn(calendar: WorkingCalendar, date: CalendarDate): Opening {
  const known = openings.get(calendar) ?? new Map<CalendarDate, Opening>();
  openings.set(calendar, known);
  const opening = known.get(date) ?? {
    opens: momentIn(calendar.zone, `${date}T${pad(calendar.fromHour)}:00`),
    closes: momentIn(calendar.zone, `${date}T${pad(calendar.toHour)}:00`),
  };
  known.set(date, opening);
  return opening;
}

const pad = (hour: number) => hour.toString().padStart(2, '0');

/** The moment `hours` working hours after `start`. Refuses nothing; a calendar without working days throws a RangeError. */
export function addWorkingHours(calendar: WorkingCalendar, start: Moment, hours: number): Moment {
  let left_ms = hours * 3_600_000;
  let date = dateIn(calendar.zone, start);
  for (let day = 0; day < 3660; day += 1, date = addDays(date, 1)) {
    if (!isWorked(calendar, date)) continue;
    const { opens, closes } = openingOn(calendar, date);
    const from = Math.max(opens, start);
    if (from >= closes) continue;
    if (left_ms <= closes - from) return from + left_ms;
    left_ms -= closes - from;
  }
  throw new RangeError(`no working time in ${localTime(calendar.zone, start)} + ten years`);
}

/** The moment `hours` working hours before `end`. Refuses nothing; a calendar without working days throws a RangeError. */
export function subtractWorkingHours(calendar: WorkingCalendar, end: Moment, hours: number): Moment {
  let left_ms = hours * 3_600_000;
  let date = dateIn(calendar.zone, end);
  for (let day = 0; day < 3660; day += 1, date = addDays(date, -1)) {
    if (!isWorked(calendar, date)) continue;
    const { opens, closes } = openingOn(calendar, date);
    const until = Math.min(closes, end);
    if (until <= opens) continue;
    if (left_ms <= until - opens) return until - left_ms;
    left_ms -= until - opens;
  }
  throw new RangeError(`no working time in ${localTime(calendar.zone, end)} - ten years`);
}
