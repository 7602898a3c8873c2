import { z } from 'zod';
import { calendarDate, externalId, line } from './fields.ts';

export const facilityKinds = ['hospital', 'clinic', 'pharmacy', 'laboratory', 'optician', 'dentist'] as const;

const degrees = (what: string, most: number) => {
  const error = `Enter ${what} in degrees, from -${most} to ${most}.`;
  return z.number({ error }).min(-most, error).max(most, error).optional();
};

const fields = {
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
  latitude: degrees('the latitude', 90).meta({
    description:
      'where it is: degrees north of the equator, negative to the south; sent together with `longitude`',
  }),
  longitude: degrees('the longitude', 180).meta({
    description:
      'where it is: degrees east of Greenwich, negative to the west; sent together with `latitude`',
  }),
};

type Position = { latitude?: number | undefined; longitude?: number | undefined };

/** One half of a position is no position. */
function refuseHalf({ latitude, longitude }: Position, context: z.RefinementCtx): void {
  if ((latitude === undefined) === (longitude === undefined)) return;
  const [missing, given] = latitude === undefined ? ['latitude', 'longitude'] : ['longitude', 'latitude'];
  const message = `Enter the ${missing} too, or leave the ${given} out.`;
  context.addIssue({ code: 'custom', path: [missing], message });
}

/** A facility of the tenant's network, as an integrator knows it. */
export const facilityForm = z.strictObject(fields).superRefine(refuseHalf);
export const putFacilityForm = z.strictObject({ externalId, ...fields }).superRefine(refuseHalf);
export type PutFacility = z.output<typeof putFacilityForm>;
