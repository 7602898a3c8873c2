import { standardTariff } from '../../../../schema/domain/pricing/set-price.ts';
import type { Database } from '../../../queries/database.ts';
import { linkOfFacility } from '../../../queries/link-of-facility.ts';

/** What a tariff is called within a sentence; null: there is no such tariff. */
export async function tariffNamed(db: Database, tariff: string): Promise<string | null> {
  if (tariff === standardTariff) return 'standard tariff';
  const link = await linkOfFacility(db, tariff);
  return link && `tariff of ${link.name}`;
}
