import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ClaimState, EncounterType } from '../../domain/claims/claim.ts';

/** A claim as its tenant has told: enough for lists and counts over all tenants. */
export const claims = sqliteTable(
  'claims',
  {
    tenantId: text('tenant_id').notNull(),
    number: text().notNull(),
    tenantName: text('tenant_name').notNull(),
    state: text().$type<ClaimState>().notNull(),
    outcome: text().$type<'FULL' | 'PARTIAL'>(),
    version: integer().notNull(),
    memberId: text('member_id').notNull(),
    enrolleeName: text('enrollee_name').notNull(),
    encounterType: text('encounter_type').$type<EncounterType>().notNull(),
    serviceDate: text('service_date').notNull(),
    currency: text().notNull(),
    claimed: integer().notNull(),
    approved: integer(),
    submittedAt: integer('submitted_at').notNull(),
    changedAt: integer('changed_at').notNull(),
  },
  (claim) => [
    primaryKey({ columns: [claim.tenantId, claim.number] }),
    index('claims_newest').on(claim.submittedAt, claim.number),
    index('claims_by_state').on(claim.state, claim.submittedAt, claim.number),
    index('claims_of_member').on(claim.memberId, claim.submittedAt),
  ],
);

/** Counts over all of the facility's claims, by state. */
export const claimCounts = sqliteTable('claim_counts', {
  state: text().$type<ClaimState>().primaryKey(),
  claims: integer().notNull(),
  claimed: integer().notNull(),
  approved: integer().notNull(),
});
