import type { CalendarDate } from '../../../schema/domain/dates.ts';
import type { Minor } from '../../../schema/domain/money.ts';
import type { DatedPrice } from '../../../schema/domain/pricing/tariff.ts';
import { insertRows } from '../../actor/json-rows.ts';
import type { Kind } from '../../actor/shelf.ts';

/** The prices of one service in one tariff: a facility's id, or `standard`; in the order of their dates. */
export interface Priced {
  tariff: string;
  service: string;
  prices: readonly DatedPrice[];
}

/** What the prices of a pair are found by; neither an id nor a code holds a blank. */
export const priceKey = (tariff: string, service: string): string => `${tariff} ${service}`;

interface PriceRow {
  tariff: string;
  service: string;
  from: CalendarDate;
  price: Minor | null;
}

function pairsOf(rows: readonly PriceRow[]): Priced[] {
  const pairs = new Map<string, { tariff: string; service: string; prices: DatedPrice[] }>();
  for (const { tariff, service, from, price } of rows) {
    const key = priceKey(tariff, service);
    const pair = pairs.get(key) ?? { tariff, service, prices: [] };
    pair.prices.push({ from, price });
    pairs.set(key, pair);
  }
  for (const { prices } of pairs.values()) prices.sort((a, b) => (a.from < b.from ? -1 : 1));
  return [...pairs.values()];
}

/** All dated prices of a pair; they are added or replaced, never taken away. */
export const priceKind: Kind<Priced> = {
  name: 'price',
  capacity: 20_000,
  keys: ({ tariff, service }) => [priceKey(tariff, service)],
  read: (keys) => ({
    sql: `select json_group_array(json_object('tariff', p.tariff, 'service', p.service, 'from', p.valid_from, 'price', p.price))
      from json_each(?) pair cross join tariff_prices p on p.tariff = pair.value->>0 and p.service = pair.value->>1`,
    args: [JSON.stringify(keys.map((key) => key.split(' ')))],
  }),
  parse: (text) => {
    const rows: PriceRow[] = JSON.parse(text);
    return pairsOf(rows);
  },
  write: (made, changed) =>
    insertRows(
      'tariff_prices',
      ['tariff', 'service', 'valid_from', 'price'],
      [...made, ...changed].flatMap(({ tariff, service, prices }) =>
        prices.map(({ from, price }) => [tariff, service, from, price]),
      ),
      'on conflict do update set price = excluded.price where price is not excluded.price',
    ),
};
