import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ClaimState } from '../../domain/claims/claim.ts';

/** Running counts by facility and state; `facilityId` '' is the whole tenant. Kept in the batch that changes a claim. */
export const claimCounts = sqliteTable(
  'claim_counts',
  {
    facilityId: text('facility_id').notNull(),
    state: text().$type<ClaimState>().notNull(),
    claims: integer().notNull(),
    claimed: integer().notNull(),
    approved: integer().notNull(),
  },
  (count) => [primaryKey({ columns: [count.facilityId, count.state] })],
);
