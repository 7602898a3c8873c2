import { and, desc, inArray, lt } from 'drizzle-orm';
import { visits } from '../../schema/tables/tenant/visits.ts';
import type { Database } from './database.ts';

/** Check-ins of these people, the newest first, those before an id; `limit` at most. */
export async function visitsOfEnrollees(
  db: Database,
  enrolleeIds: readonly string[],
  { before, limit }: { before: number | null; limit: number },
) {
  return db
    .select()
    .from(visits)
    .where(
      and(inArray(visits.enrolleeId, [...enrolleeIds]), ...(before === null ? [] : [lt(visits.id, before)])),
    )
    .orderBy(desc(visits.id))
    .limit(limit);
}
