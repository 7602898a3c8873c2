import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { OrganisationKind, Permission } from '../../domain/permissions.ts';

/** API keys by the hash of their secret. */
export const apiKeys = sqliteTable('api_keys', {
  id: text().primaryKey(),
  secretHash: text('secret_hash').notNull().unique(),
  kind: text().$type<OrganisationKind>().notNull(),
  organisationId: text('organisation_id').notNull(),
  name: text().notNull(),
  scopes: text({ mode: 'json' }).$type<Permission[]>().notNull(),
  createdAt: integer('created_at').notNull(),
  createdBy: text('created_by').notNull(),
  revokedAt: integer('revoked_at'),
});
