import { and, asc, desc, eq, gte, isNotNull, lt, lte, ne, type SQL, sql } from 'drizzle-orm';
import type { ClaimState } from '../../schema/domain/claims/claim.ts';
import type { Moment } from '../../schema/domain/dates.ts';
import type { Ceiling } from '../../schema/domain/limits/approval-limits.ts';
import { claims } from '../../schema/tables/tenant/claims.ts';
import { claimRowColumns } from './claim-rows.ts';
import type { Database } from './database.ts';

/** Where a page begins: after this moment and id, in the list's own order. */
export interface CountedCursor {
  at: Moment;
  id: number;
}

/** From one moment on and before another; null: however early, or late. */
export interface Span {
  from: Moment | null;
  before: Moment | null;
}

const within = (column: typeof claims.submittedAt | typeof claims.decidedAt, { from, before }: Span) => [
  from === null ? undefined : gte(column, from),
  before === null ? undefined : lt(column, before),
];

const open = sql`${claims.state} in ('SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'QUERIED', 'RESUBMITTED')`;

const columns = (at: SQL<number>) => ({
  ...claimRowColumns,
  at,
  proposed: claims.proposed,
  proposedBy: sql<string | null>`iif(${claims.proposed} is null, null, ${claims.body} ->> '$.proposal.name')`,
});

const moment = (column: SQL | typeof claims.submittedAt | typeof claims.decidedAt | typeof claims.rankAt) =>
  sql<number>`${column}`;

/** Claims that wait in a state and came in within a span, the oldest first. */
export async function waitingClaims(
  db: Database,
  {
    state,
    span,
    after,
    limit,
  }: { state: ClaimState; span: Span; after: CountedCursor | null; limit: number },
) {
  const beyond = after && sql`(${claims.submittedAt}, ${claims.id}) > (${after.at}, ${after.id})`;
  return db
    .select(columns(moment(claims.submittedAt)))
    .from(claims)
    .where(and(eq(claims.state, state), open, ...within(claims.submittedAt, span), beyond ?? undefined))
    .orderBy(asc(claims.submittedAt), asc(claims.id))
    .limit(limit);
}

/** Claims that stand decided by somebody within a span, the latest first; `straight`: those the rule let through. */
export async function claimsDecidedBy(
  db: Database,
  asked: { by: string; straight: boolean; span: Span; after: CountedCursor | null; limit: number },
) {
  const { by, straight, span, after, limit } = asked;
  const beyond = after && sql`(${claims.decidedAt}, ${claims.id}) < (${after.at}, ${after.id})`;
  const rule = sql`${claims.body} ->> '$.straightThrough.rule' is not null and ${claims.state} in ('APPROVED', 'SETTLED')`;
  return db
    .select(columns(moment(claims.decidedAt)))
    .from(claims)
    .where(
      and(
        isNotNull(claims.decidedBy),
        eq(claims.decidedBy, by),
        ...within(claims.decidedAt, span),
        beyond ?? undefined,
        straight ? rule : undefined,
      ),
    )
    .orderBy(desc(claims.decidedAt), desc(claims.id))
    .limit(limit);
}

/** Claims that wait for a second person, the most urgent first; `by`: only those that this person may decide. */
export async function proposedClaims(
  db: Database,
  asked: {
    by: { accountId: string; ceiling: Ceiling | undefined } | null;
    after: CountedCursor | null;
    limit: number;
  },
) {
  const { by, after, limit } = asked;
  const beyond = after && sql`(${claims.rankAt}, ${claims.id}) > (${after.at}, ${after.id})`;
  const decidable = by && [
    by.ceiling === 'unlimited' ? undefined : lte(claims.proposed, by.ceiling ?? 0),
    ne(sql`${claims.body} ->> '$.proposal.by'`, by.accountId),
    ne(sql`${claims.body} ->> '$.submittedBy'`, by.accountId),
  ];
  return db
    .select(columns(moment(claims.rankAt)))
    .from(claims)
    .where(and(isNotNull(claims.proposed), beyond ?? undefined, ...(decidable ?? [])))
    .orderBy(asc(claims.rankAt), asc(claims.id))
    .limit(limit);
}
