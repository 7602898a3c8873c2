import { z } from 'zod';
import { appealStates } from '../domain/authorizations/appeal.ts';
import { authorizationStates, urgencies } from '../domain/authorizations/authorization.ts';
import { encounterTypes } from '../domain/claims/claim.ts';
import { attachmentView } from './attachment-view.ts';
import { diagnosisView } from './claim-view.ts';
import { findingView } from './judgement-view.ts';
import { amountView, dateView, momentView, pageOf, reasonView } from './parts.ts';

const lineView = z
  .strictObject({
    line: z.int().min(1).meta({ description: '1, 2, 3 … within the request' }),
    service: z.string().meta({ description: 'code of the service' }),
    name: z.string().meta({ description: 'name of the service when it was asked for' }),
    quantity: z.int().min(1),
    unitPrice: amountView.meta({ description: "the facility's estimate for one" }),
    requested: amountView.meta({ description: 'quantity × unitPrice; never changes' }),
    recommended: z
      .strictObject({ quantity: z.int().min(0), approved: amountView })
      .nullable()
      .meta({ description: 'what the plan would pay of it, as it was judged when it was filed' }),
    findings: z.array(findingView).meta({ description: 'every rule that spoke of it, and why' }),
    approvedQuantity: z.int().min(0).nullable().meta({ description: 'null until decided' }),
    approved: amountView
      .nullable()
      .meta({ description: 'what the tenant pays of it at most; null until decided' }),
    reasons: z.array(reasonView),
    left: z
      .strictObject({ quantity: z.int().min(0), amount: amountView })
      .nullable()
      .meta({ description: 'what claims can still draw of it; null: nothing was granted' }),
  })
  .meta({
    id: 'AuthorizationLine',
    description: 'One service asked for, with what was granted and what is left of that.',
  });

const messageView = z
  .strictObject({
    at: momentView,
    from: z.enum(['tenant', 'facility']),
    by: z.string().nullable().meta({ description: "name of the person; null: the tenant's own business" }),
    kind: z.enum(['note', 'query', 'answer', 'decision', 'appeal']),
    text: z.string(),
  })
  .meta({ id: 'AuthorizationMessage', description: 'One entry of the conversation about a request.' });

const stepView = z
  .strictObject({
    at: momentView,
    what: z.string().meta({ description: 'what happened, for example requested, queried, approved in part' }),
    by: z.string().nullable().meta({ description: "who did it; null: the tenant's own business" }),
  })
  .meta({ id: 'AuthorizationStep', description: "One step of the request's life." });

const appealView = z
  .strictObject({
    n: z.int().min(1),
    state: z.enum(appealStates),
    at: momentView,
    dueAt: momentView.meta({ description: 'when it must be answered' }),
    decidedAt: momentView.nullable(),
    reasons: z.array(reasonView),
    attachments: z.array(attachmentView).meta({ description: 'files that came with it' }),
  })
  .meta({ id: 'Appeal', description: "A facility's objection to a rejection or a reduction." });

const clinicalOnly = "null with a tenant's key that has not the scope enrollee.view_clinical";

/** A request as the API answers it: money in minor units of `currency`, moments in UTC. */
export const authorizationView = z
  .strictObject({
    number: z.string().meta({ description: "the request's number with its tenant" }),
    externalId: z.string().nullable().meta({ description: "the sender's own id" }),
    state: z.enum(authorizationStates),
    version: z.int().min(1).meta({ description: 'counts up with every change; also the ETag' }),
    facilityExternalId: z
      .string()
      .nullable()
      .meta({ description: "the tenant's integrator's id of the facility" }),
    facilityName: z.string(),
    memberId: z.string(),
    enrolleeExternalId: z.string().nullable(),
    enrolleeName: z.string(),
    encounterType: z.enum(encounterTypes),
    urgency: z.enum(urgencies),
    serviceDate: dateView.meta({
      description: "the planned first day of service, in the tenant's time zone",
    }),
    happenedAt: momentView
      .nullable()
      .meta({ description: 'when care began, where an emergency was filed after the fact' }),
    practitionerName: z.string().nullable(),
    diagnoses: z.array(diagnosisView).nullable().meta({ description: clinicalOnly }),
    referral: z.string().nullable(),
    currency: z.string(),
    requested: amountView.meta({ description: 'sum of what the lines ask for' }),
    approved: amountView.nullable().meta({ description: 'null until decided' }),
    lines: z.array(lineView),
    requestedAt: momentView,
    dueAt: momentView.nullable().meta({ description: 'when it must be answered; null once it is' }),
    clockStands: z.boolean().meta({ description: 'the clock stands while a question waits for its answer' }),
    breachReference: z.string().nullable().meta({
      description:
        'nobody answered in time and the facility may proceed: claim lines name this in place of a code',
    }),
    decidedAt: momentView.nullable(),
    rule: z.string().nullable().meta({ description: 'the rule that answered it at once, by name' }),
    code: z.string().nullable().meta({ description: 'what claim lines name, once something is granted' }),
    validFrom: dateView.nullable().meta({ description: 'first day of service that the code covers' }),
    validTo: dateView.nullable().meta({ description: 'last day of service that the code covers' }),
    admission: z
      .strictObject({
        from: dateView,
        days: z.int().min(0).nullable().meta({ description: 'days granted so far' }),
        dischargedOn: dateView.nullable(),
      })
      .nullable(),
    reasons: z.array(reasonView).meta({ description: 'reasons given for the whole request' }),
    wanted: z.array(z.string()).meta({ description: 'what files the last question asks for' }),
    attachments: z.array(attachmentView),
    conversation: z.array(messageView).nullable().meta({ description: clinicalOnly }),
    appeals: z.array(appealView),
    history: z.array(stepView),
  })
  .meta({ id: 'Authorization', description: 'A request for permission, and what was granted on it.' });

/** A page of requests, oldest first. */
export const authorizationPage = pageOf(authorizationView).meta({
  id: 'AuthorizationPage',
  description: 'A page of requests, oldest first.',
});

/** What a step of a request's life answers. */
export const authorizationStep = z
  .strictObject({
    number: z.string(),
    state: z.enum(authorizationStates),
    version: z.int().min(1),
    code: z.string().nullable().meta({ description: 'what claim lines name, where something is granted' }),
  })
  .meta({ id: 'AuthorizationReceipt', description: 'The request as it stood after the step.' });

export type AuthorizationView = z.output<typeof authorizationView>;
export type AuthorizationReceipt = z.output<typeof authorizationStep>;
