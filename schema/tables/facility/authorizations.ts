import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AuthorizationState, Urgency } from '../../domain/authorizations/authorization.ts';
import type { EncounterType } from '../../domain/claims/claim.ts';

/** A request as its tenant has told: enough for lists and clocks over all tenants. */
export const authorizations = sqliteTable(
  'authorizations',
  {
    tenantId: text('tenant_id').notNull(),
    number: text().notNull(),
    tenantName: text('tenant_name').notNull(),
    state: text().$type<AuthorizationState>().notNull(),
    version: integer().notNull(),
    memberId: text('member_id').notNull(),
    enrolleeName: text('enrollee_name').notNull(),
    encounterType: text('encounter_type').$type<EncounterType>().notNull(),
    urgency: text().$type<Urgency>().notNull(),
    serviceDate: text('service_date').notNull(),
    currency: text().notNull(),
    requested: integer().notNull(),
    approved: integer(),
    requestedAt: integer('requested_at').notNull(),
    /** when the tenant must have answered it, or the appeal that is open; null: nobody has to */
    dueAt: integer('due_at'),
    clock_ms: integer('clock_ms').notNull(),
    /** the clock stands while the tenant waits for an answer */
    queriedAt: integer('queried_at'),
    code: text(),
    validTo: text('valid_to'),
    /** the facility may proceed, and names this in place of a code */
    breachReference: text('breach_reference'),
    appealed: integer({ mode: 'boolean' }).notNull(),
    changedAt: integer('changed_at').notNull(),
  },
  (one) => [
    primaryKey({ columns: [one.tenantId, one.number] }),
    index('authorizations_newest').on(one.requestedAt, one.tenantId, one.number),
    index('authorizations_by_state').on(one.state, one.requestedAt, one.tenantId, one.number),
    index('authorizations_waiting').on(one.dueAt, one.tenantId, one.number),
    index('authorizations_of_member').on(one.memberId, one.requestedAt),
  ],
);
