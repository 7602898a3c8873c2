import { and, desc, eq, sql } from 'drizzle-orm';
import type { FlagState, RiskRule } from '../../schema/domain/risk/flag.ts';
import { riskEvents } from '../../schema/tables/tenant/risk.ts';
import type { Database } from './database.ts';

/** Which risk events are asked for: every combination has its index. */
export interface RiskEventsAsked {
  state: FlagState;
  rule: RiskRule | null;
  facilityId: string | null;
  /** where the page before ended: the journal number, and the event's own */
  after: { seq: number; n: number } | null;
}

/** One page of risk events, newest first, and where the next one starts. */
export async function riskEventsPage(
  db: Database,
  { state, rule, facilityId, after }: RiskEventsAsked,
  limit: number,
) {
  const found = await db
    .select()
    .from(riskEvents)
    .where(
      and(
        eq(riskEvents.state, state),
        rule === null ? undefined : eq(riskEvents.rule, rule),
        facilityId === null ? undefined : eq(riskEvents.facilityId, facilityId),
        after === null ? undefined : sql`(${riskEvents.seq}, ${riskEvents.n}) < (${after.seq}, ${after.n})`,
      ),
    )
    .orderBy(desc(riskEvents.seq), desc(riskEvents.n))
    .limit(limit + 1);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return { rows, next: found.length > limit && last ? { seq: last.seq, n: last.n } : null };
}
