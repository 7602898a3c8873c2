import { sql } from 'drizzle-orm';
import type { PileKey } from '../../schema/domain/piles/pile.ts';
import type { Database } from './database.ts';

/** How many risk events of a pile's claims each rule has raised that nobody has disposed of, most first. */
export async function pileRules(
  db: Database,
  { facilityId, month }: PileKey,
): Promise<{ rule: string; open: number }[]> {
  const open = sql`raised - confirmed - dismissed`;
  return db
    .select({ rule: sql<string>`rule`, open: sql<number>`${open}` })
    .from(sql`risk_counts`)
    .where(sql`facility_id = ${facilityId} and billing_month = ${month} and ${open} > 0`)
    .orderBy(sql`${open} desc, rule`);
}
