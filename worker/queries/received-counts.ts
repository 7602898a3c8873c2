import { sql } from 'drizzle-orm';
import type { Moment } from '../../schema/domain/dates.ts';
import type { Database } from './database.ts';

/**
 * How many claims came in since each of these moments. Ids are given in the order of submission, so that two look-ups by
 * index answer it whatever is stored; claims that the system filed with a date of their own may be counted a day off.
 */
export async function receivedCounts(db: Database, since: readonly Moment[]): Promise<number[]> {
  const counts = since.map(
    (moment) => sql`(
      select coalesce((select max(id) from claims), 0) - id + 1 from claims
      where submitted_at >= ${moment} order by submitted_at, id limit 1
    )`,
  );
  const [row] = await db
    .select({ counts: sql<string>`json_array(${sql.join(counts, sql`, `)})` })
    .from(sql`(select 1)`);
  const found: unknown = JSON.parse(row?.counts ?? '[]');
  return Array.isArray(found) ? found.map((count) => Number(count ?? 0)) : [];
}
