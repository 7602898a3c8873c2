import { asc, eq, or } from 'drizzle-orm';
import type { Enrollee } from '../../schema/domain/members/enrollee.ts';
import { enrolleeOfRow, enrollees } from '../../schema/tables/tenant/enrollees.ts';
import type { Database } from './database.ts';

/** A family is never larger in fact; a list of them always ends. */
const family_max = 60;

/** A principal and everybody who was ever covered with them, the principal first. */
export async function familyOf(db: Database, principalId: string): Promise<Enrollee[]> {
  const rows = await db
    .select()
    .from(enrollees)
    .where(or(eq(enrollees.id, principalId), eq(enrollees.principalId, principalId)))
    .orderBy(asc(enrollees.n))
    .limit(family_max);
  return rows.map(enrolleeOfRow);
}
