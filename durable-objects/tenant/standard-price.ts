import { dateIn, type Moment } from '../../schema/domain/dates.ts';
import type { Minor } from '../../schema/domain/money.ts';
import { beginning } from '../../schema/domain/network/link.ts';
import { setPrice, standardTariff } from '../../schema/domain/pricing/set-price.ts';
import { priceKey } from './memory/prices.ts';
import { only } from './memory/settings.ts';
import type { TenantMemory } from './memory.ts';

/** A service is given its standard price, or none: always so where there was none, and from today on where there was. */
export function putStandardPrice(
  service: string,
  price: Minor | null,
  memory: TenantMemory,
  at: Moment,
): void {
  const prices = memory.prices.get(priceKey(standardTariff, service))?.prices ?? [];
  const today = dateIn(memory.settings.get(only)?.calendar.zone ?? 'UTC', at);
  const after = setPrice(prices, { from: prices.length === 0 ? beginning : today, price }, today);
  if (!('notSet' in after) && after !== prices)
    memory.prices.put({ tariff: standardTariff, service, prices: after });
}
