import { z } from 'zod';
import { files_max } from '../domain/attachments/limits.ts';
import { urgencies } from '../domain/authorizations/authorization.ts';
import { calendarDate, instant, line, minor_max, paragraph } from './fields.ts';
import { claimFields, claimLineForm } from './submit-claim.ts';

/** One service asked for; `unitPrice` is the facility's estimate for one. */
const requestLineForm = claimLineForm.omit({ serviceDate: true });

/** Files that come with a request, an answer or an appeal. */
export const filesFields = {
  attachments: z
    .array(z.string().min(1).max(40))
    .max(files_max, `A request has at most ${files_max} files.`)
    .optional()
    .meta({ description: 'ids of files that were uploaded for it' }),
  draftId: z.string().max(40).optional().meta({ description: "set by the facility's portal" }),
};

/** What a request says, whoever sends it. */
export const requestFields = {
  externalId: claimFields.externalId,
  facilityExternalId: claimFields.facilityExternalId,
  memberId: claimFields.memberId,
  enrolleeExternalId: claimFields.enrolleeExternalId,
  enrolleeName: claimFields.enrolleeName,
  birthDate: claimFields.birthDate,
  encounterType: claimFields.encounterType,
  urgency: z.enum(urgencies, { error: 'Say how urgent it is.' }),
  serviceDate: calendarDate('the planned date of service'),
  happenedAt: instant('when care began')
    .optional()
    .meta({ description: 'an emergency that is filed after the fact: when care began' }),
  practitionerName: claimFields.practitionerName.optional(),
  diagnoses: claimFields.diagnoses,
  lines: z
    .array(requestLineForm)
    .min(1, 'Add at least one service.')
    .max(40, 'Ask for at most 40 services at once.'),
  currency: claimFields.currency,
  referral: claimFields.referral,
  notes: paragraph(2000, 'the notes').optional(),
  ...filesFields,
};

/** What a facility's integrator sends, and what a tenant's key sends for it. */
type RequestFields = z.output<z.ZodObject<typeof requestFields>>;

/**
 * A code is drawn on service by service: each stands on one line. All that is asked for together stays within what an amount may
 * be, or no sum of requests could be told any more.
 */
function lineIssues({ lines }: RequestFields): [path: string[], message: string][] {
  let total = 0;
  return lines.flatMap(({ service, quantity, unitPrice }, nth): [string[], string][] => {
    const before = total;
    total += quantity * unitPrice;
    const first = lines.findIndex((each) => each.service === service);
    const twice = `Line ${first + 1} asks for ${service} already: add the quantity there.`;
    const [at, isOver] = [['lines', String(nth)], before <= minor_max && total > minor_max];
    return [
      ...(first === nth ? [] : [[[...at, 'service'], twice] satisfies [string[], string]]),
      ...(isOver
        ? [[[...at, 'unitPrice'], 'All lines together come to too much.'] satisfies [string[], string]]
        : []),
    ];
  });
}

/** What must agree between the fields of a request. */
export function checkRequest(ctx: z.core.ParsePayload<RequestFields>): void {
  const form = ctx.value;
  const issue = (path: string[], message: string) =>
    ctx.issues.push({ code: 'custom', path, message, input: form });
  if ((form.memberId === undefined) === (form.enrolleeExternalId === undefined))
    issue(['memberId'], 'Name the enrollee by member id or by external id, not both.');
  if (form.enrolleeName === undefined && form.birthDate === undefined)
    issue(['birthDate'], "Give the enrollee's birth date or name, so that the member id can be checked.");
  if (form.happenedAt !== undefined && form.urgency !== 'EMERGENCY')
    issue(['happenedAt'], 'Only an emergency can be filed after care began.');
  for (const [path, message] of lineIssues(form)) issue(path, message);
}

/** A facility asks beforehand whether services will be paid for (authorizations.md). */
export const requestAuthorizationForm = z
  .strictObject({
    ...requestFields,
    facilityId: z.string().max(40).optional().meta({ description: "set by the tenant's portal" }),
    caller: line(120, 'who rang')
      .optional()
      .meta({ description: "who rang, where the tenant's own people file it" }),
    calledAt: instant('when they rang').optional(),
  })
  .check(checkRequest);

export type RequestAuthorization = z.output<typeof requestAuthorizationForm>;
export type RequestAuthorizationInput = z.input<typeof requestAuthorizationForm>;
