import { z } from 'zod';
import { calendarDate, externalId, line } from './fields.ts';

export const facilityKinds = ['hospital', 'clinic', 'pharmacy', 'laboratory', 'optician', 'dentist'] as const;

/** A facility of the tenant's network, as an integrator knows it. */
export const facilityForm = z.strictObject({
  name: line(160, "the facility's name"),
  kind: z.enum(facilityKinds, { error: `Choose one of ${facilityKinds.join(', ')}.` }),
  level: z.enum(['primary', 'secondary', 'tertiary']).optional(),
  address: line(200, 'the address').optional(),
  city: line(80, 'the city').optional(),
  state: line(80, 'the state').optional(),
  phone: line(40, 'the telephone number').optional(),
  licence: line(60, 'the licence').optional(),
  licenceUntil: calendarDate('the last day of the licence').optional(),
  accreditedUntil: calendarDate('the last day of the accreditation').optional(),
});
export const putFacilityForm = z.strictObject({ externalId, ...facilityForm.shape });
export type PutFacility = z.output<typeof putFacilityForm>;
