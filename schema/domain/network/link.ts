import { addDays, type CalendarDate, type Moment } from '../dates.ts';

/** Where a facility's relation with a tenant stands (portals.md, Providers). */
export const linkStates = ['REQUESTED', 'APPROVED', 'SUSPENDED', 'DECLINED', 'ENDED'] as const;
/** One of them. */
export type LinkState = (typeof linkStates)[number];

/** The two who make a link; each answers what the other asks. */
export type LinkSide = 'tenant' | 'facility';

/** Days on which a link was in force, both included; `to` null: it still is. */
export interface Period {
  from: CalendarDate;
  to: CalendarDate | null;
}

/** One step of a link's life as both sides may read it. */
export interface LinkStep {
  at: Moment;
  state: LinkState;
  /** null: neither, the platform itself */
  side: LinkSide | null;
  /** who did it, by name */
  by: string;
  /** what they gave as their reason, or wrote with the request */
  reason: string | null;
}

/** What of a link changes in its life; the tenant's row is the truth, the facility's a mirror. */
export interface LinkLife {
  state: LinkState;
  /** counts up with every step: the other side knows by it which of two is newer */
  version: number;
  /** who asked last; null: nobody had to */
  askedBy: LinkSide | null;
  askedAt: Moment | null;
  /** the first day asked for, or given when it was approved; null: the day on which it is approved */
  startsOn: CalendarDate | null;
  /** in the order of their dates, apart from one another by a day or more */
  inForce: readonly Period[];
  history: readonly LinkStep[];
}

/** A day before every other: what always was so begins then. */
export const beginning: CalendarDate = '0001-01-01';

/** The life of a link that was there before anybody was asked: in force from the beginning. */
export const alwaysInForce: LinkLife = {
  state: 'APPROVED',
  version: 1,
  askedBy: null,
  askedAt: null,
  startsOn: null,
  inForce: [{ from: beginning, to: null }],
  history: [],
};

/** Whether a link was in force on a day; what was done that day can be claimed. */
export function inForceOn({ inForce }: Pick<LinkLife, 'inForce'>, on: CalendarDate): boolean {
  return inForce.some(({ from, to }) => from <= on && (to === null || on <= to));
}

/** In force from `on`; a day that a former period reached, or that follows it, goes on with that one. */
export function opened(inForce: readonly Period[], on: CalendarDate): Period[] {
  const last = inForce[inForce.length - 1];
  if (!last) return [{ from: on, to: null }];
  if (last.to !== null && addDays(last.to, 1) < on) return [...inForce, { from: on, to: null }];
  return [...inForce.slice(0, -1), { from: last.from, to: null }];
}

/** In force until `on`, that day included; a period that had not begun by then never was. */
export function closed(inForce: readonly Period[], on: CalendarDate): Period[] {
  return inForce.flatMap(({ from, to }) => {
    if (to !== null && to <= on) return [{ from, to }];
    return from > on ? [] : [{ from, to: on }];
  });
}
