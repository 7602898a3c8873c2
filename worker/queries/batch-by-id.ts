import { and, desc, eq, ne } from 'drizzle-orm';
import type { Batch } from '../../schema/domain/piles/batch.ts';
import type { PileKey } from '../../schema/domain/piles/pile.ts';
import { batches } from '../../schema/tables/tenant/piles.ts';
import type { Database } from './database.ts';

/** A batch of this pile; null: there is none by this id. */
export async function batchById(
  db: Database,
  { facilityId, month }: PileKey,
  id: string,
): Promise<Batch | null> {
  const [row] = await db.select({ body: batches.body }).from(batches).where(eq(batches.id, id)).limit(1);
  return row?.body.facilityId === facilityId && row.body.month === month ? row.body : null;
}

/** The latest batches of a pile that were decided on, newest first. */
export async function batchesOfPile(
  db: Database,
  { facilityId, month }: PileKey,
  limit: number,
): Promise<Batch[]> {
  const rows = await db
    .select({ body: batches.body })
    .from(batches)
    .where(and(eq(batches.facilityId, facilityId), eq(batches.month, month), ne(batches.state, 'PREPARED')))
    .orderBy(desc(batches.preparedAt))
    .limit(limit);
  return rows.map(({ body }) => body);
}
