import type { CalendarDate } from '../dates.ts';
import type { FieldError } from '../refusal.ts';
import type { DatedPrice } from './tariff.ts';

/** The tariff that a link's falls back on: the tenant's own. */
export const standardTariff = 'standard';

/** The price of a list, in the order of its dates, that holds on a day; null: none does, or it has ended. */
function heldOn(prices: readonly DatedPrice[], on: CalendarDate): DatedPrice['price'] {
  return prices.findLast(({ from }) => from <= on)?.price ?? null;
}

/**
 * The dated prices of one service in one tariff with one more, or with another in its place; null ends them. What holds
 * already changes nothing: the very same list comes back. Once there are prices, none is set for a day before `today`,
 * because claims may have been priced by what held then (money.md, Tariffs); the first one may begin whenever it did.
 */
export function setPrice(
  prices: readonly DatedPrice[],
  change: DatedPrice,
  today: CalendarDate,
): readonly DatedPrice[] | FieldError {
  if (heldOn(prices, change.from) === change.price) return prices;
  if (prices.length > 0 && change.from < today) {
    const message = `Claims may have been priced by what holds before today. Let the new price begin on ${today} or later.`;
    return { field: 'from', message };
  }
  const others = prices.filter(({ from }) => from !== change.from);
  return [...others, change].sort((a, b) => (a.from < b.from ? -1 : 1));
}
