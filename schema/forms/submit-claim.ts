import { z } from 'zod';
import { files_max } from '../domain/attachments/limits.ts';
import { encounterTypes } from '../domain/claims/claim.ts';
import {
  calendarDate,
  claimNumberField,
  currency,
  externalId,
  instant,
  line,
  minor,
  serviceCode,
} from './fields.ts';

/** What a service was given under: an auth code, or a breach reference that stands for one. */
export const authCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9-]{6,40}$/, 'Enter the auth code as it was given, for example MER-PA-261126-7KQ4XZ.');

/** One service billed; `quantity × unitPrice` is what is claimed for it. */
export const claimLineForm = z.strictObject({
  service: serviceCode,
  quantity: z
    .number({ error: 'Enter how many.' })
    .int('Enter a whole number.')
    .min(1, 'Enter at least 1.')
    .max(9999, 'Enter at most 9,999.'),
  unitPrice: minor('the unit price'),
  serviceDate: calendarDate('the date of service')
    .optional()
    .meta({ description: "left out: the encounter's first day" }),
  authorization: authCode
    .optional()
    .meta({ description: 'the auth code, or the breach reference, that the service was given under' }),
});

/** One diagnosis, by its code. */
export const diagnosisForm = z.strictObject({
  code: z
    .string({ error: 'Choose a diagnosis.' })
    .trim()
    .min(1, 'Choose a diagnosis.')
    .max(20, 'Choose a diagnosis by its code.')
    .regex(/^[ -~]*$/, 'Choose a diagnosis by its code.'),
  system: z
    .string()
    .max(60)
    .regex(/^[ -~]*$/, 'Name the code system in plain letters.')
    .default('ICD-10'),
});

/** What a claim says, whoever sends it. */
export const claimFields = {
  externalId: externalId.optional().meta({ description: "the sender's own id; unique per facility" }),
  facilityExternalId: externalId
    .optional()
    .meta({ description: "which facility, with a tenant's key; refused with a facility's own" }),
  memberId: line(40, 'the member id').optional(),
  enrolleeExternalId: externalId.optional(),
  enrolleeName: line(120, 'the name').optional(),
  birthDate: calendarDate('the birth date').optional(),
  encounterType: z.enum(encounterTypes, { error: 'Choose the kind of encounter.' }),
  encounterId: externalId.optional(),
  startedAt: instant('the start of the encounter'),
  endedAt: instant('the end of the encounter').optional(),
  practitionerName: line(120, "the practitioner's name"),
  practitionerLicence: line(60, "the practitioner's licence").optional(),
  diagnoses: z
    .array(diagnosisForm)
    .min(1, 'Name at least one diagnosis.')
    .max(12, 'Name at most 12 diagnoses.'),
  lines: z
    .array(claimLineForm)
    .min(1, 'Add at least one line.')
    .max(100, 'A claim has at most 100 lines; file the rest as another claim of the same encounter.'),
  currency,
  total: minor('the total'),
  accident: z.boolean().default(false),
  otherPayer: line(120, 'the other payer').optional(),
  referral: line(120, 'the referral').optional(),
  replaces: claimNumberField.optional().meta({
    description:
      'number of the claim that this one corrects: rejected, or approved in part, at most 30 days ago',
  }),
  attachments: z
    .array(z.string().min(1).max(40))
    .max(files_max, `A claim has at most ${files_max} files.`)
    .optional()
    .meta({ description: 'ids of files that were uploaded for it' }),
};

type ClaimFields = z.output<z.ZodObject<typeof claimFields>>;

/** What must agree between the fields of a claim. */
export function checkClaim(ctx: z.core.ParsePayload<ClaimFields>): void {
  const form = ctx.value;
  const issue = (path: string[], message: string) =>
    ctx.issues.push({ code: 'custom', path, message, input: form });
  if ((form.memberId === undefined) === (form.enrolleeExternalId === undefined))
    issue(['memberId'], 'Name the enrollee by member id or by external id, not both.');
  if (form.enrolleeName === undefined && form.birthDate === undefined)
    issue(['birthDate'], "Give the enrollee's birth date or name, so that the member id can be checked.");
  const total = form.lines.reduce((sum, each) => sum + each.quantity * each.unitPrice, 0);
  if (total !== form.total) issue(['total'], `The total must be the sum of the lines: ${total}.`);
  if (form.endedAt !== undefined && Date.parse(form.endedAt) < Date.parse(form.startedAt))
    issue(['endedAt'], 'The end cannot be before the start.');
}

/** A request to be paid for one encounter, service by service. */
export const submitClaimForm = z
  .strictObject({
    ...claimFields,
    draftId: z.string().max(40).optional().meta({ description: "set by the facility's portal" }),
    facilityId: z.string().max(40).optional().meta({ description: "set by the tenant's portal" }),
  })
  .check(checkClaim);

export type SubmitClaim = z.output<typeof submitClaimForm>;
export type SubmitClaimInput = z.input<typeof submitClaimForm>;
