import { z } from 'zod';
import { claimNumberField, minor, paragraph, version } from './fields.ts';

const onClaim = { number: claimNumberField };
const seen = {
  ...onClaim,
  version: version.meta({ description: 'the version of the claim that was seen; another one is refused' }),
};
const reasonCodes = z
  .array(z.string().regex(/^[A-Z0-9]{1,6}$/, 'Choose a reason.'))
  .max(5, 'Give at most five reasons.');

/** SUBMITTED → RECEIVED by staff, where the tenant wants to look first. */
export const receiveClaimForm = z.strictObject(onClaim);
/** → IN_REVIEW, leased to the person. */
export const takeClaimForm = z.strictObject(onClaim);
/** Ends the person's lease; the claim stays IN_REVIEW, free for all. */
export const releaseClaimForm = z.strictObject(onClaim);
/** → QUERIED: a question to the facility; the due clock stops. */
export const queryClaimForm = z.strictObject({
  ...seen,
  question: paragraph(2000, 'the question for the provider'),
});
/** QUERIED → RESUBMITTED: the facility's answer. */
export const answerQueryForm = z.strictObject({ ...onClaim, answer: paragraph(2000, 'the answer') });
/** → APPROVED as recommended, or line by line: a line left out is as recommended. */
export const approveClaimForm = z.strictObject({
  ...seen,
  recommendation: z.string().max(64).optional().meta({
    description: "the judgement's fingerprint that was seen; with other figures meanwhile it is refused",
  }),
  lines: z
    .array(
      z.strictObject({
        line: z.number().int().min(1),
        approvedQuantity: z.number().int('Enter a whole number.').min(0, 'Enter 0 or more.'),
        approved: minor('the approved amount'),
        reasons: reasonCodes.default([]),
        override: paragraph(500, 'why more is paid than recommended')
          .optional()
          .meta({ description: 'wanted where more is approved than recommended; takes claim.override_line' }),
      }),
    )
    .max(100)
    .optional(),
  sentence: paragraph(2000, 'the sentence for the provider').optional(),
});
/** → REJECTED with coded reasons and a sentence for the provider. */
export const rejectClaimForm = z.strictObject({
  ...seen,
  reasons: reasonCodes.min(1, 'Choose a reason.'),
  sentence: paragraph(2000, 'one sentence for the provider'),
});
/** APPROVED → IN_REVIEW, free for all, before it is in a run: what it used of the benefits is given back. */
export const reopenClaimForm = z.strictObject({ ...seen, reason: paragraph(500, 'why it is reopened') });

export type ApproveClaim = z.output<typeof approveClaimForm>;
export type RejectClaim = z.output<typeof rejectClaimForm>;
export type QueryClaim = z.output<typeof queryClaimForm>;
export type AnswerQuery = z.output<typeof answerQueryForm>;
export type ReopenClaim = z.output<typeof reopenClaimForm>;
export type OnClaim = z.output<typeof takeClaimForm>;
