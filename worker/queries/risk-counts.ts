import { and, eq } from 'drizzle-orm';
import type { RiskRule } from '../../schema/domain/risk/flag.ts';
import type { RuleCounts } from '../../schema/domain/risk/rule-counts.ts';
import { riskCounts } from '../../schema/tables/tenant/risk.ts';
import type { Database } from './database.ts';

/** What became of the risk events, by rule, over everything: a row a rule. */
export async function ruleCounts(db: Database): Promise<Partial<Record<RiskRule, RuleCounts>>> {
  const rows = await db
    .select()
    .from(riskCounts)
    .where(and(eq(riskCounts.facilityId, ''), eq(riskCounts.billingMonth, '')));
  return Object.fromEntries(
    rows.map(({ rule, raised, confirmed, dismissed }) => [rule, { raised, confirmed, dismissed }]),
  );
}
