import { and, desc, eq, gte, lt, or, type SQL } from 'drizzle-orm';
import type { ClaimState } from '../../schema/domain/claims/claim.ts';
import type { Moment } from '../../schema/domain/dates.ts';
import { claims } from '../../schema/tables/facility/claims.ts';
import type { Database } from './database.ts';

/** Which of a facility's claims; `before` is where the last page ended. */
export interface FacilityClaims {
  state?: ClaimState;
  since?: Moment;
  before?: { submittedAt: Moment; number: string };
  limit: number;
}

const before = (cursor: { submittedAt: Moment; number: string }): SQL | undefined =>
  or(
    lt(claims.submittedAt, cursor.submittedAt),
    and(eq(claims.submittedAt, cursor.submittedAt), lt(claims.number, cursor.number)),
  );

/** A facility's claims over all its tenants, newest first. */
export async function facilityClaims(db: Database, question: FacilityClaims) {
  return db
    .select()
    .from(claims)
    .where(
      and(
        question.state === undefined ? undefined : eq(claims.state, question.state),
        question.since === undefined ? undefined : gte(claims.submittedAt, question.since),
        question.before === undefined ? undefined : before(question.before),
      ),
    )
    .orderBy(desc(claims.submittedAt), desc(claims.number))
    .limit(question.limit);
}
