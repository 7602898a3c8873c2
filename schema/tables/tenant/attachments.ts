import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { StoredFile } from '../../domain/attachments/stored-file.ts';

/** Files of claims and drafts; everything said of one is in the body. */
export const attachments = sqliteTable('attachments', {
  id: text().primaryKey(),
  place: text().notNull(),
  expiresAt: integer('expires_at'),
  body: text({ mode: 'json' }).$type<StoredFile>().notNull(),
});
