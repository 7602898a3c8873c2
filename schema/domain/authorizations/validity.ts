import { addDays, type CalendarDate, later } from '../dates.ts';
import { type FieldError, type Refusal, refuse } from '../refusal.ts';
import type { Authorization } from './authorization.ts';

/** So long a code can be used at most, from the day of the decision, in days. */
const validDays_max = 366;
/** Without a filing window a reservation stands for so many days after the code's last one: some day it must end. */
const openWindow_days = 365;

/** What the days of a code follow from. */
export interface ValidityTerms {
  /** the day of the decision, in the tenant's zone */
  today: CalendarDate;
  /** days a code can be used, where the decision does not say otherwise */
  validDays: number;
  /** days from service in which a claim may be filed; null: off */
  filingWindowDays: number | null;
  /** the last day of cover, where one is known: by default a code is not good beyond it */
  coverUntil: CalendarDate | null;
}

/** The last day on which a reservation stands: the code's last day and the filing window. */
export const reservedUntil = (
  validTo: CalendarDate,
  { filingWindowDays }: Pick<ValidityTerms, 'filingWindowDays'>,
): CalendarDate => addDays(validTo, filingWindowDays ?? openWindow_days);

/** The day that a code must cover at least: the service's, an admission's last one; and what it covers already. */
export const coveredTo = (
  { serviceDate, admission, validTo }: Pick<Authorization, 'serviceDate' | 'admission' | 'validTo'>,
  days: number | null,
): CalendarDate => later(admission ? addDays(admission.from, days ?? 0) : serviceDate, validTo ?? '');

/** Until when a code is good that nobody says more of: as long as the settings say, and no longer than cover is known to hold. */
export function usualUntil({
  today,
  validDays,
  coverUntil,
}: Pick<ValidityTerms, 'today' | 'validDays' | 'coverUntil'>): CalendarDate {
  const usual = addDays(today, validDays);
  return coverUntil !== null && coverUntil < usual ? later(today, coverUntil) : usual;
}

/**
 * The last day on which a code can be used, as wanted or by default (authorizations.md: 14 days, and it must cover the date of
 * service). Refused: a day before the service or the decision, or more than a year off.
 */
export function validUntil(
  wanted: CalendarDate | null | undefined,
  mustCover: CalendarDate,
  terms: Pick<ValidityTerms, 'today' | 'validDays' | 'coverUntil'>,
): CalendarDate | Refusal {
  const { today } = terms;
  if (!wanted) return later(usualUntil(terms), mustCover);
  const least = later(today, mustCover);
  const most = later(addDays(today, validDays_max), mustCover);
  if (wanted >= least && wanted <= most) return wanted;
  const message =
    wanted < least
      ? `The code must be valid on ${least} at least.`
      : `A code is valid for a year at most: until ${most}.`;
  const errors: FieldError[] = [{ field: 'validTo', message }];
  return refuse('invalid', message, errors);
}

/** The first day on which it can be used: that of the decision, or of a service that came before it. */
export const validSince = (serviceDate: CalendarDate, today: CalendarDate): CalendarDate =>
  serviceDate < today ? serviceDate : today;
