import { z } from 'zod';
import { authorizationIdOf } from '../domain/authorizations/authorization.ts';
import { reasonCodes } from './decide-claim.ts';
import { calendarDate, minor, paragraph, version } from './fields.ts';

const seen = {
  number: z
    .string()
    .refine(
      (text) => authorizationIdOf(text) !== null,
      'Name the request by its number, for example PA-26-000123.',
    ),
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

/** A proposal confirmed by a second person, on the version that was seen: the engine runs again. */
export const confirmAuthorizationProposalForm = z.strictObject(seen);
/** A proposal sent back to whoever made it. */
export const declineAuthorizationProposalForm = z.strictObject({
  ...seen,
  sentence: paragraph(500, 'a sentence for whoever proposed it'),
});

export type DecideAuthorization = z.output<typeof decideAuthorizationForm>;
export type GrantAuthorization = Extract<DecideAuthorization, { verdict: 'grant' }>;
export type ConfirmAuthorizationProposal = z.output<typeof confirmAuthorizationProposalForm>;
export type DeclineAuthorizationProposal = z.output<typeof declineAuthorizationProposalForm>;
