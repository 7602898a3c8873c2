import { desc, eq } from 'drizzle-orm';
import { claims } from '../../schema/tables/tenant/claims.ts';
import { enrollees } from '../../schema/tables/tenant/enrollees.ts';
import { claimRowColumns } from './claim-rows.ts';
import type { Database } from './database.ts';

/** Claims of the enrollee with this member id, latest service first. */
export async function claimsOfMember(db: Database, memberId: string, limit: number) {
  return db
    .select(claimRowColumns)
    .from(enrollees)
    .innerJoin(claims, eq(claims.enrolleeId, enrollees.id))
    .where(eq(enrollees.memberId, memberId.trim().toUpperCase()))
    .orderBy(desc(claims.serviceDate), desc(claims.id))
    .limit(limit);
}
