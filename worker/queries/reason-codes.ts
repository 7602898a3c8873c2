import type { ReasonCode } from '../../schema/domain/claims/reason-codes.ts';
import { reasonCodes } from '../../schema/tables/tenant/settings.ts';
import type { Database } from './database.ts';

// Kept: making the comparison anew for each pair cost more than the query.
const { compare } = new Intl.Collator('en', { numeric: true });

/** A tenant's reason codes with its own words; `active` ones may be given. */
export async function tenantReasonCodes(db: Database): Promise<(ReasonCode & { active: boolean })[]> {
  const rows = await db.select().from(reasonCodes);
  return rows.sort((a, b) => compare(a.code, b.code));
}
