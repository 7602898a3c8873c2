import { type CalendarDate, daysBetween } from '../dates.ts';
import { inForceOn, type LinkLife } from './link.ts';

/** Until when a facility may treat: the last valid day of each; left out: nothing is on record, and nothing is refused. */
export interface Credentials {
  licenceUntil?: CalendarDate | undefined;
  accreditedUntil?: CalendarDate | undefined;
}

/** What decides whether a facility's services of a day can be claimed. */
export interface Contracted extends Pick<LinkLife, 'inForce'> {
  profile: Credentials;
}

/** So many days ahead a licence or accreditation that ends is warned of (portals.md, Providers). */
const warnedDays = 60;

/** One paper of a facility on a day. */
export interface Paper {
  what: 'licence' | 'accreditation';
  until: CalendarDate;
  standing: 'valid' | 'ending' | 'expired';
}

/** A facility's papers that have an end, as they stand on a day. */
export function papersOn({ licenceUntil, accreditedUntil }: Credentials, on: CalendarDate): Paper[] {
  const paper = (what: Paper['what'], until: CalendarDate | undefined): Paper[] => {
    if (until === undefined) return [];
    const left = daysBetween(on, until);
    return [{ what, until, standing: left < 0 ? 'expired' : left <= warnedDays ? 'ending' : 'valid' }];
  };
  return [...paper('licence', licenceUntil), ...paper('accreditation', accreditedUntil)];
}

/**
 * Why what a facility did on a day cannot be claimed, as one sentence; null: it can (reason B7 of X12's claim adjustment
 * reason codes: not certified or eligible to be paid on this date of service).
 */
export function notEligibleOn(link: Contracted | null, on: CalendarDate): string | null {
  if (!link || link.inForce.length === 0) return 'The facility has no active link with this insurer.';
  if (!inForceOn(link, on)) return `The facility's link with this insurer was not in force on ${on}.`;
  const expired = papersOn(link.profile, on).find(({ standing }) => standing === 'expired');
  return expired ? `The facility's ${expired.what} on record ended on ${expired.until}, before ${on}.` : null;
}
