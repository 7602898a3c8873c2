import { sql } from 'drizzle-orm';
import type { Database } from './database.ts';

/** The number of the last journal entry: ask before reading what is to be kept live, and listen from it. */
export async function journalHead(db: Database): Promise<number> {
  const [row] = await db.select({ seq: sql<number>`coalesce(max(seq), 0)` }).from(sql`journal`);
  return row?.seq ?? 0;
}
