import type { Client as LibsqlClient } from '@libsql/client/web';
import { eq, inArray } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/libsql/web';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Client, Enrollee } from '../../schema/domain/members/enrollee.ts';
import { clientOfRow, clients, enrolleeOfRow, enrollees } from '../../schema/tables/tenant/enrollees.ts';
import { links } from '../../schema/tables/tenant/network.ts';

const principals = alias(enrollees, 'principals');

/** A person with those whose cover theirs depends on, and the facilities they chose. */
export interface Person {
  person: Enrollee;
  principal: Enrollee | null;
  client: Client;
}

/** By which id a person is asked for. */
export type PersonId = { id: string } | { memberId: string } | { externalId: string };

function isMeant(who: PersonId) {
  if ('id' in who) return eq(enrollees.id, who.id);
  return 'memberId' in who ? eq(enrollees.memberId, who.memberId) : eq(enrollees.externalId, who.externalId);
}

/** A person by an id; null: there is none. */
export async function personBy(tenant: LibsqlClient, id: PersonId): Promise<Person | null> {
  const [row] = await drizzle(tenant)
    .select({ person: enrollees, principal: principals, client: clients })
    .from(enrollees)
    .innerJoin(clients, eq(clients.code, enrollees.clientCode))
    .leftJoin(principals, eq(principals.id, enrollees.principalId))
    .where(isMeant(id));
  if (!row) return null;
  return {
    person: enrolleeOfRow(row.person),
    principal: row.principal && enrolleeOfRow(row.principal),
    client: clientOfRow(row.client),
  };
}

/** A facility of the network by an integrator's id of it; null: none. */
export async function facilityIdByExternalId(
  tenant: LibsqlClient,
  externalId: string,
): Promise<string | null> {
  const [row] = await drizzle(tenant)
    .select({ id: links.facilityId })
    .from(links)
    .where(eq(links.externalId, externalId));
  return row?.id ?? null;
}

/** A facility as people are shown it, and an integrator's id of it. */
export interface NamedFacility {
  name: string;
  externalId: string | null;
}

/** Facilities by id; one that is none of the network is left out. */
export async function facilitiesById(
  tenant: LibsqlClient,
  ids: readonly string[],
): Promise<Map<string, NamedFacility>> {
  if (ids.length === 0) return new Map();
  const rows = await drizzle(tenant)
    .select({ id: links.facilityId, name: links.name, externalId: links.externalId })
    .from(links)
    .where(inArray(links.facilityId, [...ids]));
  return new Map(rows.map(({ id, ...facility }) => [id, facility]));
}
