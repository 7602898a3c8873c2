import type { ClaimState } from '../../schema/domain/claims/claim.ts';
import { claimCounts } from '../../schema/tables/facility/claims.ts';
import type { Database } from './database.ts';

/** How many of a facility's claims stand in each state; a state without any may be left out. */
export async function facilityCounts(db: Database): Promise<Partial<Record<ClaimState, number>>> {
  const rows = await db.select({ state: claimCounts.state, claims: claimCounts.claims }).from(claimCounts);
  return Object.fromEntries(rows.map((row) => [row.state, row.claims]));
}
