import { desc, isNull } from 'drizzle-orm';
import { drafts } from '../../schema/tables/facility/drafts.ts';
import type { Database } from './database.ts';

/** Drafts that are not submitted, last saved first. */
export async function openDrafts(db: Database, limit: number) {
  return db
    .select()
    .from(drafts)
    .where(isNull(drafts.claimNumber))
    .orderBy(desc(drafts.savedAt))
    .limit(limit);
}
