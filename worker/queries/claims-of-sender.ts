import { desc, eq } from 'drizzle-orm';
import { claims } from '../../schema/tables/tenant/claims.ts';
import { claimRowColumns } from './claim-rows.ts';
import type { Database } from './database.ts';

/** Claims that were sent under an id of the sender's own, latest first: each facility has ids of its own. */
export async function claimsOfSender(db: Database, externalId: string, limit: number) {
  return db
    .select(claimRowColumns)
    .from(claims)
    .where(eq(claims.externalId, externalId.trim()))
    .orderBy(desc(claims.id))
    .limit(limit);
}
