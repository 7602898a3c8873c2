import { sql } from 'drizzle-orm';
import type { Moment } from '../../schema/domain/dates.ts';
import type { Database } from './database.ts';

/** As many of the journal's last entries are looked at: a day with more answers `atLeast`. */
const examinedMax = 2_000;

/** How many claims were approved or rejected since a moment, from the end of the journal. */
export async function decidedSince(
  db: Database,
  since: Moment,
): Promise<{ count: number; atLeast: boolean }> {
  const [row] = await db
    .select({
      count: sql<number>`coalesce(sum(at >= ${since} and action in ('ApproveClaim', 'RejectClaim', 'DecideInBatch')), 0)`,
      within: sql<number>`coalesce(sum(at >= ${since}), 0)`,
    })
    .from(sql`(select at, action from journal order by seq desc limit ${examinedMax})`);
  return { count: row?.count ?? 0, atLeast: (row?.within ?? 0) >= examinedMax };
}
