import type { Client } from '@libsql/client/web';
import { and, asc, eq, gt, or, type SQL, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/libsql/web';
import {
  type Authorization,
  type AuthorizationState,
  authorizationIdOf,
} from '../../schema/domain/authorizations/authorization.ts';
import {
  type AuthorizationRow,
  authorizationOfRow,
  authorizations,
} from '../../schema/tables/tenant/authorizations.ts';
import { enrollees } from '../../schema/tables/tenant/enrollees.ts';
import { links } from '../../schema/tables/tenant/network.ts';

/** A request with the ids by which an integrator knows its facility and enrollee. */
export interface AuthorizationWithOrigin {
  authorization: Authorization;
  facilityExternalId: string | null;
  enrolleeExternalId: string | null;
}

const columns = {
  authorization: authorizations,
  facilityExternalId: links.externalId,
  enrolleeExternalId: enrollees.externalId,
};

type Read = Omit<AuthorizationWithOrigin, 'authorization'> & {
  authorization: typeof authorizations.$inferSelect;
};

function withOrigin({ authorization: row, ...origin }: Read): AuthorizationWithOrigin {
  const { answerBy, nextAt, code, reference, ...own } = row;
  return { ...origin, authorization: authorizationOfRow(own satisfies AuthorizationRow) };
}

/** The filter by which one request is found: its number, its code, or the breach reference that stands for one. */
function named(text: string): SQL | undefined {
  const id = authorizationIdOf(text);
  if (id !== null) return and(eq(authorizations.id, id), eq(authorizations.number, text));
  return or(eq(authorizations.code, text), eq(authorizations.reference, text));
}

/** One request by its number or by what claims name; with `facilityId` only if it is that facility's. */
export async function oneAuthorization(
  tenant: Client,
  asked: { name: string; facilityId: string | null },
): Promise<AuthorizationWithOrigin | null> {
  if (!/^[A-Z0-9-]+$/.test(asked.name)) return null;
  const own = asked.facilityId === null ? undefined : eq(authorizations.facilityId, asked.facilityId);
  const [row] = await drizzle(tenant)
    .select(columns)
    .from(authorizations)
    .leftJoin(links, eq(links.facilityId, authorizations.facilityId))
    .leftJoin(enrollees, eq(enrollees.id, authorizations.enrolleeId))
    .where(and(named(asked.name), own))
    .limit(1);
  return row ? withOrigin(row) : null;
}

/** A list of requests, oldest first. */
export interface AuthorizationsAsked {
  /** only this facility's, by id: what a facility's key reaches */
  facilityId: string | null;
  facilityExternalId?: string | undefined;
  state?: AuthorizationState | undefined;
  /** the number after which the page begins */
  after: number;
  limit: number;
}

/** So many rows one request looks at where two filters meet: the first has its index, the other is checked row by row. */
const examined_max = 2_000;

function facilityFilter({ facilityId, facilityExternalId }: AuthorizationsAsked): SQL[] {
  if (facilityId !== null) return [eq(authorizations.facilityId, facilityId)];
  if (facilityExternalId === undefined) return [];
  const one = sql`select ${links.facilityId} from ${links} where ${links.externalId} = ${facilityExternalId}`;
  return [sql`${authorizations.facilityId} = (${one})`];
}

/** One page, and after which number the next one starts; null: this was the last. It may hold fewer than asked for. */
export async function authorizationsOf(
  tenant: Client,
  asked: AuthorizationsAsked,
): Promise<{ found: AuthorizationWithOrigin[]; next: number | null }> {
  const db = drizzle(tenant);
  const byState = asked.state === undefined ? [] : [eq(authorizations.state, asked.state)];
  const [indexed, ...checked] = [...facilityFilter(asked), ...byState];
  const examine = checked.length === 0 ? asked.limit + 1 : examined_max;
  const candidates = await db
    .select({ id: authorizations.id })
    .from(authorizations)
    .where(and(indexed, gt(authorizations.id, asked.after)))
    .orderBy(asc(authorizations.id))
    .limit(examine);
  const ids = JSON.stringify(candidates.map(({ id }) => id));
  const rows = await db
    .select(columns)
    .from(authorizations)
    .leftJoin(links, eq(links.facilityId, authorizations.facilityId))
    .leftJoin(enrollees, eq(enrollees.id, authorizations.enrolleeId))
    .where(and(sql`${authorizations.id} in (select value from json_each(${ids}))`, ...checked))
    .orderBy(asc(authorizations.id))
    .limit(asked.limit + 1);
  const found = rows.slice(0, asked.limit).map(withOrigin);
  if (rows.length > asked.limit) return { found, next: found.at(-1)?.authorization.id ?? null };
  const isCut = candidates.length === examine && checked.length > 0;
  return { found, next: isCut ? (candidates.at(-1)?.id ?? null) : null };
}
