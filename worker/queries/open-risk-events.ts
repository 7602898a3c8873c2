import { sql } from 'drizzle-orm';
import type { Database } from './database.ts';

/** How many risk events nobody has disposed of: from the counts that are kept over everything, one row a rule. */
export async function openRiskEvents(db: Database): Promise<number> {
  const [row] = await db.all<{ open: number | null }>(
    sql`select sum(raised - confirmed - dismissed) open from risk_counts where facility_id = '' and billing_month = ''`,
  );
  return row?.open ?? 0;
}
