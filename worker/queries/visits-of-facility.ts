import { and, desc, eq, gte } from 'drizzle-orm';
import type { Moment } from '../../schema/domain/dates.ts';
import { visits } from '../../schema/tables/tenant/visits.ts';
import type { Database } from './database.ts';

/** One insurer's members who were checked in at a facility since a moment, the newest first; `limit` at most. */
export async function visitsOfFacility(db: Database, facilityId: string, since: Moment, limit: number) {
  return db
    .select({
      number: visits.number,
      memberId: visits.memberId,
      enrolleeName: visits.enrolleeName,
      at: visits.at,
      by: visits.by,
      covered: visits.covered,
    })
    .from(visits)
    .where(and(eq(visits.facilityId, facilityId), gte(visits.at, since)))
    .orderBy(desc(visits.at), desc(visits.id))
    .limit(limit);
}
