import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { DraftBody } from '../../forms/draft.ts';

/** What is being entered; kept until the tenant has accepted it (`claimNumber`) or it is thrown away. */
export const drafts = sqliteTable(
  'drafts',
  {
    id: text().primaryKey(),
    tenantId: text('tenant_id'),
    version: integer().notNull(),
    authorId: text('author_id').notNull(),
    authorName: text('author_name').notNull(),
    createdAt: integer('created_at').notNull(),
    savedAt: integer('saved_at').notNull(),
    claimNumber: text('claim_number'),
    body: text({ mode: 'json' }).$type<DraftBody>().notNull(),
  },
  (draft) => [index('drafts_open').on(draft.savedAt)],
);

/** A tenant the facility is linked with. */
export const links = sqliteTable('links', {
  tenantId: text('tenant_id').primaryKey(),
  slug: text().notNull(),
  name: text().notNull(),
  currency: text().notNull(),
  zone: text().notNull(),
  state: text().$type<'APPROVED' | 'ENDED'>().notNull().default('APPROVED'),
});
