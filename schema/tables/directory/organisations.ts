import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { OrganisationKind } from '../../domain/permissions.ts';

/** Every organisation there is, with what the public may know of it. */
export const organisations = sqliteTable(
  'organisations',
  {
    kind: text().$type<OrganisationKind>().notNull(),
    id: text().notNull(),
    slug: text().unique(),
    name: text().notNull(),
    state: text().$type<'ACTIVE' | 'SUSPENDED'>().notNull(),
    profile: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.id] })],
);
