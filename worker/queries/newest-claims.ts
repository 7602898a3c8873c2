import { and, desc, eq, gte, inArray, lt, sql } from 'drizzle-orm';
import type { ClaimState } from '../../schema/domain/claims/claim.ts';
import type { Moment } from '../../schema/domain/dates.ts';
import { claims } from '../../schema/tables/tenant/claims.ts';
import { claimRowColumns } from './claim-rows.ts';
import type { Database } from './database.ts';

/** Which claims: of a state, of a facility, or all; `before` is the id where the last page ended. */
export interface NewestClaims {
  state?: ClaimState;
  facilityId?: string;
  submittedSince?: Moment;
  before?: number;
  limit: number;
}

/** What has no index of its own is looked for among so many of the newest that the index gives. */
const examinedMax = 2_000;

/** Ids follow the moments of submission; where a history was filled in, only as far as this. */
const disorderMax = 500;

/** Claims newest first. */
export async function newestClaims(db: Database, question: NewestClaims) {
  const { state, facilityId, submittedSince, before, limit } = question;
  const first = sql`(select min(id) from (select id from claims where submitted_at >= ${submittedSince} order by submitted_at, id limit ${disorderMax}))`;
  const bounds = and(
    before === undefined ? undefined : lt(claims.id, before),
    submittedSince === undefined ? undefined : gte(claims.id, first),
    submittedSince === undefined ? undefined : gte(claims.submittedAt, submittedSince),
  );
  const ofState = state === undefined ? undefined : eq(claims.state, state);
  const ofFacility = facilityId === undefined ? undefined : eq(claims.facilityId, facilityId);
  const candidates = db
    .select({ id: claims.id })
    .from(claims)
    .where(and(ofFacility ?? ofState, bounds))
    .orderBy(desc(claims.id))
    .limit(examinedMax);
  const among = ofState && ofFacility ? inArray(claims.id, candidates) : and(ofFacility, bounds);
  return db
    .select(claimRowColumns)
    .from(claims)
    .where(and(among, ofState))
    .orderBy(desc(claims.id))
    .limit(limit);
}
