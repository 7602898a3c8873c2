import { eq, inArray } from 'drizzle-orm';
import { staff } from '../../schema/tables/people.ts';
import type { Database } from './database.ts';

/** What one of the organisation's own people is called; null: nobody has this account. */
export async function staffName(db: Database, accountId: string): Promise<string | null> {
  const [row] = await db
    .select({ name: staff.name })
    .from(staff)
    .where(eq(staff.accountId, accountId))
    .limit(1);
  return row?.name ?? null;
}

/** What these of the organisation's own people are called, by account. */
export async function staffNames(db: Database, accountIds: readonly string[]): Promise<Map<string, string>> {
  if (accountIds.length === 0) return new Map();
  const rows = await db
    .select({ accountId: staff.accountId, name: staff.name })
    .from(staff)
    .where(inArray(staff.accountId, [...accountIds]));
  return new Map(rows.map(({ accountId, name }) => [accountId, name]));
}
