import { z } from 'zod';
import { typed } from './fields.ts';

/** What is being entered, as typed: nothing is required of it and nothing is lost; submitting reads it through `submitClaimForm`. */
export const draftBodyForm = z.strictObject({
  tenantId: typed(40),
  memberId: typed(60),
  birthDate: typed(20),
  encounterType: typed(20),
  startedAt: typed(30),
  endedAt: typed(30),
  practitionerName: typed(200),
  practitionerLicence: typed(100),
  referral: typed(200),
  otherPayer: typed(200),
  accident: z.boolean().default(false),
  diagnoses: z
    .array(z.strictObject({ code: typed(200) }))
    .max(12)
    .default([]),
  lines: z
    .array(
      z.strictObject({
        service: typed(240),
        quantity: typed(20),
        unitPrice: typed(30),
        serviceDate: typed(20),
        /** the auth code it was given under; left out: none */
        authorization: z.string().max(60).optional(),
        /** of a claim that is corrected: the number it has there */
        line: z.string().max(6).optional(),
      }),
    )
    .max(100)
    .default([]),
  /** the claim it corrects, by number */
  replaces: z.string().max(20).optional(),
});
/** Saves a draft. `version` is the one last seen (0: a new draft); an older one is refused with what is there now. */
export const saveDraftForm = z.strictObject({
  draftId: z.string().min(1).max(40),
  version: z.number().int().min(0),
  body: draftBodyForm,
});
export const discardDraftForm = z.strictObject({ draftId: z.string().min(1).max(40) });

export type DraftBody = z.output<typeof draftBodyForm>;
export type SaveDraft = z.output<typeof saveDraftForm>;
export type DiscardDraft = z.output<typeof discardDraftForm>;
