import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Audience } from '../domain/audience.ts';

/** Commit log, audit log and fence; the same in every organisation's database. */
export const journal = sqliteTable(
  'journal',
  {
    seq: integer().primaryKey(),
    commandId: text('command_id').notNull().unique(),
    at: integer().notNull(),
    actor: text().notNull(),
    action: text().notNull(),
    subject: text().notNull(),
    data: text().notNull(),
    sealed: text(),
    inputHash: text('input_hash').notNull(),
    prevHash: text('prev_hash').notNull(),
    hash: text().notNull(),
  },
  (entry) => [index('journal_subject').on(entry.subject, entry.seq)],
);

/**
 * One row an event that somebody is told of. `seq` is the journal's number in a tenant; a facility numbers its notices by
 * themselves, because what a tenant tells comes many at once. `subject` is the claim's number; `data` is never clinical.
 */
export const notices = sqliteTable(
  'notices',
  {
    seq: integer().primaryKey(),
    at: integer().notNull(),
    kind: text().notNull(),
    audience: text().$type<Audience>().notNull(),
    subject: text().notNull(),
    data: text({ mode: 'json' }).$type<Record<string, string | number>>().notNull(),
  },
  (notice) => [index('notices_at').on(notice.at)],
);
