import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import {
  type Investigation,
  type InvestigationState,
  investigationNumber,
} from '../../domain/investigations/investigation.ts';
import type { FlagState, RiskRule } from '../../domain/risk/flag.ts';

/** One risk event a row, of flagged claims only: what lists are made of. The claim has them too. */
export const riskEvents = sqliteTable(
  'risk_events',
  {
    claimId: integer('claim_id').notNull(),
    n: integer().notNull(),
    seq: integer().notNull(),
    number: text().notNull(),
    at: integer().notNull(),
    rule: text().$type<RiskRule>().notNull(),
    state: text().$type<FlagState>().notNull(),
    weight: real().notNull(),
    line: integer(),
    facilityId: text('facility_id').notNull(),
    facilityName: text('facility_name').notNull(),
    billingMonth: text('billing_month').notNull(),
    claimed: integer().notNull(),
    evidence: text().notNull(),
    claims: text({ mode: 'json' }).$type<string[]>().notNull(),
  },
  (event) => [
    primaryKey({ columns: [event.claimId, event.n] }),
    index('risk_events_by_state').on(event.state, event.seq, event.n),
    index('risk_events_by_rule').on(event.rule, event.state, event.seq, event.n),
    index('risk_events_of_facility').on(event.facilityId, event.state, event.seq, event.n),
  ],
);

/** What became of the events of a facility's billing month, by rule; '' in both: of all. */
export const riskCounts = sqliteTable(
  'risk_counts',
  {
    facilityId: text('facility_id').notNull(),
    billingMonth: text('billing_month').notNull(),
    rule: text().$type<RiskRule>().notNull(),
    raised: integer().notNull(),
    confirmed: integer().notNull(),
    dismissed: integer().notNull(),
  },
  (count) => [primaryKey({ columns: [count.facilityId, count.billingMonth, count.rule] })],
);

/** What of an investigation is JSON within its row. */
export type InvestigationBody = Omit<
  Investigation,
  'id' | 'number' | 'state' | 'title' | 'openedAt' | 'version' | 'authorizations'
> &
  Partial<Pick<Investigation, 'authorizations'>>;

/** One investigation a row. */
export const investigations = sqliteTable(
  'investigations',
  {
    id: integer().primaryKey(),
    state: text().$type<InvestigationState>().notNull(),
    title: text().notNull(),
    openedAt: integer('opened_at').notNull(),
    version: integer().notNull(),
    body: text({ mode: 'json' }).$type<InvestigationBody>().notNull(),
  },
  (investigation) => [index('investigations_by_state').on(investigation.state, investigation.id)],
);

/** The investigation of a row read whole; one from before there were requests is about none. */
export const investigationOfRow = (
  row: Pick<Investigation, 'id' | 'state' | 'title' | 'openedAt' | 'version'>,
  body: InvestigationBody,
): Investigation => ({ authorizations: [], ...row, ...body, number: investigationNumber(row.id) });
