import type { Client } from '@libsql/client/web';
import { drizzle } from 'drizzle-orm/libsql/web';
import type { EnrolleeView } from '../../../../schema/api/member-views.ts';
import { facilitiesById, type PersonId, personBy } from '../../../queries/person.ts';
import { tenantToday } from '../../../queries/tenant-today.ts';
import { viewOfEnrollee } from './view-of-enrollee.ts';

/** The enrollee as they stand, in the API's words; null where there is none. */
export async function readEnrollee(tenant: Client, id: PersonId): Promise<EnrolleeView | null> {
  const [found, today] = await Promise.all([personBy(tenant, id), tenantToday(drizzle(tenant))]);
  if (!found) return null;
  const { person, principal } = found;
  const chosen = person.primaryFacilities.at(-1)?.facilityId;
  const facilities = await facilitiesById(tenant, chosen === undefined ? [] : [chosen]);
  const facility = facilities.get(chosen ?? '');
  return viewOfEnrollee(person, principal, facility?.externalId ?? null, today);
}
