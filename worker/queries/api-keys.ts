import { desc } from 'drizzle-orm';
import { apiKeys } from '../../schema/tables/people.ts';
import type { Database } from './database.ts';

/** An organisation's API keys, the newest first, revoked ones too. */
export async function organisationApiKeys(db: Database) {
  return db.select().from(apiKeys).orderBy(desc(apiKeys.createdAt), desc(apiKeys.id)).limit(500);
}
