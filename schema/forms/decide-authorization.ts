import { z } from 'zod';
import { reasonCodes } from './decide-claim.ts';
import { calendarDate, minor, paragraph, version } from './fields.ts';
import { authorizationNumberField } from './on-authorization.ts';
import { filesFields } from './request-authorization.ts';

const seen = {
  number: authorizationNumberField,
  version: version.meta({ description: 'the version of the request that was seen; another one is refused' }),
};
const recommendation = z.string().max(64).optional().meta({
  description: "the judgement's fingerprint that was seen; with other figures meanwhile it is refused",
});
const lines = z
  .array(
    z.strictObject({
      line: z.number().int().min(1),
      approvedQuantity: z.number().int('Enter a whole number.').min(0, 'Enter 0 or more.'),
      approved: minor('the amount granted'),
      reasons: reasonCodes.default([]),
      override: paragraph(500, 'why more is granted than recommended').optional(),
    }),
  )
  .max(100)
  .optional();
const validTo = calendarDate('the last day on which the code can be used').optional();
const sentence = paragraph(2000, 'the sentence for the provider');

/** → APPROVED | PARTIALLY_APPROVED, line by line (a line left out is as recommended), or → REJECTED. */
export const decideAuthorizationForm = z.discriminatedUnion('verdict', [
  z.strictObject({
    ...seen,
    verdict: z.literal('grant'),
    recommendation,
    lines,
    validTo,
    sentence: sentence.optional(),
  }),
  z.strictObject({
    ...seen,
    verdict: z.literal('reject'),
    reasons: reasonCodes.min(1, 'Choose a reason.'),
    sentence,
  }),
]);

/** A code valid longer, an admission granted further days, or both. */
export const extendAuthorizationForm = z.strictObject({
  ...seen,
  validTo,
  days: z
    .number({ error: 'Enter a number of days.' })
    .int('Enter whole days.')
    .min(1, 'Enter at least 1 day.')
    .max(90, 'Extend by at most 90 days at once.')
    .optional(),
  override: paragraph(500, 'why more days are granted than recommended').optional(),
  sentence: sentence.optional(),
});

/** What a discharge says. */
export const dischargeFields = {
  version: seen.version,
  dischargedOn: calendarDate('the day of the discharge'),
};
/** An admission closed by the day of the discharge. */
export const dischargeAuthorizationForm = z.strictObject({ ...seen, ...dischargeFields });

/** What an appeal says. */
export const appealFields = { text: paragraph(4000, 'why the decision should be another'), ...filesFields };
/** A facility's appeal against a rejection or a reduction. */
export const appealAuthorizationForm = z.strictObject({ number: authorizationNumberField, ...appealFields });

/** → UPHELD, or → OVERTURNED by a new decision, line by line (a line left out: the better of both). */
export const decideAppealForm = z.discriminatedUnion('verdict', [
  z.strictObject({
    ...seen,
    verdict: z.literal('uphold'),
    reasons: reasonCodes.min(1, 'Choose a reason.'),
    sentence,
  }),
  z.strictObject({
    ...seen,
    verdict: z.literal('overturn'),
    recommendation,
    lines,
    validTo,
    reasons: reasonCodes.min(1, 'Choose a reason.'),
    sentence,
  }),
]);

/** A proposal confirmed by a second person, on the version that was seen: the engine runs again. */
export const confirmAuthorizationProposalForm = z.strictObject(seen);
/** A proposal sent back to whoever made it. */
export const declineAuthorizationProposalForm = z.strictObject({
  ...seen,
  sentence: paragraph(500, 'a sentence for whoever proposed it'),
});

export type DecideAuthorization = z.output<typeof decideAuthorizationForm>;
export type ExtendAuthorization = z.output<typeof extendAuthorizationForm>;
export type DischargeAuthorization = z.output<typeof dischargeAuthorizationForm>;
export type AppealAuthorization = z.output<typeof appealAuthorizationForm>;
export type DecideAppeal = z.output<typeof decideAppealForm>;
export type ConfirmAuthorizationProposal = z.output<typeof confirmAuthorizationProposalForm>;
export type DeclineAuthorizationProposal = z.output<typeof declineAuthorizationProposalForm>;
