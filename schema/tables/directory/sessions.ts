import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { OrganisationKind } from '../../domain/permissions.ts';

/** Who is signed in where; a row that is gone signs its browser out. */
export const sessions = sqliteTable('sessions', {
  id: text().primaryKey(),
  accountId: text('account_id').notNull(),
  kind: text().$type<OrganisationKind>(),
  organisationId: text('organisation_id'),
  createdAt: integer('created_at').notNull(),
  seenAt: integer('seen_at').notNull(),
  expiresAt: integer('expires_at').notNull(),
  address: text(),
  agent: text(),
});
