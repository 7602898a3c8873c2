import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { CheckedBy, Visit, VisitState } from '../../domain/visits/visit.ts';

/** One check-in a row. */
export const visits = sqliteTable(
  'visits',
  {
    id: integer().primaryKey(),
    number: text().notNull(),
    state: text().$type<VisitState>().notNull(),
    version: integer().notNull(),
    facilityId: text('facility_id').notNull(),
    facilityName: text('facility_name').notNull(),
    enrolleeId: text('enrollee_id').notNull(),
    memberId: text('member_id').notNull(),
    enrolleeName: text('enrollee_name').notNull(),
    at: integer().notNull(),
    date: text().notNull(),
    by: text().notNull(),
    how: text().$type<CheckedBy>().notNull(),
    covered: integer({ mode: 'boolean' }).notNull(),
    answered: text({ mode: 'json' }).$type<Visit['answered']>(),
  },
  (visit) => [
    index('visits_of_facility').on(visit.facilityId, visit.at, visit.id),
    index('visits_of_enrollee').on(visit.enrolleeId, visit.at, visit.id),
  ],
);
