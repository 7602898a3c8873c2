import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Misses at signing in, by account and by address, and until when the next try has to wait. */
export const throttles = sqliteTable('throttles', {
  key: text().primaryKey(),
  misses: integer().notNull(),
  until: integer().notNull(),
  seenAt: integer('seen_at').notNull(),
});
