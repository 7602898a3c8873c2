import { type CalendarDate, dateIn } from '../../../schema/domain/dates.ts';
import { priceOn } from '../../../schema/domain/pricing/price-on.ts';
import { setPrice, standardTariff } from '../../../schema/domain/pricing/set-price.ts';
import { type FieldError, refuse } from '../../../schema/domain/refusal.ts';
import type { PutPrices } from '../../../schema/forms/put-prices.ts';
import type { TenantContext, TenantHandler } from '../handler.ts';
import { linkKey } from '../memory/network.ts';
import { type Priced, priceKey } from '../memory/prices.ts';
import { serviceKey } from '../memory/services.ts';
import { only } from '../memory/settings.ts';

type Asked = PutPrices['prices'][number] & { field: string };

/** The prices asked for, service by service, each service's in the order of their dates. */
function byService(prices: PutPrices['prices']): Map<string, Asked[]> {
  const found = new Map<string, Asked[]>();
  prices.forEach((price, i) => {
    const asked = found.get(price.service) ?? [];
    found.set(price.service, [...asked, { ...price, field: `prices.${i}` }]);
  });
  for (const asked of found.values()) asked.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  return found;
}

/** One service's prices as they shall be, or what is wrong with what was asked. */
function priced(
  pair: Priced,
  asked: readonly Asked[],
  today: CalendarDate,
): { after: Priced; errors: FieldError[] } {
  const errors: FieldError[] = [];
  const isNew = pair.prices.length === 0;
  let { prices } = pair;
  asked.forEach(({ field, from, price }, i) => {
    const previous = asked[i - 1];
    if (previous?.from === from && previous.price !== price) {
      errors.push({ field: `${field}.from`, message: `The service has two prices from ${from}. Keep one.` });
      return;
    }
    const set = setPrice(prices, { from, price }, today, isNew);
    if ('notSet' in set) errors.push({ field: `${field}.from`, message: set.notSet });
    else prices = set;
  });
  return { after: prices === pair.prices ? pair : { ...pair, prices }, errors };
}

/** What a list of services shows as the standard price is that of today. */
function showStandard({ service, prices }: Priced, today: CalendarDate, { memory }: TenantContext): void {
  const found = memory.services.get(serviceKey.code(service));
  const price = priceOn(prices, today);
  if (found && found.price !== price) memory.services.put({ ...found, price });
}

function decidePrices({ tariff, prices }: PutPrices, context: TenantContext) {
  const { memory, at } = context;
  const today = dateIn(memory.settings.get(only)?.calendar.zone ?? 'UTC', at);
  const errors: FieldError[] = [];
  const changed: Priced[] = [];
  for (const [service, asked] of byService(prices)) {
    if (!memory.services.get(serviceKey.code(service))) {
      const message = `No service has the code ${service}.`;
      errors.push(...asked.map(({ field }) => ({ field: `${field}.service`, message })));
      continue;
    }
    const pair = memory.prices.get(priceKey(tariff, service)) ?? { tariff, service, prices: [] };
    const result = priced(pair, asked, today);
    errors.push(...result.errors);
    if (result.after !== pair) changed.push(result.after);
  }
  return { errors, changed, today };
}

/** Sets prices of a tariff, all or none; what holds already changes nothing. A claim that is priced already keeps its prices. */
export const putPrices: TenantHandler<'PutPrices'> = {
  wants: (memory, { tariff, prices }) => [
    ...(tariff === standardTariff ? [] : [{ shelf: memory.links, key: linkKey.facility(tariff) }]),
    ...prices.flatMap(({ service }) => [
      { shelf: memory.services, key: serviceKey.code(service) },
      { shelf: memory.prices, key: priceKey(tariff, service) },
    ]),
  ],
  decide: (input, context) => {
    const { memory } = context;
    const { tariff } = input;
    if (tariff !== standardTariff && !memory.links.get(linkKey.facility(tariff)))
      return refuse('not_found', 'There is no facility of this id in the network.');
    const { errors, changed, today } = decidePrices(input, context);
    if (errors.length > 0) return refuse('invalid', errors[0]?.message ?? '', errors);
    for (const pair of changed) {
      memory.prices.put(pair);
      if (tariff === standardTariff) showStandard(pair, today, context);
    }
    const prices = changed.length === 0 ? [] : input.prices.map((price) => ({ ...price }));
    return {
      outcome: { changed: changed.length },
      subject: `tariff:${tariff}`,
      data: { tariff, changed: changed.length, prices },
      did: {},
    };
  },
};
