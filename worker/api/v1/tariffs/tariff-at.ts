import { eq } from 'drizzle-orm';
import { standardTariff } from '../../../../schema/domain/pricing/set-price.ts';
import { refuse } from '../../../../schema/domain/refusal.ts';
import { links } from '../../../../schema/tables/tenant/network.ts';
import type { Database } from '../../../queries/database.ts';

/** No facility of the network has this id. */
export const noTariff = refuse('not_found', 'There is no facility of this external id, so it has no tariff.');

/** The tariff that an address names: `standard`, or a facility by its integrator's id; null: there is none. */
export async function tariffAt(db: Database, named: string): Promise<string | null> {
  if (named === standardTariff) return standardTariff;
  const [link] = await db.select({ id: links.facilityId }).from(links).where(eq(links.externalId, named));
  return link?.id ?? null;
}
