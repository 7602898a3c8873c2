import { z } from 'zod';
import { claimStates, encounterTypes } from '../domain/claims/claim.ts';
import { attachmentView } from './attachment-view.ts';
import { findingView } from './judgement-view.ts';
import { amountView, dateView, momentView, pageOf, reasonView } from './parts.ts';

const lineView = z
  .strictObject({
    line: z.int().min(1).meta({ description: '1, 2, 3 … within the claim' }),
    service: z.string().meta({ description: 'code of the service' }),
    name: z.string().meta({ description: 'name of the service when it was claimed' }),
    serviceDate: dateView,
    quantity: z.int().min(1),
    unitPrice: amountView,
    claimed: amountView.meta({ description: 'quantity × unitPrice; never changes' }),
    authorization: z
      .string()
      .nullable()
      .meta({ description: 'the auth code it was given under, or the breach reference that stands for one' }),
    approvedQuantity: z.int().min(0).nullable().meta({ description: 'null until decided' }),
    approved: amountView.nullable().meta({ description: 'null until decided' }),
    reasons: z.array(reasonView),
    enrolleeShare: amountView.nullable().meta({
      description: 'what the enrollee bears of it; null until decided',
    }),
    facilityShare: amountView
      .nullable()
      .meta({ description: 'what the facility bears of it; null until decided' }),
    recommended: z
      .strictObject({ quantity: z.int().min(0), approved: amountView })
      .nullable()
      .meta({
        description:
          "what was recommended, with a tenant's key: of an open claim what is recommended now, where it is read by itself; else null",
      }),
    findings: z.array(findingView).meta({
      description: 'every rule that spoke of it, and why; of an open claim where recommended is said',
    }),
  })
  .meta({
    id: 'ClaimLine',
    description: 'One service billed, with what was approved beside what was claimed.',
  });

/** A diagnosis in an answer. */
export const diagnosisView = z
  .strictObject({
    code: z.string(),
    system: z.string().meta({ description: 'code system, for example ICD-10' }),
    name: z.string(),
  })
  .meta({ id: 'Diagnosis', description: 'A diagnosis; the first of a claim is the main one.' });

const messageView = z
  .strictObject({
    at: momentView,
    from: z.enum(['tenant', 'facility']),
    by: z.string().meta({ description: 'name of the person' }),
    kind: z.enum(['query', 'answer', 'decision']),
    text: z.string(),
  })
  .meta({ id: 'Message', description: 'One entry of the conversation between tenant and facility.' });

const stepView = z
  .strictObject({ at: momentView, state: z.enum(claimStates), by: z.string() })
  .meta({ id: 'Step', description: "One step of the claim's life." });

const correctionView = z
  .strictObject({
    at: momentView,
    by: z.string().meta({ description: 'name of the person' }),
    claimed: amountView.meta({ description: 'sum of what the lines claimed before' }),
    lines: z.array(lineView),
  })
  .meta({ id: 'Correction', description: 'What the lines were before the facility corrected them.' });

const clinicalOnly = "null with a tenant's key that has not the scope enrollee.view_clinical";

/** A claim as the API answers it: money in minor units of `currency`, moments in UTC. */
export const claimView = z
  .strictObject({
    number: z.string().meta({ description: "the claim's number with its tenant" }),
    externalId: z.string().nullable().meta({ description: "the sender's own id" }),
    state: z.enum(claimStates),
    version: z.int().min(1).meta({ description: 'counts up with every change; also the ETag' }),
    outcome: z
      .enum(['FULL', 'PARTIAL'])
      .nullable()
      .meta({ description: 'how it was approved; null until then' }),
    facilityExternalId: z
      .string()
      .nullable()
      .meta({ description: "the tenant's integrator's id of the facility" }),
    facilityName: z.string(),
    memberId: z.string(),
    enrolleeExternalId: z.string().nullable(),
    enrolleeName: z.string(),
    encounterType: z.enum(encounterTypes),
    encounterId: z.string().nullable().meta({ description: "the sender's id of the encounter" }),
    startedAt: momentView,
    endedAt: momentView,
    serviceDate: dateView.meta({ description: "date of the encounter's start in the tenant's time zone" }),
    billingMonth: z.string().meta({ description: "month of the encounter's last day, for example 2026-11" }),
    practitionerName: z.string(),
    practitionerLicence: z.string().nullable(),
    diagnoses: z.array(diagnosisView).nullable().meta({ description: clinicalOnly }),
    accident: z.boolean(),
    otherPayer: z.string().nullable(),
    referral: z.string().nullable(),
    currency: z.string(),
    claimed: amountView.meta({ description: 'sum of what the lines claim' }),
    approved: amountView.nullable().meta({ description: 'null until decided' }),
    lines: z.array(lineView),
    corrections: z
      .array(correctionView)
      .meta({ description: 'its lines as they were before each correction, oldest first' }),
    wanted: z.array(z.string()).meta({ description: 'what files the last query asks for' }),
    queriedAt: momentView.nullable().meta({
      description: 'while it is QUERIED: when it was asked about; unanswered for 14 days it is rejected',
    }),
    replaces: z.string().nullable().meta({ description: 'number of the claim that it corrects' }),
    replacedBy: z.string().nullable().meta({ description: 'number of the claim that corrects it' }),
    enteredBy: z
      .string()
      .nullable()
      .meta({ description: "who of the tenant entered it on the facility's behalf; null: nobody did" }),
    attachments: z.array(attachmentView).meta({
      description: 'its files, in the order in which they came; a facility reads of its own',
    }),
    reasons: z.array(reasonView).meta({ description: 'reasons given for the whole claim' }),
    conversation: z.array(messageView).nullable().meta({ description: clinicalOnly }),
    history: z.array(stepView),
    submittedAt: momentView,
    receivedAt: momentView.nullable(),
    dueAt: momentView.nullable().meta({ description: 'when the tenant owes its decision' }),
    decidedAt: momentView.nullable(),
  })
  .meta({ id: 'Claim', description: 'A request to be paid for one encounter, service by service.' });

/** A page of claims, oldest first. */
export const claimPage = pageOf(claimView).meta({
  id: 'ClaimPage',
  description: 'A page of claims, oldest first.',
});

/** What filing a claim answers. */
export const claimReceipt = z
  .strictObject({
    number: z.string().meta({ description: 'the number it was given' }),
    externalId: z.string().nullable(),
    state: z.enum(claimStates),
    version: z.int().min(1),
    currency: z.string(),
    claimed: amountView,
  })
  .meta({ id: 'ClaimReceipt', description: 'The claim as it stood when it was filed.' });

/** What a step of a claim's life answers. */
export const claimStep = z
  .strictObject({ number: z.string(), state: z.enum(claimStates), version: z.int().min(1) })
  .meta({ id: 'ClaimStep', description: 'The claim as it stood after the step.' });

export type ClaimView = z.output<typeof claimView>;
export type ClaimReceipt = z.output<typeof claimReceipt>;
