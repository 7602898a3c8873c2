import { and, desc, eq, inArray, lt } from 'drizzle-orm';
import type { ClaimState } from '../../schema/domain/claims/claim.ts';
import { claims } from '../../schema/tables/tenant/claims.ts';
import { claimRowColumns } from './claim-rows.ts';
import type { Database } from './database.ts';

/** Which claims: of a state, of a facility, or all; `before` is the id where the last page ended. */
export interface NewestClaims {
  state?: ClaimState;
  facilityId?: string;
  before?: number;
  limit: number;
}

/** Each filter has its index; where both are given, this many of the facility's claims are looked at. */
const examinedMax = 2_000;

/** Claims newest first. */
export async function newestClaims(db: Database, { state, facilityId, before, limit }: NewestClaims) {
  const older = before === undefined ? undefined : lt(claims.id, before);
  const ofState = state === undefined ? undefined : eq(claims.state, state);
  const ofFacility = facilityId === undefined ? undefined : eq(claims.facilityId, facilityId);
  const candidates = db
    .select({ id: claims.id })
    .from(claims)
    .where(and(ofFacility, older))
    .orderBy(desc(claims.id))
    .limit(examinedMax);
  const among = ofState && ofFacility ? inArray(claims.id, candidates) : and(ofFacility, older);
  return db
    .select(claimRowColumns)
    .from(claims)
    .where(and(ofState, among))
    .orderBy(desc(claims.id))
    .limit(limit);
}
