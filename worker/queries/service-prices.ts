import { and, asc, eq, gt, or, sql } from 'drizzle-orm';
import type { DatedPrice } from '../../schema/domain/pricing/tariff.ts';
import { tariffPrices } from '../../schema/tables/tenant/network.ts';
import type { Database } from './database.ts';

/** Every dated price of one service in one tariff, in the order of their dates. */
export function servicePrices(db: Database, tariff: string, service: string): Promise<DatedPrice[]> {
  return db
    .select({ from: tariffPrices.validFrom, price: tariffPrices.price })
    .from(tariffPrices)
    .where(and(eq(tariffPrices.tariff, tariff), eq(tariffPrices.service, service)))
    .orderBy(asc(tariffPrices.validFrom));
}

/** The dated prices of these services in one tariff; one without prices is not among them. */
export async function pricesByService(
  db: Database,
  tariff: string,
  services: readonly string[],
): Promise<Map<string, DatedPrice[]>> {
  const rows = await db
    .select()
    .from(tariffPrices)
    .where(
      and(
        eq(tariffPrices.tariff, tariff),
        sql`${tariffPrices.service} in (select value from json_each(${JSON.stringify(services)}))`,
      ),
    )
    .orderBy(asc(tariffPrices.service), asc(tariffPrices.validFrom));
  const found = new Map<string, DatedPrice[]>();
  for (const { service, validFrom, price } of rows)
    found.set(service, [...(found.get(service) ?? []), { from: validFrom, price }]);
  return found;
}

/** Where a page of a tariff's prices ended. */
export interface PricePlace {
  service: string;
  from: string;
}

/** Dated prices of a tariff by service and date, after a place, with the services' names. */
export function allPrices(db: Database, tariff: string, after: PricePlace | null, limit: number) {
  const beyond =
    after === null
      ? undefined
      : or(
          gt(tariffPrices.service, after.service),
          and(eq(tariffPrices.service, after.service), gt(tariffPrices.validFrom, after.from)),
        );
  return db
    .select({
      service: tariffPrices.service,
      name: sql<string>`(select name from services where code = ${tariffPrices.service})`,
      from: tariffPrices.validFrom,
      price: tariffPrices.price,
    })
    .from(tariffPrices)
    .where(and(eq(tariffPrices.tariff, tariff), beyond))
    .orderBy(asc(tariffPrices.service), asc(tariffPrices.validFrom))
    .limit(limit);
}
