import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Permission } from '../domain/permissions.ts';

/** API keys; the secret's hash is in the directory only. */
export const apiKeys = sqliteTable('api_keys', {
  id: text().primaryKey(),
  name: text().notNull(),
  scopes: text({ mode: 'json' }).$type<Permission[]>().notNull(),
  createdAt: integer('created_at').notNull(),
  revokedAt: integer('revoked_at'),
});
