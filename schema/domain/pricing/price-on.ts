import type { CalendarDate } from '../dates.ts';
import type { Minor } from '../money.ts';
import type { DatedPrice, LinePrice } from './tariff.ts';

/** The price that holds on a day; the last one on or before it (money.md, Tariffs). Null: no price on that day. */
export function priceOn(prices: readonly DatedPrice[], date: CalendarDate): Minor | null {
  return prices.findLast(({ from }) => from <= date)?.price ?? null;
}

/** Where a price may come from; null: none there. `billed` is what the facility asks per unit. */
export interface PriceOffers {
  link: Minor | null;
  standard: Minor | null;
  billed: Minor;
}

/** The link's tariff, else the tenant's standard one, else what was billed (claims.md, Adjudication, step 10). */
export function linePrice({ link, standard, billed }: PriceOffers): LinePrice {
  if (link !== null) return { price: link, source: 'link' };
  if (standard !== null) return { price: standard, source: 'standard' };
  return { price: billed, source: 'billed' };
}
