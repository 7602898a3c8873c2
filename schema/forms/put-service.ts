import { z } from 'zod';
import { currency, externalId, line, minor, serviceCode } from './fields.ts';

export const serviceGroups = [
  'consultation',
  'procedure',
  'drug',
  'laboratory',
  'imaging',
  'consumable',
  'admission',
  'dental',
  'optical',
  'maternity',
  'other',
] as const;

/** One thing that can be billed. `price` is the tenant's standard price, in minor units. */
export const serviceForm = z.strictObject({
  code: serviceCode.optional().meta({ description: 'left out: the external id' }),
  name: line(200, "the service's name"),
  group: z.enum(serviceGroups, { error: `Choose one of ${serviceGroups.join(', ')}.` }),
  unit: z.enum(['each', 'day', 'case', 'package']).default('each'),
  price: minor('the price').optional(),
  currency: currency.optional().meta({ description: 'required with a price' }),
  active: z.boolean().default(true),
});
export const putServiceForm = z.strictObject({ externalId, ...serviceForm.shape });
export type PutService = z.output<typeof putServiceForm>;
