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

/** The organisation's own people. */
export const staff = sqliteTable('staff', {
  accountId: text('account_id').primaryKey(),
  name: text().notNull(),
  email: text().notNull(),
  roleKey: text('role_key').notNull(),
  state: text().$type<'ACTIVE' | 'SUSPENDED'>().notNull(),
});
