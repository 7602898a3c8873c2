import type { Client } from '@libsql/client/web';
import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/libsql/web';
import { type FacilityProfile, links } from '../../schema/tables/tenant/network.ts';

/** A facility of the tenant's network by its integrator's id. */
export async function facilityByExternalId(
  tenant: Client,
  externalId: string,
): Promise<FacilityProfile | null> {
  const [row] = await drizzle(tenant)
    .select({ profile: links.profile })
    .from(links)
    .where(eq(links.externalId, externalId));
  return row?.profile ?? null;
}
