import { z } from 'zod';
import { claimNumberField, line, minor, paragraph, version } from './fields.ts';
import { claimLineForm } from './submit-claim.ts';

const onClaim = { number: claimNumberField };
const seen = {
  ...onClaim,
  version: version.meta({ description: 'the version of the claim that was seen; another one is refused' }),
};
/** Codes of the tenant's table. */
export const reasonCodes = z
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
  wanted: z
    .array(line(80, 'which file is wanted'))
    .max(8, 'Ask for at most eight files.')
    .optional()
    .meta({ description: 'what files are wanted, each a short phrase' }),
});
/** What an answer says. */
export const answerFields = {
  answer: paragraph(2000, 'the answer'),
  lines: z
    .array(
      z.strictObject({
        ...claimLineForm.shape,
        line: z.number().int().min(1).optional().meta({
          description: 'the number it has in the claim; left out: a new line',
        }),
      }),
    )
    .min(1, 'A claim has at least one line. Withdraw it if nothing is claimed any more.')
    .max(100, 'A claim has at most 100 lines.')
    .optional()
    .meta({ description: 'every line as it is to be; left out: the lines stay as they are' }),
  total: minor('the total').optional().meta({ description: 'the sum of the lines, where lines are sent' }),
};
/** What must agree between the fields of an answer. */
export function checkAnswer(ctx: z.core.ParsePayload<z.output<z.ZodObject<typeof answerFields>>>): void {
  const { lines, total } = ctx.value;
  const sum = lines?.reduce((so, each) => so + each.quantity * each.unitPrice, 0);
  if (sum === total) return;
  const message =
    sum === undefined
      ? 'Leave the total out where no lines are sent.'
      : `The total must be the sum of the lines: ${sum}.`;
  ctx.issues.push({ code: 'custom', path: ['total'], message, input: ctx.value });
}
/** QUERIED → RESUBMITTED: the facility's answer, with all lines as they are to be where it corrects them. */
export const answerQueryForm = z.strictObject({ ...onClaim, ...answerFields }).check(checkAnswer);
/** → WITHDRAWN by the facility, while nobody has begun to decide. */
export const withdrawClaimForm = z.strictObject(onClaim);
/** Reminds the facility of a query, on its day 7. */
export const remindFacilityForm = z.strictObject(onClaim);
/** → REJECTED: a query that nobody has answered by its day 14. */
export const expireQueryForm = z.strictObject(onClaim);
/** Tells those who decide of claims that are due soon, or late; once each. */
export const tellOfDueForm = z.strictObject({
  stage: z.enum(['warn', 'breach']),
  claims: z.array(z.number().int().min(1)).min(1).max(500),
});
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

/** A proposal confirmed by a second person, on the version that was seen: the engine runs again. */
export const confirmProposalForm = z.strictObject(seen);
/** A proposal sent back to whoever made it. */
export const declineProposalForm = z.strictObject({
  ...seen,
  sentence: paragraph(500, 'a sentence for whoever proposed it'),
});
/** The claim given to somebody who reviews claims; null: freed for all. */
export const reassignClaimForm = z.strictObject({
  ...onClaim,
  to: z.string({ error: 'Choose who gets it.' }).min(1, 'Choose who gets it.').max(40).nullable(),
});

export type ApproveClaim = z.output<typeof approveClaimForm>;
export type RejectClaim = z.output<typeof rejectClaimForm>;
export type QueryClaim = z.output<typeof queryClaimForm>;
export type AnswerQuery = z.output<typeof answerQueryForm>;
export type TellOfDue = z.output<typeof tellOfDueForm>;
export type ReopenClaim = z.output<typeof reopenClaimForm>;
export type ConfirmProposal = z.output<typeof confirmProposalForm>;
export type DeclineProposal = z.output<typeof declineProposalForm>;
export type ReassignClaim = z.output<typeof reassignClaimForm>;
export type OnClaim = z.output<typeof takeClaimForm>;
