import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { LinkSide, LinkState, LinkStep, Period } from '../../domain/network/link.ts';
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

/** A tenant the facility is linked with, or asked, or was asked by: a mirror of the tenant's own row. */
export const links = sqliteTable('links', {
  tenantId: text('tenant_id').primaryKey(),
  slug: text().notNull(),
  name: text().notNull(),
  currency: text().notNull(),
  zone: text().notNull(),
  state: text().$type<LinkState>().notNull().default('APPROVED'),
  version: integer().notNull().default(1),
  askedBy: text('asked_by').$type<LinkSide>(),
  askedAt: integer('asked_at'),
  startsOn: text('starts_on'),
  inForce: text('in_force', { mode: 'json' }).$type<Period[]>().notNull(),
  history: text({ mode: 'json' }).$type<LinkStep[]>().notNull(),
});
