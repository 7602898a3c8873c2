import { z } from 'zod';
import type { RiskSettings } from '../domain/risk/settings.ts';

const weight = z
  .number({ error: 'Enter a weight from 0 to 0.99.' })
  .min(0, 'Enter 0 or more.')
  .max(0.99, 'Enter at most 0.99.')
  .meta({ description: 'how much a finding adds to the score: 100 × (1 − Π(1 − weight))' });
const count = (min: number, max: number) =>
  z
    .number({ error: `Enter a whole number from ${min} to ${max}.` })
    .int('Enter a whole number.')
    .min(min, `Enter ${min} or more.`)
    .max(max, `Enter at most ${max}.`);
const figure = (min: number, max: number) =>
  z
    .number({ error: `Enter a number from ${min} to ${max}.` })
    .min(min, `Enter ${min} or more.`)
    .max(max, `Enter at most ${max}.`);
const rule = <Thresholds extends z.ZodRawShape>(thresholds: Thresholds) =>
  z.strictObject({ on: z.boolean(), weight, ...thresholds });
const days = count(0, 30);
const observationsMin = count(1, 10_000);
const factor = figure(1, 100);

const rules = {
  duplicate: rule({}),
  near_duplicate: rule({
    days,
    usualPercent: figure(0, 100),
    observationsMin,
    copyDays: days,
    copyLines: count(2, 100),
  }),
  impossible_dates: rule({ distanceKm: figure(1, 5_000), hours: figure(0, 48), overlapHours: figure(0, 72) }),
  upcoding: rule({ z: figure(0.5, 20), consultationsMin: count(1, 10_000), peersMin: count(2, 1_000) }),
  price_outlier: rule({ factor, observationsMin, aboveOwn: factor }),
  diagnosis_outlier: rule({ factor, observationsMin, deviations: figure(0, 20) }),
  rapid_fire: rule({ factor, submissionsMin: count(1, 10_000), windowsMin: count(1, 4_320) }),
  busy_practitioner: rule({
    proceduresMax: count(1, 1_000),
    groups: z.array(z.string().min(1).max(40)).max(40, 'Name at most 40 groups.'),
  }),
  frequency: rule({}),
  sex_age_mismatch: rule({}),
  unbundling: rule({ days }),
  threshold_hugging: rule({
    percent: figure(0.5, 50),
    factor,
    claimsMin: count(1, 10_000),
    underMin: count(1, 10_000),
  }),
  outpatient_as_inpatient: rule({}),
  family_size: rule({}),
  authorization_reuse: rule({}),
  not_me: rule({}),
} satisfies { [R in keyof RiskSettings]: z.ZodType<RiskSettings[R]> };

/** Which risk rules look, how much each weighs, and its thresholds: for claims from then on. */
export const putRiskRulesForm = z.strictObject({ rules: z.strictObject(rules) });

export type PutRiskRules = z.output<typeof putRiskRulesForm>;
