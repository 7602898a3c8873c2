import { sql } from 'drizzle-orm';
import type { Database } from './database.ts';

/** The journal's last number: what is read after it is at least as new. */
export async function journalHead(db: Database): Promise<number> {
  const [row] = await db.all<{ seq: number }>(sql`select coalesce(max(seq), 0) as seq from journal`);
  return Number(row?.seq ?? 0);
}
