import { z } from 'zod';
import { coverStates } from '../domain/members/cover-dates.ts';
import { premiumPeriods } from '../domain/members/enrollee.ts';
import { amountView, dateView, pageOf } from './parts.ts';

const maskedNumber = (what: string) =>
  z
    .string()
    .nullable()
    .meta({ description: `${what}, all but its last four characters masked` });

/** An enrollee as the API answers it. */
export const enrolleeView = z
  .strictObject({
    externalId: z
      .string()
      .nullable()
      .meta({ description: 'your own id of the person; null: enrolled by hand' }),
    memberId: z.string().meta({ description: 'given by the tenant; printed on the card' }),
    clientCode: z.string(),
    relation: z.enum(['principal', 'spouse', 'child', 'other']),
    principalExternalId: z.string().nullable().meta({ description: 'null for a principal' }),
    principalMemberId: z.string().nullable().meta({ description: 'null for a principal' }),
    firstName: z.string(),
    lastName: z.string(),
    birthDate: dateView,
    sex: z.enum(['female', 'male']),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    deathDate: dateView.nullable(),
    coverFrom: dateView,
    coverTo: dateView.nullable().meta({ description: 'the last day of cover; null: not known' }),
    cover: z.enum(coverStates).meta({
      description: "the person's own cover today; the principal's and the client's stand beside it",
    }),
    plan: z.string().nullable().meta({ description: 'the plan in force, or the first one to come' }),
    nextPlan: z.string().nullable().meta({ description: 'the plan they move to; null: they stay' }),
    nextPlanFrom: dateView.nullable(),
    nin: maskedNumber('the NIN'),
    nhiaNumber: maskedNumber('the NHIA number'),
    transferred: z.boolean(),
    primaryFacilityExternalId: z
      .string()
      .nullable()
      .meta({ description: 'as chosen last; it may hold from the next month only' }),
  })
  .meta({ id: 'Enrollee', description: 'A covered person.' });

/** A client as the API answers it. */
export const clientView = z
  .strictObject({
    code: z.string(),
    name: z.string(),
    cover: z.enum(coverStates).meta({ description: 'as it stands today, whatever its contracts say' }),
    contacts: z.array(
      z.strictObject({
        name: z.string(),
        role: z.string().nullable(),
        email: z.string().nullable(),
        phone: z.string().nullable(),
      }),
    ),
    contracts: z.array(z.strictObject({ from: dateView, to: dateView })),
    offers: z.array(z.strictObject({ plan: z.string(), premium: amountView, per: z.enum(premiumPeriods) })),
    waivesWaiting: z.boolean(),
    people: z.int().meta({ description: 'everybody ever enrolled' }),
  })
  .meta({ id: 'Client', description: 'A company that buys cover for its people.' });

/** What a change of cover came to. */
export const coverChangeView = z.strictObject({
  memberId: z.string(),
  change: z.enum(['suspend', 'reinstate', 'terminate']),
  from: dateView,
  reviewFrom: dateView
    .nullable()
    .meta({ description: 'decided claims of services from this day on are looked at again; null: none' }),
});

/** What a move of plan came to. */
export const planMoveView = z.strictObject({
  memberId: z.string(),
  plan: z.string(),
  from: dateView.meta({ description: 'the first day of the next month' }),
  takenBack: z.boolean().meta({ description: 'it was a move to the present plan: there is none any more' }),
  people: z.int().meta({ description: 'how many moved, dependants among them' }),
});

/** A page of enrollees. */
export const enrolleePage = pageOf(enrolleeView).meta({
  id: 'EnrolleePage',
  description: 'A page of enrollees.',
});

export type EnrolleeView = z.output<typeof enrolleeView>;
export type ClientView = z.output<typeof clientView>;
