import { and, asc, inArray, lte } from 'drizzle-orm';
import type { CalendarDate } from '../../schema/domain/dates.ts';
import type { Minor } from '../../schema/domain/money.ts';
import { priceOn } from '../../schema/domain/pricing/price-on.ts';
import { standardTariff } from '../../schema/domain/pricing/set-price.ts';
import { tariffPrices } from '../../schema/tables/tenant/network.ts';
import type { Database } from './database.ts';

/** What a price is of a service at a facility on a day, and whether it was agreed with that facility. */
export interface TariffPrice {
  price: Minor;
  source: 'link' | 'standard';
}

/** Tariff prices of services at a facility on a day, by code: the link's own, else the standard one; none: left out. */
export async function pricesOn(
  db: Database,
  facilityId: string,
  codes: readonly string[],
  on: CalendarDate,
): Promise<Record<string, TariffPrice>> {
  if (codes.length === 0) return {};
  const rows = await db
    .select()
    .from(tariffPrices)
    .where(
      and(
        inArray(tariffPrices.tariff, [facilityId, standardTariff]),
        inArray(tariffPrices.service, [...codes]),
        lte(tariffPrices.validFrom, on),
      ),
    )
    .orderBy(asc(tariffPrices.validFrom));
  const of = (tariff: string, code: string) =>
    priceOn(
      rows
        .filter((row) => row.tariff === tariff && row.service === code)
        .map(({ validFrom, price }) => ({ from: validFrom, price })),
      on,
    );
  const found = codes.flatMap((code): [string, TariffPrice][] => {
    const own = of(facilityId, code);
    if (own !== null) return [[code, { price: own, source: 'link' }]];
    const standard = of(standardTariff, code);
    return standard === null ? [] : [[code, { price: standard, source: 'standard' }]];
  });
  return Object.fromEntries(found);
}
