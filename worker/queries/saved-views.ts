import { eq } from 'drizzle-orm';
import type { SavedViews } from '../../schema/domain/claims/saved-views.ts';
import { queueViews } from '../../schema/tables/tenant/queue-views.ts';
import type { Database } from './database.ts';

/** What somebody saved of the queue's filters. */
export async function savedViews(db: Database, accountId: string): Promise<SavedViews> {
  const [saved] = await db.select().from(queueViews).where(eq(queueViews.accountId, accountId));
  return saved ?? { accountId, views: [], defaultId: null };
}
