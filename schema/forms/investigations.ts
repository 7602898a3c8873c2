import { z } from 'zod';
import { holdKinds, investigationIdOf } from '../domain/investigations/investigation.ts';
import { verdicts } from '../domain/risk/dispose.ts';
import { authorizationNumberField, claimNumberField, line, paragraph, version } from './fields.ts';

/** Events are of claims, and of requests. */
const flaggedNumber = z.union([claimNumberField, authorizationNumberField], {
  error: 'Name the claim or the request by its number, for example CLM-26-000123.',
});
const n = z.number().int().min(1).max(10_000);
const event = z.strictObject({ number: flaggedNumber, n });
const investigation = z
  .string()
  .refine((text) => investigationIdOf(text) !== null, 'Name the investigation, for example INV-000012.');
const on = { investigation };
const looked = {
  events: z.array(event).max(200, 'Choose at most 200 risk events at once.').default([]),
  claims: z.array(claimNumberField).max(200, 'Name at most 200 claims at once.').default([]),
  authorizations: z
    .array(authorizationNumberField)
    .max(100, 'Name at most 100 requests at once.')
    .optional()
    .meta({ description: 'pre-authorizations, by number' }),
};
const hold = {
  ...on,
  on: z.enum(holdKinds, { error: 'Choose what is held.' }),
  of: z.string().trim().max(60, 'Keep it to 60 characters.').default('').meta({
    description: "the facility's id or the practitioner's licence; left out: the investigation's own claims",
  }),
};

/** OPEN → CONFIRMED or DISMISSED: what a risk event of a claim or a request was. */
export const disposeRiskEventForm = z.strictObject({
  number: flaggedNumber,
  n,
  verdict: z.enum(verdicts, { error: 'Say whether it is confirmed or dismissed.' }),
  reason: paragraph(500, 'why'),
});
/** Begins an investigation of risk events and claims. */
export const openInvestigationForm = z.strictObject({ title: line(120, 'what is looked into'), ...looked });
/** Puts more risk events and claims into an investigation. */
export const addToInvestigationForm = z.strictObject({ ...on, ...looked });
/** Writes down what was found. */
export const noteInvestigationForm = z.strictObject({ ...on, text: paragraph(4000, 'the note') });
/** Holds the investigation's claims, a facility's or a practitioner's: none of them can be approved. */
export const placeHoldForm = z.strictObject(hold);
/** Lets go of them. */
export const liftHoldForm = z.strictObject(hold);
/** OPEN → CONFIRMED or CLEARED; clearing lets go of everything it holds. */
export const closeInvestigationForm = z.strictObject({
  ...on,
  version: version.meta({ description: 'the version that was seen; another one is refused' }),
  verdict: z.enum(['CONFIRMED', 'CLEARED'], { error: 'Choose how it ends.' }),
  reason: paragraph(2000, 'what was found'),
});
/** One portion of a hold that is being placed, or lifted, in the background. */
const sweepHoldForm = z.strictObject({
  ...on,
  subject: z.string().min(1).max(80),
  since: z.number().int().min(1),
  claims: z.array(z.number().int().min(1)).max(100),
  after: z.number().int().min(0).nullable(),
});

export type DisposeRiskEvent = z.output<typeof disposeRiskEventForm>;
export type OpenInvestigation = z.output<typeof openInvestigationForm>;
export type AddToInvestigation = z.output<typeof addToInvestigationForm>;
export type NoteInvestigation = z.output<typeof noteInvestigationForm>;
export type PlaceHold = z.output<typeof placeHoldForm>;
export type LiftHold = z.output<typeof liftHoldForm>;
export type CloseInvestigation = z.output<typeof closeInvestigationForm>;
export type SweepHold = z.output<typeof sweepHoldForm>;
