import { and, desc, eq, inArray, lt, or } from 'drizzle-orm';
import { claims } from '../../schema/tables/tenant/claims.ts';
import type { ListCursor } from '../list-cursor.ts';
import type { Database } from './database.ts';

/** What somebody is shown of a claim of theirs in a list: nothing of risk, holds or who decides. */
const columns = {
  id: claims.id,
  number: claims.number,
  state: claims.state,
  outcome: claims.outcome,
  facilityName: claims.facilityName,
  serviceDate: claims.serviceDate,
  claimed: claims.claimed,
  approved: claims.approved,
  currency: claims.currency,
  memberId: claims.memberId,
};

/** Claims of one person, the latest service first, after a cursor of service date and id. */
export async function claimsOfPerson(
  db: Database,
  { enrolleeId, after, limit }: { enrolleeId: string; after: ListCursor | null; limit: number },
) {
  const later =
    after === null
      ? undefined
      : or(
          lt(claims.serviceDate, after.key),
          and(eq(claims.serviceDate, after.key), lt(claims.id, Number(after.last))),
        );
  return db
    .select(columns)
    .from(claims)
    .where(and(eq(claims.enrolleeId, enrolleeId), later))
    .orderBy(desc(claims.serviceDate), desc(claims.id))
    .limit(limit);
}

/** The latest claims of several people together. */
export async function latestClaims(db: Database, enrolleeIds: readonly string[], limit: number) {
  return db
    .select(columns)
    .from(claims)
    .where(inArray(claims.enrolleeId, [...enrolleeIds]))
    .orderBy(desc(claims.serviceDate), desc(claims.id))
    .limit(limit);
}
