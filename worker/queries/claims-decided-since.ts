import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import { type CalendarDate, type Moment, momentIn } from '../../schema/domain/dates.ts';
import { claims } from '../../schema/tables/tenant/claims.ts';
import { claimRowColumns } from './claim-rows.ts';
import type { Database } from './database.ts';

/** Which decided claims: since a day began where the tenant is, of a facility or all; `before` is the id where the last page ended. */
export interface DecidedSince {
  day: CalendarDate;
  zone: string;
  facilityId?: string;
  before?: number;
  limit: number;
}

/**
 * Claims that stand decided since a day began, whenever they came in, newest first: all that the dashboard counts. The index
 * is by person, so that who has decided since is asked first.
 */
export async function claimsDecidedSince(
  db: Database,
  { day, zone, facilityId, before, limit }: DecidedSince,
) {
  const since: Moment = momentIn(zone, `${day}T00:00`);
  const decided = sql`${claims.id} in (select id from claims indexed by claims_decided
    where decided_by is not null and decided_by in (select decided_by from decision_days where day >= ${day})
      and decided_at >= ${since})`;
  return db
    .select(claimRowColumns)
    .from(claims)
    .where(
      and(
        decided,
        inArray(claims.state, ['APPROVED', 'REJECTED', 'SETTLED']),
        before === undefined ? undefined : lt(claims.id, before),
        facilityId === undefined ? undefined : eq(claims.facilityId, facilityId),
      ),
    )
    .orderBy(desc(claims.id))
    .limit(limit);
}
