import { and, asc, desc, eq, isNotNull, lt, notInArray, or, type SQL, sql } from 'drizzle-orm';
import type { AuthorizationState, Urgency } from '../../schema/domain/authorizations/authorization.ts';
import type { Moment } from '../../schema/domain/dates.ts';
import { authorizations } from '../../schema/tables/tenant/authorizations.ts';
import type { Database } from './database.ts';

const { body } = authorizations;

/** What a list shows of a request: of its body a few figures, never the whole, which is the larger part of the row. */
const columns = {
  id: authorizations.id,
  number: authorizations.number,
  state: authorizations.state,
  facilityName: authorizations.facilityName,
  enrolleeName: authorizations.enrolleeName,
  urgency: authorizations.urgency,
  encounterType: authorizations.encounterType,
  serviceDate: authorizations.serviceDate,
  requested: authorizations.requested,
  approved: authorizations.approved,
  requestedAt: authorizations.requestedAt,
  answerBy: authorizations.answerBy,
  decidedAt: authorizations.decidedAt,
  validTo: authorizations.validTo,
  risk: authorizations.risk,
  code: authorizations.code,
  clock_ms: sql<number>`${body} ->> '$.clock_ms'`,
  queriedAt: sql<Moment | null>`${body} ->> '$.queriedAt'`,
  breached: sql<number>`${body} ->> '$.breach' is not null`,
  proposed: sql<number>`(${body} ->> '$.proposal' is not null and ${body} ->> '$.proposal.declined' is null)`,
  held: sql<number>`coalesce(json_array_length(${body}, '$.holds'), 0) > 0`,
};

/** States in which the request itself waits; in another one with a moment to answer by an appeal does. */
const asking: AuthorizationState[] = ['REQUESTED', 'QUERIED'];

/** What has no index of its own is looked for among so many rows that the index gives. */
const examined_max = 2_000;

/** What every list can be narrowed by. */
interface Narrowed {
  urgency?: Urgency;
  state?: AuthorizationState;
  facilityId?: string;
  /** entered, proposed or decided by this account */
  of?: string;
  limit: number;
}

const ofAccount = (account: string): SQL =>
  sql`(${authorizations.decidedBy} = ${account} or ${body} ->> '$.submittedBy' = ${account} or ${body} ->> '$.proposal.by' = ${account})`;

/** What of the filters no index answers. */
const checksOf = ({ urgency, state, of }: Narrowed): SQL[] => [
  ...(urgency === undefined ? [] : [eq(authorizations.urgency, urgency)]),
  ...(state === undefined ? [] : [eq(authorizations.state, state)]),
  ...(of === undefined ? [] : [ofAccount(of)]),
];

/** Rows that pass what no index answers, of those that one gives; and the last one looked at, where there may be more. */
async function found(db: Database, order: SQL[], indexed: SQL | undefined, checks: SQL[], limit: number) {
  const examine = checks.length === 0 ? limit + 1 : examined_max;
  const key = {
    id: authorizations.id,
    answerBy: authorizations.answerBy,
    decidedAt: authorizations.decidedAt,
  };
  const candidates = await db
    .select(key)
    .from(authorizations)
    .where(indexed)
    .orderBy(...order)
    .limit(examine);
  const ids = JSON.stringify(candidates.map(({ id }) => id));
  const among = sql`${authorizations.id} in (select value from json_each(${ids}))`;
  const rows = await db
    .select(columns)
    .from(authorizations)
    .where(and(among, ...checks))
    .orderBy(...order)
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  const last =
    rows.length > limit ? shown.at(-1) : candidates.length === examine ? candidates.at(-1) : undefined;
  return { rows: shown, last: last ?? null };
}

/** Where a page by time left ended. */
export interface TimeLeftCursor {
  answerBy: Moment;
  id: number;
}

/** Requests and appeals that somebody has to answer, the least time left first. */
export async function waitingAuthorizations(
  db: Database,
  asked: Narrowed & { appeals: boolean; after?: TimeLeftCursor },
): Promise<{ rows: AuthorizationListRow[]; next: TimeLeftCursor | null }> {
  const { after, facilityId, appeals } = asked;
  const beyond =
    after && sql`(${authorizations.answerBy}, ${authorizations.id}) > (${after.answerBy}, ${after.id})`;
  const indexed = and(
    isNotNull(authorizations.answerBy),
    facilityId === undefined ? undefined : eq(authorizations.facilityId, facilityId),
    beyond,
  );
  const checks = [...checksOf(asked), ...(appeals ? [notInArray(authorizations.state, asking)] : [])];
  const order = [asc(authorizations.answerBy), asc(authorizations.id)];
  const { rows, last } = await found(db, order, indexed, checks, asked.limit);
  const next = last === null || last.answerBy === null ? null : { answerBy: last.answerBy, id: last.id };
  return { rows, next };
}

/** Requests that were decided, the latest decision first. */
export async function decidedAuthorizations(
  db: Database,
  asked: Narrowed & { before?: { decidedAt: Moment; id: number } },
) {
  const { before, facilityId } = asked;
  const beyond =
    before && sql`(${authorizations.decidedAt}, ${authorizations.id}) < (${before.decidedAt}, ${before.id})`;
  const checks = checksOf(asked);
  if (facilityId !== undefined) checks.push(eq(authorizations.facilityId, facilityId));
  const order = [desc(authorizations.decidedAt), desc(authorizations.id)];
  const { rows, last } = await found(
    db,
    order,
    and(isNotNull(authorizations.decidedAt), beyond),
    checks,
    asked.limit,
  );
  const next = last === null || last.decidedAt === null ? null : { decidedAt: last.decidedAt, id: last.id };
  return { rows, next };
}

/** Requests newest first: all, those of a facility, or those of a state. */
export async function newestAuthorizations(db: Database, asked: Narrowed & { before?: number }) {
  const { before, facilityId, state } = asked;
  const beyond = before === undefined ? undefined : lt(authorizations.id, before);
  const byFacility = facilityId === undefined ? undefined : eq(authorizations.facilityId, facilityId);
  const byState = state === undefined ? undefined : eq(authorizations.state, state);
  const { state: _, ...rest } = asked;
  // the facility's index, else the state's; the other one is checked
  const checks = [...checksOf(rest), ...(byFacility && byState ? [byState] : [])];
  const { rows, last } = await found(
    db,
    [desc(authorizations.id)],
    and(byFacility ?? byState, beyond),
    checks,
    asked.limit,
  );
  return { rows, next: last?.id ?? null };
}

/** Requests of a number, of a code (or a breach reference), or of the enrollee with a member id: whichever knows the text. */
export async function authorizationSearch(db: Database, typed: string, limit: number) {
  const text = typed.trim().toUpperCase();
  const ofMember = sql`${authorizations.enrolleeId} = (select id from enrollees where member_id = ${text})`;
  const which = /^PA-\d/.test(text)
    ? eq(authorizations.number, text)
    : or(eq(authorizations.code, text), ofMember);
  const byNumber = /^PA-\d{2}-(\d{6,12})$/.exec(text)?.[1];
  const indexed = byNumber === undefined ? which : eq(authorizations.id, Number(byNumber));
  return db
    .select(columns)
    .from(authorizations)
    .where(and(indexed, which))
    .orderBy(desc(authorizations.id))
    .limit(limit);
}

/** Other requests of the person of one request, newest first. */
export async function authorizationsOfEnrollee(
  db: Database,
  { enrolleeId, id }: { enrolleeId: string; id: number },
  limit: number,
) {
  return db
    .select(columns)
    .from(authorizations)
    .where(and(eq(authorizations.enrolleeId, enrolleeId), sql`${authorizations.id} <> ${id}`))
    .orderBy(desc(authorizations.id))
    .limit(limit);
}

/** The one that waits next after a moment to answer by; null: none does. */
export async function nextWaiting(db: Database, after: TimeLeftCursor): Promise<string | null> {
  const of = (beyond: SQL | undefined) =>
    db
      .select({ number: authorizations.number })
      .from(authorizations)
      .where(and(isNotNull(authorizations.answerBy), beyond))
      .orderBy(asc(authorizations.answerBy), asc(authorizations.id))
      .limit(1);
  const beyond = sql`(${authorizations.answerBy}, ${authorizations.id}) > (${after.answerBy}, ${after.id})`;
  const [[later], [first]] = await db.batch([of(beyond), of(sql`${authorizations.id} <> ${after.id}`)]);
  return later?.number ?? first?.number ?? null;
}

/** Beyond it nothing is counted: the page says `1,000`. */
const counted_max = 1_000;

/** How many appeals wait, and how much that waits is past its time. */
export async function waitingCounts(db: Database, now: Moment): Promise<{ appeals: number; late: number }> {
  const within = (more: SQL) =>
    sql<number>`(select count(*) from (select 1 from ${authorizations} where ${and(isNotNull(authorizations.answerBy), more)} limit ${counted_max}))`;
  const [counts] = await db
    .select({
      appeals: within(notInArray(authorizations.state, asking)),
      late: within(lt(authorizations.answerBy, now)),
    })
    .from(sql`(select 1)`);
  return counts ?? { appeals: 0, late: 0 };
}

/** A request as lists have it. */
export type AuthorizationListRow = Awaited<ReturnType<typeof authorizationsOfEnrollee>>[number];
