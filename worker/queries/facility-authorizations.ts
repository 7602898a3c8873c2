import { and, asc, desc, eq, inArray, isNotNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { AuthorizationState } from '../../schema/domain/authorizations/authorization.ts';
import type { Moment } from '../../schema/domain/dates.ts';
import { authorizations } from '../../schema/tables/facility/authorizations.ts';
import { links } from '../../schema/tables/facility/drafts.ts';
import { authorizations as ofTenant } from '../../schema/tables/tenant/authorizations.ts';
import type { Database } from './database.ts';

/** Where a list in the order of a moment ended. */
export interface RequestCursor {
  at: Moment;
  tenantId: string;
  number: string;
}

/** What of the waiting ones is checked, not found by index: so many are looked at. */
const examined_max = 1_000;

/** What waits for its tenant, over all tenants, the least time left first; or of it the appeals alone. */
export async function waitingRequests(
  db: Database,
  { appeals, after, limit }: { appeals: boolean; after: RequestCursor | null; limit: number },
) {
  const { dueAt, tenantId, number } = authorizations;
  const beyond = after
    ? sql`(${dueAt}, ${tenantId}, ${number}) > (${after.at}, ${after.tenantId}, ${after.number})`
    : undefined;
  const order = [asc(dueAt), asc(tenantId), asc(number)];
  const waiting = db
    .select()
    .from(authorizations)
    .where(and(isNotNull(dueAt), beyond))
    .orderBy(...order)
    .limit(appeals ? examined_max : limit);
  const rows = await waiting;
  return appeals ? rows.filter(({ appealed }) => appealed).slice(0, limit) : rows;
}

/** Requests that were filed, the latest first: all, or those of a state. */
export async function newestRequests(
  db: Database,
  {
    states,
    before,
    limit,
  }: { states: readonly AuthorizationState[]; before: RequestCursor | null; limit: number },
) {
  const { requestedAt, tenantId, number, state } = authorizations;
  const beyond = before
    ? or(
        lt(requestedAt, before.at),
        and(
          eq(requestedAt, before.at),
          sql`(${tenantId}, ${number}) < (${before.tenantId}, ${before.number})`,
        ),
      )
    : undefined;
  const of = (one: SQL | undefined) =>
    db
      .select()
      .from(authorizations)
      .where(and(one, beyond))
      .orderBy(desc(requestedAt), desc(tenantId), desc(number))
      .limit(limit);
  if (states.length === 0) return of(undefined);
  // each by its index, then put together
  const found = await Promise.all(states.map((each) => of(eq(state, each))));
  return found
    .flat()
    .sort((a, b) => b.requestedAt - a.requestedAt || (a.number < b.number ? 1 : -1))
    .slice(0, limit);
}

/** Requests of one number (one per tenant at most) or of one member id, newest first. */
export async function requestSearch(db: Database, typed: string, limit: number) {
  const text = typed.trim().toUpperCase();
  const tenants = db.select({ id: links.tenantId }).from(links);
  const which = /^PA-\d/.test(text)
    ? and(inArray(authorizations.tenantId, tenants), eq(authorizations.number, text))
    : eq(authorizations.memberId, text);
  return db.select().from(authorizations).where(which).orderBy(desc(authorizations.requestedAt)).limit(limit);
}

/** The number of a facility's request that has a code, or a breach reference, in a tenant's own records. */
export async function numberOfCode(
  tenant: Database,
  facilityId: string,
  code: string,
): Promise<string | null> {
  const [found] = await tenant
    .select({ number: ofTenant.number })
    .from(ofTenant)
    .where(and(eq(ofTenant.code, code), eq(ofTenant.facilityId, facilityId)));
  return found?.number ?? null;
}

/** A request as the facility's lists have it. */
export type FacilityRequestRow = Awaited<ReturnType<typeof requestSearch>>[number];
