import type { RiskRule } from './flag.ts';

/** What every rule has: whether it looks at all, and how much a finding of it adds to the score (0–1). */
export interface RuleSetting {
  on: boolean;
  weight: number;
}

/** The figures that a rule compares with, beside its weight; those that have none are left out. */
interface Thresholds {
  /**
   * a service again within so many days, or at another facility. Where of at least so many of it elsewhere more than so many percent came
   * so near one another, that is usual at one facility. `copyDays`, `copyLines`: all services of another claim again, so many
   * at least, within so many days
   */
  near_duplicate: {
    days: number;
    usualPercent: number;
    observationsMin: number;
    copyDays: number;
    copyLines: number;
  };
  /**
   * `distanceKm`, `hours`: two facilities further apart than that, less than so many hours apart. `overlapHours`: an
   * admission may begin so long before the last one's discharge is recorded
   */
  impossible_dates: { distanceKm: number; hours: number; overlapHours: number };
  /** robust z-scores above the peers, with so many consultations of its own and so many peers at least */
  upcoding: { z: number; consultationsMin: number; peersMin: number };
  /**
   * so many times the mean of at least so many prices; at a facility of which it is known how dear it is, so many times what is usual there
   * (1: that is not looked at; nobody is taken to be dear by more than `factor`)
   */
  price_outlier: { factor: number; observationsMin: number; aboveOwn: number };
  /** so many times the mean of at least so many claims, and so many standard deviations above it */
  diagnosis_outlier: { factor: number; observationsMin: number; deviations: number };
  /** so many times the usual peak of at least so many windows of ten minutes, and so many submissions at least */
  rapid_fire: { factor: number; submissionsMin: number; windowsMin: number };
  /** more than so many units of services of these groups by one practitioner on one day */
  busy_practitioner: { proceduresMax: number; groups: readonly string[] };
  /** parts of a package billed so many days before or after it */
  unbundling: { days: number };
  /**
   * claims within so many percent under a ceiling: so many times what peers have of them, with so many claims and so many of
   * those at least
   */
  threshold_hugging: { percent: number; factor: number; claimsMin: number; underMin: number };
}

/** Every rule with its weight and thresholds: all of them the tenant's to change (claims.md, Risk). */
export type RiskSettings = {
  readonly [R in RiskRule]: Readonly<RuleSetting & (R extends keyof Thresholds ? Thresholds[R] : unknown)>;
};

const weighing = (weight: number): RuleSetting => ({ on: true, weight });

/** The defaults of claims.md, Risk; thresholds that it does not name are ours and say when there is too little to compare with. */
export const defaultRisk: RiskSettings = {
  duplicate: weighing(0.6),
  near_duplicate: {
    ...weighing(0.2),
    days: 2,
    usualPercent: 10,
    observationsMin: 20,
    copyDays: 7,
    copyLines: 3,
  },
  impossible_dates: { ...weighing(0.6), distanceKm: 50, hours: 1, overlapHours: 6 },
  upcoding: { ...weighing(0.35), z: 3, consultationsMin: 30, peersMin: 5 },
  price_outlier: { ...weighing(0.25), factor: 1.5, observationsMin: 20, aboveOwn: 1.3 },
  diagnosis_outlier: { ...weighing(0.15), factor: 1.5, observationsMin: 20, deviations: 2 },
  rapid_fire: { ...weighing(0.4), factor: 4, submissionsMin: 20, windowsMin: 3 },
  busy_practitioner: { ...weighing(0.4), proceduresMax: 50, groups: ['procedure', 'dental', 'maternity'] },
  frequency: weighing(0.3),
  sex_age_mismatch: weighing(0.4),
  unbundling: { ...weighing(0.35), days: 2 },
  threshold_hugging: { ...weighing(0.25), percent: 5, factor: 3, claimsMin: 15, underMin: 4 },
  outpatient_as_inpatient: weighing(0.35),
  family_size: weighing(0.3),
  authorization_reuse: weighing(0.5),
  not_me: weighing(0.9),
};
