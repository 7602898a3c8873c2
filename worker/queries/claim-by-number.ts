import { eq } from 'drizzle-orm';
import type { Claim } from '../../schema/domain/claims/claim.ts';
import { claimIdOf } from '../../schema/domain/ids.ts';
import { claimOfRow, claims } from '../../schema/tables/tenant/claims.ts';
import type { Database } from './database.ts';

/** The whole claim of a number, by its primary key. With `facilityId`, only one of that facility's. */
export async function claimByNumber(
  db: Database,
  number: string,
  facilityId?: string,
): Promise<Claim | null> {
  const id = claimIdOf(number);
  if (id === null) return null;
  const [row] = await db.select().from(claims).where(eq(claims.id, id)).limit(1);
  if (row === undefined || row.number !== number) return null;
  if (facilityId !== undefined && row.facilityId !== facilityId) return null;
  return claimOfRow(row);
}
