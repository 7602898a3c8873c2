import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { OrganisationKind, Permission } from '../../domain/permissions.ts';

/** One person, however many organisations they belong to. */
export const accounts = sqliteTable('accounts', {
  id: text().primaryKey(),
  email: text().notNull().unique(),
  name: text().notNull(),
  password: text(),
  state: text().$type<'ACTIVE' | 'SUSPENDED'>().notNull(),
  demo: integer({ mode: 'boolean' }).notNull(),
  createdAt: integer('created_at').notNull(),
});

/** What a person may do in an organisation: a copy of what the organisation's own database says. */
export const memberships = sqliteTable(
  'memberships',
  {
    accountId: text('account_id').notNull(),
    kind: text().$type<OrganisationKind>().notNull(),
    organisationId: text('organisation_id').notNull(),
    roleKey: text('role_key').notNull(),
    roleName: text('role_name').notNull(),
    permissions: text({ mode: 'json' }).$type<Permission[]>().notNull(),
    state: text().$type<'ACTIVE' | 'SUSPENDED'>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.kind, table.organisationId] })],
);
