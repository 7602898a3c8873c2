import { z } from 'zod';
import { benefitCategories, type PlanRules } from '../domain/plans/plan.ts';
import { line, minor, paragraph, serviceCode } from './fields.ts';
import { serviceGroupCode } from './put-service.ts';

const amount = (what: string) => minor(what).nullable().default(null);
const age = (what: string) =>
  z
    .int(`Enter ${what} in whole years.`)
    .min(0, `Enter ${what} in whole years, 0 or more.`)
    .max(150, `Enter ${what} in whole years, 150 at most.`)
    .nullable()
    .default(null);
const whole = (least: number, most: number) =>
  z
    .int(`Enter a whole number from ${least} to ${most}.`)
    .min(least, `Enter a whole number from ${least} to ${most}.`)
    .max(most, `Enter a whole number from ${least} to ${most}.`);
const relations = z.enum(['principal', 'spouse', 'child', 'other']);

/** A benefit's code within its plan. */
const benefitCode = z
  .string({ error: 'Enter a code.' })
  .trim()
  .toUpperCase()
  .regex(
    /^[A-Z0-9][A-Z0-9-]{0,19}$/,
    'Use 1–20 capitals, digits and dashes, beginning with a capital or a digit: OPD.',
  );

/** A diagnosis code or its beginning, as ICD-10 writes it. */
const diagnosisCode = z
  .string({ error: 'Enter a code.' })
  .trim()
  .toUpperCase()
  .regex(/^[A-Z][0-9A-Z]{0,3}(\.[0-9A-Z]{1,4})?$/, 'Enter a diagnosis code, for example O00 or Z41.1.');

const exclusion = z
  .strictObject({
    services: z.array(serviceCode).max(200, 'Name at most 200 services.').default([]),
    groups: z.array(serviceGroupCode).max(100, 'Name at most 100 groups.').default([]),
    diagnoses: z
      .array(z.strictObject({ from: diagnosisCode, to: diagnosisCode }))
      .max(100, 'Name at most 100 ranges.')
      .default([])
      .meta({ description: 'spans of ICD-10 codes, both ends and all that begins like them' }),
    wording: paragraph(400, 'what people are told is not covered'),
  })
  .meta({ id: 'PlanExclusion', description: 'What is not covered, with the words shown to people.' });

/** What is not covered, by the plan or by one benefit. */
export const exclusionsForm = z.array(exclusion).max(100, 'Name at most 100 exclusions.').default([]);

const limits = z.strictObject({
  visit: amount('the limit per visit'),
  period: amount('the limit per year'),
  lifetime: amount('the lifetime limit'),
  sharedBy: z.enum(['person', 'family']).default('person'),
});

const count = z.strictObject({
  of: z.enum(['visits', 'days', 'sessions', 'units'], { error: 'Choose what is counted.' }),
  most: whole(1, 10_000),
});

const coPay = z.strictObject({
  flat: amount('the flat co-pay').meta({ description: 'taken once per visit' }),
  percent: whole(0, 100).nullable().default(null).meta({ description: 'of each line' }),
  cap: amount('the most that is taken per visit').meta({ description: 'the most per visit' }),
});

const who = z.strictObject({
  sex: z.enum(['female', 'male']).nullable().default(null),
  ageFrom: age('the youngest age'),
  ageTo: age('the oldest age').meta({ description: 'that age included' }),
  relations: z.array(relations).max(4).default([]).meta({ description: 'empty: everybody covered' }),
});

const where = z.strictObject({
  setting: z.enum(['inpatient', 'outpatient', 'both']).default('both'),
  levels: z
    .array(z.enum(['primary', 'secondary', 'tertiary']))
    .max(3)
    .default([])
    .meta({ description: 'of the facility; empty: any' }),
  primaryOnly: z.boolean().default(false),
  referral: z.boolean().default(false),
});

const authorization = z.strictObject({
  need: z.enum(['never', 'always', 'above']).default('never'),
  above: amount('the amount above which it is needed'),
});

/** One benefit: what it is for and every rule it states. What is left out is not stated. */
export const benefitForm = z
  .strictObject({
    code: benefitCode,
    name: line(80, 'a name'),
    category: z.enum(benefitCategories, { error: 'Choose a category.' }),
    within: benefitCode.nullable().default(null).meta({ description: 'the benefit it counts in as well' }),
    groups: z.array(serviceGroupCode).max(100, 'Name at most 100 groups.').default([]),
    services: z
      .array(serviceCode)
      .max(500, 'Name at most 500 services.')
      .default([])
      .meta({ description: 'services that belong to it whatever their group' }),
    limits: limits.prefault({}),
    count: count.nullable().default(null),
    minDaysBetween: whole(1, 36_500).nullable().default(null),
    coPay: coPay.nullable().default(null),
    deductible: amount('the deductible'),
    waitingDays: whole(0, 3_650).default(0),
    who: who.prefault({}),
    where: where.prefault({}),
    authorization: authorization.prefault({}),
    exclusions: exclusionsForm,
  })
  .meta({ id: 'PlanBenefit', description: 'One benefit of a plan version.' });

/** Everything a plan version says; figures are checked against one another when it is published. */
export const planRulesForm = z
  .strictObject({
    benefits: z.array(benefitForm).max(300, 'Name at most 300 benefits.').default([]),
    exclusions: exclusionsForm,
    overall: z
      .strictObject({
        person: amount('the limit of one person'),
        family: amount('the limit of a family'),
      })
      .prefault({})
      .meta({ description: 'ceilings over all benefits in a plan year' }),
    deductible: amount('the deductible'),
    dependants: z
      .strictObject({
        spouse: z.boolean().default(true),
        childrenUnder: whole(1, 99).nullable().default(18),
        other: z.boolean().default(false),
        most: whole(1, 50).nullable().default(null),
      })
      .prefault({})
      .meta({ description: 'who may be covered beside the principal' }),
    onMove: z.enum(['carry used', 'fresh']).default('carry used'),
  })
  .meta({ id: 'PlanRules', description: 'Everything a plan version says.' }) satisfies z.ZodType<PlanRules>;
