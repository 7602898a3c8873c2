import type { Client } from '@libsql/client/web';
import { drizzle } from 'drizzle-orm/libsql/web';
import type { EnrolleeView } from '../../../../schema/api/member-views.ts';
import { facilityNamed, type PersonId, personBy } from '../../../queries/person.ts';
import { tenantToday } from '../../../queries/tenant-today.ts';
import { viewOfEnrollee } from './view-of-enrollee.ts';

/** The enrollee as they stand, in the API's words; null where there is none. */
export async function readEnrollee(tenant: Client, id: PersonId): Promise<EnrolleeView | null> {
  const [found, today] = await Promise.all([personBy(tenant, id), tenantToday(drizzle(tenant))]);
  if (!found) return null;
  const { person, principal } = found;
  const facility = person.primaryFacilities.at(-1);
  const named = facility ? await facilityNamed(tenant, facility.facilityId) : null;
  return viewOfEnrollee(person, principal, named?.externalId ?? null, today);
}
