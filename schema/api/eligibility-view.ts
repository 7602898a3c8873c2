import { z } from 'zod';
import { benefitCategories } from '../domain/plans/plan.ts';
import { calendarDate, externalId, line } from '../forms/fields.ts';
import { balanceView, coverView } from './judgement-view.ts';
import { amountView, dateView } from './parts.ts';
import { tenantName } from './submit-claim-request.ts';

/** What `GET /v1/eligibility` may be asked. */
export const eligibilityQuestion = z
  .strictObject({
    memberId: line(40, 'the member id').optional(),
    enrolleeExternalId: externalId.optional().meta({ description: 'in place of the member id' }),
    birthDate: calendarDate('the birth date').optional(),
    enrolleeName: line(120, 'the name').optional().meta({ description: 'in place of the birth date' }),
    date: calendarDate('the date of service').optional().meta({ description: 'left out: today' }),
    facilityExternalId: externalId
      .optional()
      .meta({ description: "at which facility, with a tenant's key; a facility's own asks for itself" }),
    tenant: tenantName.optional(),
  })
  .check((ctx) => {
    const { memberId, enrolleeExternalId } = ctx.value;
    if ((memberId === undefined) !== (enrolleeExternalId === undefined)) return;
    ctx.issues.push({
      code: 'custom',
      path: ['memberId'],
      message: 'Name the enrollee by member id or by external id, not both.',
      input: ctx.value,
    });
  });

const eligibleBenefitView = z
  .strictObject({
    code: z.string(),
    name: z.string(),
    category: z.enum(benefitCategories),
    usable: z.boolean().meta({ description: 'whether it can be used on that day, by this person, there' }),
    not: z
      .strictObject({
        rule: z.enum(['waiting', 'person', 'place']),
        from: dateView.nullable().meta({ description: 'from when on it can be used; null: never' }),
        sentence: z.string(),
      })
      .nullable()
      .meta({ description: 'which rule says no; null: it can be used' }),
    coPay: z
      .strictObject({
        flat: amountView.nullable(),
        percent: z.int().min(0).max(100).nullable(),
        cap: amountView.nullable(),
      })
      .nullable(),
    deductibleLeft: amountView.meta({ description: 'what the enrollee still bears first this plan year' }),
    referral: z.boolean(),
    authorization: z.strictObject({
      need: z.enum(['never', 'always', 'above']),
      above: amountView.nullable(),
    }),
    balance: balanceView.nullable().meta({ description: 'null: no limit of any kind' }),
  })
  .meta({ id: 'EligibleBenefit', description: 'One benefit as it stands for one person on one day.' });

/** What a person is covered for on a day: what adjudication will apply. */
export const eligibilityView = z
  .strictObject({
    date: dateView,
    currency: z.string(),
    person: z.strictObject({
      memberId: z.string(),
      firstName: z.string(),
      lastName: z.string(),
      birthDate: dateView,
      sex: z.enum(['female', 'male']),
      relation: z.enum(['principal', 'spouse', 'child', 'other']),
    }),
    cover: coverView,
    plan: z
      .strictObject({
        code: z.string(),
        name: z.string().nullable(),
        version: z.int().min(1),
        yearFrom: dateView,
        yearTo: dateView,
      })
      .nullable()
      .meta({ description: 'null where the person is not covered' }),
    network: z
      .strictObject({
        inNetwork: z.boolean(),
        since: dateView.nullable(),
        until: dateView.nullable(),
        tariff: z.enum(['link', 'standard', 'none']),
      })
      .nullable()
      .meta({ description: 'how the facility stands; null where none was named' }),
    primaryFacility: z
      .strictObject({ name: z.string(), here: z.boolean() })
      .nullable()
      .meta({ description: "the person's chosen facility on that day" }),
    benefits: z.array(eligibleBenefitView),
    overall: z.array(balanceView).meta({ description: 'ceilings over all benefits' }),
  })
  .meta({
    id: 'EligibilityAnswer',
    description: 'What a person is covered for on a day, and what is left of it.',
  });

export type EligibilityView = z.output<typeof eligibilityView>;
