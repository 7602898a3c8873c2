import type { CalendarDate, Moment } from '../dates.ts';

/** What the enrollee has said of a visit: nothing yet, that it is theirs, that it is not. */
const visitStates = ['CHECKED_IN', 'CONFIRMED', 'DENIED'] as const;
/** One of them. */
export type VisitState = (typeof visitStates)[number];

/** How somebody was recognised: their card's code was scanned, or the member id and birth date were typed. */
export type CheckedBy = 'card' | 'typed';

/** That somebody was checked in at a facility's desk: it starts a claim or a request, and the enrollee is told. */
export interface Visit {
  id: number;
  /** `VIS-26-000123` */
  number: string;
  state: VisitState;
  version: number;
  facilityId: string;
  facilityName: string;
  enrolleeId: string;
  memberId: string;
  enrolleeName: string;
  at: Moment;
  /** the day, in the tenant's zone */
  date: CalendarDate;
  /** who checked them in, by name */
  by: string;
  how: CheckedBy;
  /** whether they were covered on that day */
  covered: boolean;
  /** from whom an answer came (enrollee id), when, and the reason that was given; null: nobody has answered */
  answered: { at: Moment; by: string; reason: string | null } | null;
}

/** `VIS-26-000123`: the year and the tenant's running number, six digits or more. */
export function visitNumber(id: number, year: number): string {
  return `VIS-${(year % 100).toString().padStart(2, '0')}-${id.toString().padStart(6, '0')}`;
}

/** The running number within a visit's number, or null when the text is not one. */
export function visitIdOf(number: string): number | null {
  const digits = /^VIS-\d{2}-(\d{6,12})$/.exec(number)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** The last check-in at a facility, as it is kept with the person: the next one within hours is the same visit. */
export interface LastVisit {
  facilityId: string;
  number: string;
  at: Moment;
}

/** Checked in again at the same desk within so long, it is the same visit. */
const same_ms = 6 * 60 * 60_000;

/** The visit that a check-in now belongs to; null: it is a new one. */
export function sameVisit(last: readonly LastVisit[], facilityId: string, at: Moment): LastVisit | null {
  return (
    last.find((each) => each.facilityId === facilityId && at - each.at < same_ms && at >= each.at) ?? null
  );
}

/** So many facilities' last visits are kept with a person. */
const last_max = 10;

/** The last visits with one more: one each facility, the newest kept. */
export const withVisit = (last: readonly LastVisit[], visit: LastVisit): LastVisit[] =>
  [...last.filter(({ facilityId }) => facilityId !== visit.facilityId), visit].slice(-last_max);
