import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Batch } from '../../domain/piles/batch.ts';

/** The figures of each pile. Amounts are read as floating point: the client refuses an integer beyond what is exact. */
export const piles = sqliteTable(
  'piles',
  {
    facilityId: text('facility_id').notNull(),
    month: text().notNull(),
    claims: integer().notNull(),
    open: integer().notNull(),
    queried: integer().notNull(),
    clean: integer().notNull(),
    flagged: integer().notNull(),
    passed: integer().notNull(),
    rejected: integer().notNull(),
    withdrawn: integer().notNull(),
    claimed: real().notNull(),
    recommended: real().notNull(),
    approved: real().notNull(),
    undecided: real().notNull(),
    flags: integer().notNull(),
  },
  (pile) => [primaryKey({ columns: [pile.facilityId, pile.month] })],
);

/** Claims that are decided together; the whole of a batch is in its body. */
export const batches = sqliteTable('batches', {
  id: text().primaryKey(),
  facilityId: text('facility_id').notNull(),
  month: text().notNull(),
  state: text().$type<Batch['state']>().notNull(),
  preparedAt: integer('prepared_at').notNull(),
  body: text({ mode: 'json' }).$type<Batch>().notNull(),
});
