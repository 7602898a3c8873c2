import { z } from 'zod';
import { line, minor } from './fields.ts';

/** What holds for every claim of the tenant: intake, and straight-through (claims.md). */
export const putClaimRulesForm = z.strictObject({
  filingWindowDays: z
    .number({ error: 'Enter a number of days, or leave it empty.' })
    .int('Enter whole days.')
    .min(1, 'Enter at least 1 day, or leave it empty.')
    .max(3650, 'Enter at most 3,650 days, or leave it empty.')
    .nullable()
    .meta({ description: 'null: off' }),
  receivesAutomatically: z.boolean(),
  straightThrough: z.strictObject({
    on: z.boolean(),
    name: line(60, "the rule's name"),
    amountMax: minor('the most a claim may come to'),
    riskMax: z
      .number({ error: 'Enter a risk score from 0 to 100.' })
      .int('Enter a whole number.')
      .min(0, 'Enter 0 or more.')
      .max(100, 'Enter at most 100.'),
    sampleOneIn: z
      .number({ error: 'Enter of how many claims one is checked.' })
      .int('Enter a whole number.')
      .min(1, 'Enter 1 or more: 1 sends every one to a person.')
      .max(1000, 'Enter at most 1,000.'),
  }),
});

export type PutClaimRules = z.output<typeof putClaimRulesForm>;
