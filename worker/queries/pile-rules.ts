import { and, desc, eq, gt, sql } from 'drizzle-orm';
import type { PileKey } from '../../schema/domain/piles/pile.ts';
import { riskCounts } from '../../schema/tables/tenant/risk.ts';
import type { Database } from './database.ts';

/** How many risk events of a pile's claims each rule has raised that nobody has disposed of, most first. */
export async function pileRules(db: Database, { facilityId, month }: PileKey) {
  const { rule, raised, confirmed, dismissed } = riskCounts;
  const open = sql<number>`${raised} - ${confirmed} - ${dismissed}`;
  return db
    .select({ rule, open })
    .from(riskCounts)
    .where(and(eq(riskCounts.facilityId, facilityId), eq(riskCounts.billingMonth, month), gt(open, 0)))
    .orderBy(desc(open), rule);
}
