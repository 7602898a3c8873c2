import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import {
  type Claim,
  type ClaimState,
  type Correction,
  type EncounterType,
  plainClaim,
} from '../../domain/claims/claim.ts';
import { lineOf, type StoredLine, storedLine } from './claim-lines.ts';
import { without } from './without-plain.ts';

/** What of a claim is JSON within its row: everything that is not a column of its own. */
export type ClaimBody = Pick<
  Claim,
  | 'practitionerName'
  | 'practitionerLicence'
  | 'encounterId'
  | 'startedAt'
  | 'endedAt'
  | 'accident'
  | 'otherPayer'
  | 'referral'
  | 'diagnoses'
  | 'reasons'
  | 'conversation'
  | 'history'
  | 'submittedBy'
  | 'receivedAt'
  | 'queriedAt'
  | 'decidedBy'
  | 'draftId'
> & { lines: StoredLine[] } & Partial<Omit<Pick<Claim, keyof typeof plainClaim>, 'corrections'>> & {
    corrections?: (Omit<Correction, 'lines'> & { lines: StoredLine[] })[];
  };

/** One claim a row. */
export const claims = sqliteTable(
  'claims',
  {
    id: integer().primaryKey(),
    number: text().notNull(),
    externalId: text('external_id'),
    state: text().$type<ClaimState>().notNull(),
    version: integer().notNull(),
    outcome: text().$type<'FULL' | 'PARTIAL'>(),
    facilityId: text('facility_id').notNull(),
    facilityName: text('facility_name').notNull(),
    enrolleeId: text('enrollee_id').notNull(),
    memberId: text('member_id').notNull(),
    enrolleeName: text('enrollee_name').notNull(),
    clientCode: text('client_code').notNull().default(''),
    planCode: text('plan_code'),
    risk: integer().notNull().default(0),
    encounterType: text('encounter_type').$type<EncounterType>().notNull(),
    serviceDate: text('service_date').notNull(),
    billingMonth: text('billing_month').notNull(),
    currency: text().notNull(),
    claimed: integer().notNull(),
    approved: integer(),
    submittedAt: integer('submitted_at').notNull(),
    dueAt: integer('due_at'),
    rankAt: integer('rank_at'),
    decidedAt: integer('decided_at'),
    /** the amount of the proposal that waits, while it does */
    proposed: integer(),
    decidedBy: text('decided_by'),
    body: text({ mode: 'json' }).$type<ClaimBody>().notNull(),
  },
  (claim) => [
    uniqueIndex('claims_external').on(claim.externalId, claim.facilityId),
    index('claims_by_state').on(claim.state),
    index('claims_by_submission').on(claim.submittedAt),
    index('claims_of_facility').on(claim.facilityId, claim.id),
    index('claims_of_enrollee').on(claim.enrolleeId, claim.serviceDate),
    index('claims_open').on(claim.state, claim.rankAt, claim.id),
  ],
);

/** `proposed` and `decided_by` are written for lists: the aggregate has them in its body. */
export type ClaimRow = Omit<typeof claims.$inferSelect, 'proposed' | 'decidedBy'>;

/** The aggregate of a row read whole. */
export function claimOfRow({ body, ...columns }: ClaimRow): Claim {
  const { corrections = [], lines, ...rest } = body;
  return {
    ...plainClaim,
    ...columns,
    ...rest,
    lines: lines.map(lineOf),
    corrections: corrections.map((each) => ({ ...each, lines: each.lines.map(lineOf) })),
  };
}

const plainOf = (claim: Claim) => ({
  serviceGroups: claim.serviceGroups,
  flags: claim.flags,
  holds: claim.holds,
  heldAt: claim.heldAt,
  proposal: claim.proposal,
  replaces: claim.replaces,
  replacedBy: claim.replacedBy,
  attachments: claim.attachments,
  wanted: claim.wanted,
  reservedFor: claim.reservedFor,
  warnedAt: claim.warnedAt,
  breachedAt: claim.breachedAt,
  remindedAt: claim.remindedAt,
  enteredBy: claim.enteredBy,
  recommended: claim.recommended,
  straightThrough: claim.straightThrough,
  corrections: claim.corrections.map((each) => ({ ...each, lines: each.lines.map(storedLine) })),
});

/** The JSON part of an aggregate: what most claims have nothing of is left out. */
export function claimBodyOf(claim: Claim): ClaimBody {
  return {
    practitionerName: claim.practitionerName,
    practitionerLicence: claim.practitionerLicence,
    encounterId: claim.encounterId,
    startedAt: claim.startedAt,
    endedAt: claim.endedAt,
    accident: claim.accident,
    otherPayer: claim.otherPayer,
    referral: claim.referral,
    diagnoses: claim.diagnoses,
    lines: claim.lines.map(storedLine),
    reasons: claim.reasons,
    conversation: claim.conversation,
    history: claim.history,
    submittedBy: claim.submittedBy,
    receivedAt: claim.receivedAt,
    queriedAt: claim.queriedAt,
    decidedBy: claim.decidedBy,
    draftId: claim.draftId,
    ...without(plainOf(claim), plainClaim),
  };
}
