import { z } from 'zod';
import { urgencies } from '../domain/authorizations/authorization.ts';
import { line, minor } from './fields.ts';
import { facilityKinds } from './put-facility.ts';

/** So many rules, each looked at for every request that is filed. */
const rules_max = 60;

const codes = (max: number, what: string) =>
  z
    .array(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, 'Name it by its code.'))
    .max(max, `Name at most ${max} ${what}.`);
const diagnosisCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]\d[0-9A-Z](\.?[0-9A-Z]{1,4})?$/, 'Enter an ICD-10 code, for example B50 or B50.9.');
const whole = (what: string, max: number) =>
  z
    .number({ error: `Enter ${what}.` })
    .int('Enter a whole number.')
    .min(1, 'Enter 1 or more.')
    .max(max, `Enter at most ${max}.`);

/** When a rule speaks; an empty list is no condition. */
const conditions = {
  plans: codes(40, 'plans'),
  services: codes(200, 'services'),
  groups: codes(40, 'groups'),
  amountMax: minor('the most that a line may come to').min(1, 'Enter an amount above zero.'),
  quantityMax: whole('the most units of a line', 1000),
  facilityKinds: z.array(z.enum(facilityKinds)),
  urgencies: z.array(z.enum(urgencies)),
  diagnoses: z.array(z.strictObject({ from: diagnosisCode, to: diagnosisCode })).max(40),
  frequency: z
    .strictObject({ times: whole('how often', 100), days: whole('within how many days', 366) })
    .nullable(),
  riskMax: z
    .number({ error: 'Enter a risk score from 0 to 100.' })
    .int('Enter a whole number.')
    .min(0, 'Enter 0 or more.')
    .max(100, 'Enter at most 100.'),
};

/** By which requests are answered at once (authorizations.md, Auto-approval rules): all of them, in their order. */
export const putAuthorizationRulesForm = z.strictObject({
  rules: z
    .array(z.strictObject({ ...conditions, name: line(60, 'a name for the rule'), on: z.boolean() }))
    .max(rules_max, `Keep at most ${rules_max} rules.`),
});

/** What a trial of a rule's conditions came to: kept, so that the rule can be switched on. */
export const recordRuleTrialForm = z.strictObject({
  conditions: z.string().min(1).max(40),
  requests: z.number().int().min(0),
  would: z.number().int().min(0),
  rejected: z.number().int().min(0),
});

export type PutAuthorizationRules = z.output<typeof putAuthorizationRulesForm>;
export type RecordRuleTrial = z.output<typeof recordRuleTrialForm>;
