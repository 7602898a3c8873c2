import type { FlagState, RiskRule } from '../../../schema/domain/risk/flag.ts';
import { formatDate } from '../../ui/date-text.tsx';

/** Each rule's name as people say it, in the order in which they stand in lists. */
export const ruleNames: Readonly<Record<RiskRule, string>> = {
  duplicate: 'Duplicate',
  near_duplicate: 'Near duplicate',
  impossible_dates: 'Impossible dates',
  upcoding: 'Upcoding',
  price_outlier: 'Price outlier',
  diagnosis_outlier: 'Diagnosis outlier',
  rapid_fire: 'Rapid fire',
  busy_practitioner: 'Busy practitioner',
  frequency: 'Too frequent',
  sex_age_mismatch: 'Sex or age mismatch',
  unbundling: 'Unbundling',
  threshold_hugging: 'Threshold hugging',
  outpatient_as_inpatient: 'Out-patient as in-patient',
  family_size: 'Family size',
  authorization_reuse: 'Authorization reuse',
  not_me: 'Not me',
};

/** The rules by name, as lists and choices go through them. */
export const riskRules = Object.keys(ruleNames) as RiskRule[];

/** What each of them looks for. */
export const ruleMeans: Readonly<Record<RiskRule, string>> = {
  duplicate:
    'The same service for the same person on the same day at the same facility, in another live claim.',
  near_duplicate: 'The same service again within a few days, or at another facility.',
  impossible_dates:
    'After death or cover, out before in, two admissions at once, two distant places at one hour.',
  upcoding: 'A facility bills higher consultation levels than its peers do.',
  price_outlier: 'A line costs much more than the service usually does at facilities of this kind.',
  diagnosis_outlier: 'A claim costs much more than its main diagnosis usually does in this setting.',
  rapid_fire:
    'A facility sends many more claims within ten minutes than at its usual peak, or than it had to send.',
  busy_practitioner: 'One practitioner has done more procedures on a day than anybody can.',
  frequency: 'A service again sooner than its minimum interval allows.',
  sex_age_mismatch: 'A diagnosis or service that does not fit the sex or age.',
  unbundling: 'Parts of a package billed beside the whole.',
  threshold_hugging: 'Unusually many claims stay just under a ceiling.',
  outpatient_as_inpatient: 'An admission of no night billed as a stay.',
  family_size: 'More dependants claimed for than the plan covers.',
  authorization_reuse:
    'One auth code used beyond what it was given for, or by another facility or for another person.',
  not_me: 'The enrollee was asked about an emergency, and says that the visit is not theirs.',
};

/** A state of a risk event in words. */
export const flagWords: Readonly<Record<FlagState, string>> = {
  OPEN: 'Open',
  CONFIRMED: 'Confirmed',
  DISMISSED: 'Dismissed',
};

/** Evidence as people read it: its dates as everywhere else. */
export const evidenceWords = (evidence: string): string =>
  evidence.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (date) => formatDate(date));
