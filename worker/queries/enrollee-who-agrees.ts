import { and, eq } from 'drizzle-orm';
import { enrollees } from '../../schema/tables/tenant/enrollees.ts';
import type { Database } from './database.ts';

/** The name of the enrollee whose member id and birth date are both these; null: none. Neither alone tells a name. */
export async function enrolleeWhoAgrees(
  db: Database,
  memberId: string,
  birthDate: string,
): Promise<string | null> {
  const [row] = await db
    .select({ firstName: enrollees.firstName, lastName: enrollees.lastName })
    .from(enrollees)
    .where(and(eq(enrollees.memberId, memberId.trim().toUpperCase()), eq(enrollees.birthDate, birthDate)))
    .limit(1);
  return row === undefined ? null : `${row.firstName} ${row.lastName}`;
}
