import { z } from 'zod';
import { currency, externalId, line, minor, serviceCode } from './fields.ts';

/** A group of services by its code. */
export const serviceGroupCode = z
  .string({ error: 'Choose a group.' })
  .trim()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'Name a group by its code: small letters, digits and dashes.');

/** Units that a service can be billed by. */
export const serviceUnits = ['each', 'day', 'case', 'package'] as const;

const age = (what: string) =>
  z
    .int(`Enter ${what} in whole years.`)
    .min(0, `Enter ${what} in whole years, 0 or more.`)
    .max(150, `Enter ${what} in whole years, 150 at most.`);

/** One thing that can be billed. `price` is the tenant's standard price, in minor units. */
export const serviceForm = z.strictObject({
  code: serviceCode.optional().meta({ description: 'left out: the external id' }),
  name: line(200, "the service's name"),
  group: serviceGroupCode.meta({ description: 'the code of a group of the tenant' }),
  unit: z.enum(serviceUnits).default('each'),
  price: minor('the price').optional(),
  currency: currency.optional().meta({ description: 'required with a price' }),
  active: z.boolean().default(true),
  sex: z
    .enum(['female', 'male'], { error: 'Choose female or male, or leave it out.' })
    .optional()
    .meta({ description: 'for whom it makes sense; left out: anybody' }),
  ageFrom: age('the youngest age').optional().meta({ description: 'completed years; left out: any age' }),
  ageTo: age('the oldest age').optional().meta({ description: 'completed years, that age included' }),
  minIntervalDays: z
    .int('Enter whole days.')
    .min(1, 'Enter 1 day or more, or leave it out.')
    .max(36_500, 'Enter 36,500 days or fewer.')
    .optional()
    .meta({ description: 'days that must lie between two dates of it for one person' }),
  consultationLevel: z
    .int('Enter a level from 1 to 5.')
    .min(1, 'Enter a level from 1 to 5.')
    .max(5, 'Enter a level from 1 to 5.')
    .optional()
    .meta({ description: 'of a consultation: 1 lowest, 5 highest' }),
  parts: z
    .array(serviceCode)
    .max(50, 'Name at most 50 parts.')
    .optional()
    .meta({ description: 'of a package: the codes of the services it holds' }),
});
export const putServiceForm = z.strictObject({ externalId, ...serviceForm.shape });
export type PutService = z.output<typeof putServiceForm>;
