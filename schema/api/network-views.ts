import { z } from 'zod';
import { facilityKinds } from '../forms/put-facility.ts';
import { serviceUnits } from '../forms/put-service.ts';
import { amountView, dateView } from './parts.ts';

/** A facility of the network as the API answers it. */
export const facilityView = z
  .strictObject({
    externalId: z.string(),
    name: z.string(),
    kind: z.enum(facilityKinds),
    level: z.enum(['primary', 'secondary', 'tertiary']).nullable(),
    address: z.string().nullable(),
    city: z.string().nullable(),
    state: z.string().nullable(),
    phone: z.string().nullable(),
    licence: z.string().nullable(),
    licenceUntil: dateView
      .nullable()
      .meta({ description: 'its last valid day: services afterwards are refused (B7)' }),
    accreditedUntil: dateView.nullable().meta({ description: 'likewise' }),
    latitude: z.number().nullable().meta({
      description: 'degrees north of the equator; null: not known, and no distance to it is looked at',
    }),
    longitude: z
      .number()
      .nullable()
      .meta({ description: 'degrees east of Greenwich; null where the latitude is' }),
  })
  .meta({ id: 'Facility', description: "A facility of the tenant's network." });

/** A service as the API answers it. */
export const serviceView = z
  .strictObject({
    externalId: z.string(),
    code: z.string().meta({ description: 'what claim lines name it by' }),
    name: z.string(),
    group: z.string().meta({ description: 'code of a group of services' }),
    unit: z.enum(serviceUnits),
    price: amountView
      .nullable()
      .meta({ description: "the tenant's standard price in minor units; null: none" }),
    currency: z.string().nullable().meta({ description: 'of the price; null where there is none' }),
    active: z.boolean(),
    sex: z.enum(['female', 'male']).nullable().meta({ description: 'null: anybody' }),
    ageFrom: z.int().nullable().meta({ description: 'completed years; null: any age' }),
    ageTo: z.int().nullable().meta({ description: 'completed years, that age included' }),
    minIntervalDays: z.int().nullable().meta({ description: 'days between two dates of it; null: none' }),
    consultationLevel: z.int().nullable().meta({ description: '1 to 5; null: none' }),
    parts: z.array(z.string()).meta({ description: 'codes of the services that a package holds' }),
  })
  .meta({ id: 'Service', description: 'One thing that can be billed.' });

export type FacilityView = z.output<typeof facilityView>;
export type ServiceView = z.output<typeof serviceView>;
