import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { SavedView } from '../../domain/claims/saved-views.ts';

/** What people saved of the queue's filters: one row a person. */
export const queueViews = sqliteTable('queue_views', {
  accountId: text('account_id').primaryKey(),
  views: text({ mode: 'json' }).$type<readonly SavedView[]>().notNull(),
  defaultId: text('default_id'),
});
