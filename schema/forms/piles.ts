import { z } from 'zod';
import { batch_claims_max } from '../domain/piles/batch.ts';
import { isBillingMonth } from '../domain/piles/pile.ts';
import { reasonCodes } from './decide-claim.ts';
import { claimNumberField, paragraph } from './fields.ts';

const pile = {
  facilityId: z.string().min(1).max(40),
  month: z.string().refine(isBillingMonth, 'Enter a billing month as year-month, for example 2026-11.'),
};
const batchId = z.string().regex(/^[0-9a-z-]{8,64}$/, 'There is no such batch.');

/** → IN_REVIEW: the most urgent claim of the pile that nobody else has; `after`, the one that was left just now, comes last. */
export const vetNextForm = z.strictObject({ ...pile, after: claimNumberField.optional() });
/** Judges claims of a pile for one decision on all of them; without `numbers`, all that are clean. */
export const prepareBatchForm = z.strictObject({
  ...pile,
  numbers: z
    .array(claimNumberField)
    .min(1, 'Choose at least one claim.')
    .max(batch_claims_max, `Choose at most ${batch_claims_max} claims at a time.`)
    .optional(),
});
/** Decides every claim of a batch by its own rules. */
export const decideBatchForm = z.discriminatedUnion('verb', [
  z.strictObject({ batchId, verb: z.literal('approve') }),
  z.strictObject({
    batchId,
    verb: z.literal('reject'),
    reasons: reasonCodes.min(1, 'Choose a reason.'),
    sentence: paragraph(2000, 'one sentence for the provider'),
  }),
]);

export type VetNext = z.output<typeof vetNextForm>;
export type PrepareBatch = z.output<typeof prepareBatchForm>;
export type DecideBatch = z.output<typeof decideBatchForm>;
/** One claim of a batch that is being decided: sent by the actor itself, under an id that follows from both. */
export interface DecideInBatch {
  batchId: string;
  number: string;
}
