import { z } from 'zod';
import { claimStates } from '../domain/claims/claim.ts';
import type { Permission } from '../domain/permissions.ts';
import { amountView, momentView, wholeNumber } from './parts.ts';
import { tenantName } from './submit-claim-request.ts';

/**
 * Commands of the journal → the event that integrators are told of, what it is about, and the scope that shows it; what is
 * `inside` is the tenant's alone, though it is about a facility's claim.
 */
export const eventsByAction = {
  SubmitClaim: { kind: 'ClaimSubmitted', about: 'claim', scope: 'claim.view' },
  ReceiveClaim: { kind: 'ClaimReceived', about: 'claim', scope: 'claim.view' },
  TakeClaim: { kind: 'ClaimTaken', about: 'claim', scope: 'claim.view' },
  ReleaseClaim: { kind: 'ClaimReleased', about: 'claim', scope: 'claim.view' },
  QueryClaim: { kind: 'ClaimQueried', about: 'claim', scope: 'claim.view' },
  AnswerQuery: { kind: 'ClaimResubmitted', about: 'claim', scope: 'claim.view' },
  ApproveClaim: { kind: 'ClaimApproved', about: 'claim', scope: 'claim.view' },
  RejectClaim: { kind: 'ClaimRejected', about: 'claim', scope: 'claim.view' },
  ReopenClaim: { kind: 'ClaimReopened', about: 'claim', scope: 'claim.view' },
  DisposeRiskEvent: { kind: 'RiskEventDisposed', about: 'claim', scope: 'risk.view', inside: true },
  OpenInvestigation: { kind: 'InvestigationOpened', about: 'investigation', scope: 'investigation.view' },
  PlaceHold: { kind: 'HoldPlaced', about: 'investigation', scope: 'investigation.view' },
  LiftHold: { kind: 'HoldLifted', about: 'investigation', scope: 'investigation.view' },
  CloseInvestigation: { kind: 'InvestigationClosed', about: 'investigation', scope: 'investigation.view' },
  PutEnrollee: { kind: 'EnrolleeChanged', about: 'enrollee', scope: 'enrollee.view' },
  PutFacility: { kind: 'FacilityChanged', about: 'facility', scope: 'network.view' },
  PutService: { kind: 'ServiceChanged', about: 'service', scope: 'service.view' },
  PublishPlan: { kind: 'PlanChanged', about: 'plan', scope: 'plan.view' },
  PutPlanVersion: { kind: 'PlanChanged', about: 'plan', scope: 'plan.view' },
  ChangePlan: { kind: 'PlanChanged', about: 'plan', scope: 'plan.view' },
  RetirePlan: { kind: 'PlanChanged', about: 'plan', scope: 'plan.view' },
} as const satisfies Readonly<
  Record<string, { kind: string; about: string; scope: Permission; inside?: true }>
>;

export type EventAction = keyof typeof eventsByAction;

const kinds = [...new Set(Object.values(eventsByAction).map((event) => event.kind))];

/** One thing that happened: which kind, when, and what it is about. What it says now is read from its own address. */
const eventView = z
  .strictObject({
    seq: z.int().min(1).meta({ description: 'its number in the journal of the tenant; counts up' }),
    at: momentView,
    kind: z.enum(kinds),
    subject: z.strictObject({
      about: z.enum(['claim', 'authorization', 'enrollee', 'facility', 'service', 'plan', 'investigation']),
      id: z.string().nullable().meta({
        description:
          "a claim's or a request's number, a member id, a service's or a plan's code, your id of a facility, an investigation's number",
      }),
    }),
    state: z
      .enum(claimStates)
      .nullable()
      .meta({ description: "the claim's state after it; null for other things" }),
    version: z.int().nullable().meta({ description: "the claim's version after it; null for other things" }),
    claimed: amountView.nullable().meta({ description: 'what the claim asks for; null for other things' }),
    approved: amountView
      .nullable()
      .meta({ description: 'null until the claim is decided, and for other things' }),
  })
  .meta({ id: 'Event', description: 'One thing that happened.' });

/** Events after a number, and the number to ask after next. */
export const eventPage = z
  .strictObject({
    data: z.array(eventView),
    next: z.int().min(0).meta({ description: 'ask after this next; also when data is empty' }),
    more: z.boolean().meta({ description: 'false: this was all there is for now' }),
  })
  .meta({ id: 'EventPage', description: 'Events in the order in which they happened.' });

/** What `GET /v1/events` may be asked. */
export const eventsQuestion = z.strictObject({
  after: wholeNumber(0, Number.MAX_SAFE_INTEGER)
    .default(0)
    .meta({ description: '`next` of the page before; left out: from the beginning' }),
  limit: wholeNumber(1, 500).default(100).meta({ description: 'how many events at most' }),
  tenant: tenantName.optional(),
});

export type EventView = z.output<typeof eventView>;
