import { z } from 'zod';
import { calendarDate, line, version } from './fields.ts';
import { facilityForm } from './put-facility.ts';

const facilityId = z
  .string()
  .min(1)
  .max(40)
  .optional()
  .meta({ description: 'left out by a facility: its own link is meant' });
const reason = line(300, 'a reason that both sides may read');

/** One side asks the other for a link. The facility's profile comes from the directory, never from a browser. */
export const requestLinkForm = z.strictObject({
  facilityId,
  profile: facilityForm,
  from: calendarDate('the first day').optional(),
  message: line(300, 'a message').optional(),
});
/** The side that was asked accepts or declines; the side that asked takes it back. */
export const answerLinkForm = z.strictObject({
  facilityId,
  version,
  accept: z.boolean(),
  reason: reason.optional(),
});
/** From today on nothing can be claimed, until it is reinstated. */
export const suspendLinkForm = z.strictObject({ facilityId, version, reason });
export const reinstateLinkForm = z.strictObject({ facilityId, version, reason: reason.optional() });
/** Today is the last day. */
export const endLinkForm = z.strictObject({ facilityId, version, reason });

/** Until when a facility may treat, as its papers say; left out: nothing is on record. */
export const putPapersForm = z.strictObject({
  facilityId: z.string().min(1).max(40),
  licence: facilityForm.shape.licence,
  licenceUntil: facilityForm.shape.licenceUntil,
  accreditedUntil: facilityForm.shape.accreditedUntil,
});

export type PutPapers = z.output<typeof putPapersForm>;
export type RequestLink = z.output<typeof requestLinkForm>;
export type AnswerLink = z.output<typeof answerLinkForm>;
export type SuspendLink = z.output<typeof suspendLinkForm>;
export type ReinstateLink = z.output<typeof reinstateLinkForm>;
export type EndLink = z.output<typeof endLinkForm>;
