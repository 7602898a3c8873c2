import type { CalendarDate } from '../dates.ts';
import { priceOn } from './price-on.ts';
import type { DatedPrice } from './tariff.ts';

/** The tariff that a link's falls back on: the tenant's own. */
export const standardTariff = 'standard';

/** Why a price cannot be set: what is wrong and what to do. */
export interface NotSet {
  notSet: string;
}

/**
 * The dated prices of one service in one tariff with one more, or with another in its place; null ends them. What holds
 * already changes nothing: the very same list comes back. Once there are prices, none is set for a day before `today`,
 * because claims may have been priced by what held then (money.md, Tariffs). Where there were none before (`isNew`: all
 * of a list that is set at once counts as one) they may begin whenever they did.
 */
export function setPrice(
  prices: readonly DatedPrice[],
  change: DatedPrice,
  today: CalendarDate,
  isNew = prices.length === 0,
): readonly DatedPrice[] | NotSet {
  if (priceOn(prices, change.from) === change.price) return prices;
  if (!isNew && change.from < today)
    return {
      notSet: `Claims may have been priced by what holds before today. Let the price begin on ${today} or later.`,
    };
  const others = prices.filter(({ from }) => from !== change.from);
  return [...others, change].sort((a, b) => (a.from < b.from ? -1 : 1));
}
