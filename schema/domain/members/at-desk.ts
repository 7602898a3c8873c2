import type { CalendarDate } from '../dates.ts';
import type { LastVisit } from '../visits/visit.ts';
import type { CardDevice } from './card-code.ts';

/** A day on which somebody was said to be at a facility, by a check-in or an emergency, and was not. */
export interface DeniedVisit {
  facilityId: string;
  date: CalendarDate;
  /** of the check-in, or of the emergency that was asked for there */
  number: string;
  /** what looks into it, and holds what is billed of it; left out: it was denied before check-ins were looked into */
  investigation?: string;
}

/** What is kept with a person for the desks that they come to. */
export interface AtDesk {
  /** what shows their card */
  devices: readonly CardDevice[];
  /** the last code that was taken from each device: none is taken twice, so that a picture of one is worth nothing */
  slots: Readonly<Record<string, number>>;
  /** their last check-in at each facility */
  last: readonly LastVisit[];
  /** the newest last: what is claimed of such a day is looked at */
  denied: readonly DeniedVisit[];
}

/** Nobody has been anywhere yet. */
export const neverAtDesk: AtDesk = { devices: [], slots: {}, last: [], denied: [] };

/** So many denied visits are kept with a person. */
const denied_max = 50;

/** With one more visit denied. */
export const withDenied = (desk: AtDesk, visit: DeniedVisit): AtDesk => ({
  ...desk,
  denied: [...desk.denied.filter(({ number }) => number !== visit.number), visit].slice(-denied_max),
});
