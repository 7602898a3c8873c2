import { z } from 'zod';
import { premiumPeriods } from '../domain/members/enrollee.ts';
import { calendarDate, clientCode, line, minor, planCode } from './fields.ts';

const contact = z.strictObject({
  name: line(120, "the contact's name"),
  role: line(80, "the contact's role").nullable().default(null),
  email: z
    .email('Enter an e-mail address, for example hr@company.example.')
    .max(200)
    .nullable()
    .default(null),
  phone: line(40, 'the telephone number').nullable().default(null),
});
const contract = z.strictObject({
  from: calendarDate('the first day of the contract'),
  to: calendarDate('the last day of the contract'),
});
const offer = z.strictObject({
  plan: planCode,
  premium: minor('the premium').meta({
    description: "per head and period, in minor units of the tenant's currency",
  }),
  per: z.enum(premiumPeriods, { error: `Choose one of ${premiumPeriods.join(', ')}.` }),
});

/** A client, as an integrator knows it: what is left out is emptied. */
export const clientForm = z.strictObject({
  name: line(160, "the client's name"),
  contacts: z.array(contact).max(20, 'Keep at most 20 contacts.').default([]),
  contracts: z
    .array(contract)
    .max(60, 'Keep at most 60 contract periods.')
    .default([])
    .meta({ description: 'in force on the days of any of them; none: without end, as for INDV' }),
  offers: z
    .array(offer)
    .max(60, 'Offer at most 60 plans.')
    .default([])
    .meta({ description: 'the plans its people may be on; none: any plan' }),
  waivesWaiting: z
    .boolean()
    .default(false)
    .meta({ description: 'waiting periods are waived for people who transferred' }),
});

/** The same as the actor takes it: what is left out stays as it is. */
export const putClientForm = z.strictObject({
  code: clientCode,
  name: clientForm.shape.name,
  contacts: z.array(contact).max(20, 'Keep at most 20 contacts.').optional(),
  contracts: z.array(contract).max(60, 'Keep at most 60 contract periods.').optional(),
  offers: z.array(offer).max(60, 'Offer at most 60 plans.').optional(),
  waivesWaiting: z.boolean().optional(),
});
export type PutClient = z.output<typeof putClientForm>;
