import type { RiskRule } from '../../../schema/domain/risk/flag.ts';
import type { RiskSettings, RuleSetting } from '../../../schema/domain/risk/settings.ts';

type ThresholdOf<R extends RiskRule> = Exclude<keyof RiskSettings[R], keyof RuleSetting | 'groups'>;

/** What each rule's thresholds are called in the form, with their units, in the order in which they stand there. */
export const thresholdNames: {
  readonly [R in RiskRule]: { readonly [T in ThresholdOf<R>]: string };
} = {
  duplicate: {},
  near_duplicate: {
    days: 'Same service again within, days',
    usualPercent: 'Not flagged if more than this come again elsewhere, %',
    observationsMin: 'Lines of the service elsewhere to judge that by, at least',
    copyDays: 'All services of another claim again within, days',
    copyLines: 'Services that such a copy has, at least',
  },
  impossible_dates: {
    distanceKm: 'Two facilities further apart than, km',
    hours: 'Visits to them less than this apart, hours',
    overlapHours: 'Two admissions may overlap by, hours',
  },
  upcoding: {
    z: "Above the peers' median by, robust standard deviations",
    consultationsMin: 'Consultations of the facility, at least',
    peersMin: 'Facilities to compare it with, at least',
  },
  price_outlier: {
    factor: 'Dearer than the mean price, times',
    observationsMin: 'Prices to compare with, at least',
    aboveOwn: 'Where it is known how dear the facility is: above its own usual price, times',
  },
  diagnosis_outlier: {
    factor: 'Dearer than the mean of its diagnosis, times',
    observationsMin: 'Claims to compare with, at least',
    deviations: 'And above that mean by, standard deviations',
  },
  rapid_fire: {
    factor: "Above the facility's usual peak, times",
    submissionsMin: 'Claims within ten minutes, at least',
    windowsMin: 'Spans of ten minutes to know its peak by, at least',
  },
  busy_practitioner: { proceduresMax: 'One practitioner on one day, procedures at most' },
  frequency: {},
  sex_age_mismatch: {},
  unbundling: { days: 'Parts before or after their package within, days' },
  threshold_hugging: {
    percent: 'Just under a ceiling means within, %',
    factor: 'As often as its peers are there, times',
    claimsMin: 'Claims of the facility, at least',
    underMin: 'Of these just under a ceiling, claims at least',
  },
  outpatient_as_inpatient: {},
  family_size: {},
  authorization_reuse: {},
  not_me: {},
};
