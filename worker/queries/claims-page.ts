import type { Client } from '@libsql/client/web';
import { and, asc, desc, eq, gt, gte, lt, type SQL, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/libsql/web';
import type { ClaimState } from '../../schema/domain/claims/claim.ts';
import type { Moment } from '../../schema/domain/dates.ts';
import { claims } from '../../schema/tables/tenant/claims.ts';
import { enrollees } from '../../schema/tables/tenant/enrollees.ts';
import { links } from '../../schema/tables/tenant/network.ts';
import type { ClaimCursor } from '../api/claim-cursor.ts';
import { type ClaimWithOrigin, claimWithOrigin, originColumns } from './claim-with-origin.ts';

/** A list of claims: oldest first by number, or, where times of submission are asked for, by those. */
export interface ClaimsAsked {
  /** only this facility's, by id: what a facility's key reaches */
  facilityId: string | null;
  facilityExternalId?: string | undefined;
  externalId?: string | undefined;
  state?: ClaimState | undefined;
  submittedAfter?: Moment | undefined;
  submittedBefore?: Moment | undefined;
  after: ClaimCursor | null;
  limit: number;
}

/**
 * How many rows one request looks at where filters meet: one of them has an index, the others are checked row by row. A
 * page may then hold fewer claims than asked for, or none, and still say where to go on.
 */
const examined_max = 2_000;

/** The order of the list: a cursor of one order means nothing in the other. */
export const orderOf = (
  asked: Pick<ClaimsAsked, 'submittedAfter' | 'submittedBefore'>,
): ClaimCursor['order'] =>
  asked.submittedAfter === undefined && asked.submittedBefore === undefined ? 'id' : 'submission';

function facilityFilter({ facilityId, facilityExternalId }: ClaimsAsked): SQL | null {
  if (facilityId !== null) return eq(claims.facilityId, facilityId);
  if (facilityExternalId === undefined) return null;
  const named = sql`select ${links.facilityId} from ${links} where ${links.externalId} = ${facilityExternalId}`;
  return sql`${claims.facilityId} = (${named})`;
}

/** The filter that the index is for, and those that are checked on the rows it gives. */
function filtersOf(asked: ClaimsAsked): { indexed: (SQL | undefined)[]; checked: SQL[] } {
  const equal = [
    asked.externalId === undefined ? null : eq(claims.externalId, asked.externalId),
    facilityFilter(asked),
    asked.state === undefined ? null : eq(claims.state, asked.state),
  ].filter((each) => each !== null);
  if (orderOf(asked) === 'id') return { indexed: equal.slice(0, 1), checked: equal.slice(1) };
  const { submittedAfter: from, submittedBefore: to } = asked;
  const since = from === undefined ? undefined : gte(claims.submittedAt, from);
  return { indexed: [since, to === undefined ? undefined : lt(claims.submittedAt, to)], checked: equal };
}

function beyond(after: ClaimCursor | null): SQL | undefined {
  if (after === null) return undefined;
  if (after.order === 'id') return gt(claims.id, after.id);
  const { submittedAt, id } = after;
  return and(
    gte(claims.submittedAt, submittedAt),
    sql`(${claims.submittedAt}, ${claims.id}) > (${submittedAt}, ${id})`,
  );
}

const cursorAt = (order: ClaimCursor['order'], at: { id: number; submittedAt: number }): ClaimCursor =>
  order === 'id' ? { order, id: at.id } : { order, submittedAt: at.submittedAt, id: at.id };

/** One page of claims, and where the next one starts. Claims that are filed meanwhile come at the end. */
export async function claimsPage(
  tenant: Client,
  asked: ClaimsAsked,
): Promise<{ claims: ClaimWithOrigin[]; next: ClaimCursor | null }> {
  const db = drizzle(tenant);
  const { indexed, checked } = filtersOf(asked);
  const order = orderOf(asked);
  const examine = checked.length === 0 ? asked.limit + 1 : examined_max;
  const candidates = db
    .select({ id: claims.id, submittedAt: claims.submittedAt })
    .from(claims)
    .where(and(...indexed, beyond(asked.after)))
    .orderBy(...(order === 'id' ? [asc(claims.id)] : [asc(claims.submittedAt), asc(claims.id)]))
    .limit(examine)
    .as('candidates');
  const [rows, [last]] = await db.batch([
    db
      .select(originColumns)
      .from(candidates)
      // crossed, so that nothing but the candidates is walked: by state alone looks like a way, and reads every claim in it
      .crossJoin(claims)
      .leftJoin(links, eq(links.facilityId, claims.facilityId))
      .leftJoin(enrollees, eq(enrollees.id, claims.enrolleeId))
      .where(and(eq(claims.id, candidates.id), ...checked))
      .orderBy(...(order === 'id' ? [asc(candidates.id)] : [asc(candidates.submittedAt), asc(candidates.id)]))
      .limit(asked.limit + 1),
    db
      .select({
        id: candidates.id,
        submittedAt: candidates.submittedAt,
        examined: sql<number>`count(*) over ()`.mapWith(Number),
      })
      .from(candidates)
      .orderBy(
        ...(order === 'id' ? [desc(candidates.id)] : [desc(candidates.submittedAt), desc(candidates.id)]),
      )
      .limit(1),
  ]);
  const page = rows.slice(0, asked.limit).map(claimWithOrigin);
  const ended = page.at(-1)?.claim;
  if (rows.length > asked.limit && ended) return { claims: page, next: cursorAt(order, ended) };
  const more = checked.length > 0 && last !== undefined && last.examined === examine;
  return { claims: page, next: more ? cursorAt(order, last) : null };
}
