import { sql } from 'drizzle-orm';
import type { ApprovalLimits, Ceiling, LimitKind } from '../../schema/domain/limits/approval-limits.ts';
import type { Database } from './database.ts';

/** How much one of the tenant's people may approve alone of a claim, or of something else; undefined: nothing. */
export async function ownCeiling(
  db: Database,
  accountId: string,
  kind: LimitKind = 'claim',
): Promise<Ceiling | undefined> {
  const [row] = await db.all<{ limits: string }>(
    sql`select limits from approval_limits where holder = 'role:' || (select role_key from staff where account_id = ${accountId})`,
  );
  const limits: ApprovalLimits = JSON.parse(row?.limits ?? '{}');
  return limits[kind];
}
