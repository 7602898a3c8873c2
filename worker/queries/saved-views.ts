import { eq } from 'drizzle-orm';
import type { SavedViews } from '../../schema/domain/claims/saved-views.ts';
import { queueViews } from '../../schema/tables/tenant/queue-views.ts';
import type { Database } from './database.ts';

/** What somebody saved of the queue's filters, as its row; none: nothing yet. */
export const savedViewsRow = (db: Database, accountId: string) =>
  db.select().from(queueViews).where(eq(queueViews.accountId, accountId));

/** What somebody saved of the queue's filters. */
export async function savedViews(db: Database, accountId: string): Promise<SavedViews> {
  const [saved] = await savedViewsRow(db, accountId);
  return saved ?? noViews(accountId);
}

/** Nothing is saved. */
export const noViews = (accountId: string): SavedViews => ({ accountId, views: [], defaultId: null });
