import type { Client as LibsqlClient } from '@libsql/client/web';
import { drizzle } from 'drizzle-orm/libsql/web';
import type { ClientView } from '../../../../schema/api/member-views.ts';
import type { CalendarDate } from '../../../../schema/domain/dates.ts';
import { coverDates, stateOn } from '../../../../schema/domain/members/cover-dates.ts';
import type { Client } from '../../../../schema/domain/members/enrollee.ts';
import { clientByCode } from '../../../queries/client-by-code.ts';
import { tenantToday } from '../../../queries/tenant-today.ts';

/** A client in the API's words, as it stands on a day. */
function viewOfClient(client: Client, today: CalendarDate): ClientView {
  return {
    code: client.code,
    name: client.name,
    cover: stateOn(coverDates(client.cover), today),
    contacts: client.contacts.map(({ name, role, email, phone }) => ({ name, role, email, phone })),
    contracts: client.contracts.map(({ from, to }) => ({ from, to })),
    offers: client.offers.map(({ plan, premium, per }) => ({ plan, premium, per })),
    waivesWaiting: client.waivesWaiting,
    people: client.people,
  };
}

/** The client as it stands, in the API's words; null where there is none. */
export async function readClient(tenant: LibsqlClient, code: string): Promise<ClientView | null> {
  const db = drizzle(tenant);
  const [client, today] = await Promise.all([clientByCode(db, code), tenantToday(db)]);
  return client && viewOfClient(client, today);
}
