import { z } from 'zod';
import { urgencies } from '../domain/authorizations/authorization.ts';
import { planSchemes } from '../domain/plans/plan.ts';

const minute_ms = 60_000;
const day_ms = 24 * 60 * minute_ms;

/** How long a request may wait: whole minutes, so that a clock can be read. */
const within = z
  .number({ error: 'Enter how long a request may wait.' })
  .int('Enter whole minutes.')
  .min(minute_ms, 'Give yourselves a minute at least.')
  .max(30 * day_ms, 'A request waits at most 30 days.')
  .refine((ms) => ms % minute_ms === 0, 'Enter whole minutes.');

const perUrgency = Object.fromEntries(urgencies.map((urgency) => [urgency, within])) as Record<
  (typeof urgencies)[number],
  typeof within
>;

const schemeClock = z
  .strictObject({
    within_ms: z.strictObject(perUrgency),
    queryStops: z.boolean(),
    mayProceed: z.boolean(),
  })
  .check((ctx) => {
    const { EMERGENCY, URGENT, ROUTINE } = ctx.value.within_ms;
    const issue = (urgency: string, message: string) =>
      ctx.issues.push({ code: 'custom', path: ['within_ms', urgency], message, input: ctx.value });
    if (URGENT < EMERGENCY) issue('URGENT', 'An emergency is answered first: enter no less than for it.');
    if (ROUTINE < URGENT) issue('ROUTINE', 'What is urgent is answered first: enter no less than for it.');
  });

const perScheme = Object.fromEntries(planSchemes.map((scheme) => [scheme, schemeClock])) as Record<
  (typeof planSchemes)[number],
  typeof schemeClock
>;

const count = (what: string, min: number, max: number) =>
  z
    .number({ error: `Enter ${what}.` })
    .int('Enter a whole number.')
    .min(min, `Enter at least ${min}.`)
    .max(max, `Enter at most ${max}.`);

/** A tenant's clocks by scheme and urgency, and how long codes can be used (authorizations.md, Clocks). */
export const putAuthorizationSettingsForm = z.strictObject({
  clocks: z.strictObject(perScheme),
  validDays: count('the days a code can be used', 1, 365),
  afterwardsHours: count('the hours in which an emergency may be filed', 1, 168),
  appealDays: count('the days in which a decision may be appealed', 1, 180),
});
export type PutAuthorizationSettings = z.output<typeof putAuthorizationSettingsForm>;
