import { z } from 'zod';
import { calendarDate, minor, serviceCode } from './fields.ts';

/** So many prices of one tariff are set at once. */
const prices_max = 1_000;

/** One price of a service from a day on; null: it has none from that day on. */
const datedPriceForm = z.strictObject({
  service: serviceCode,
  from: calendarDate('the first day of the price'),
  price: minor('the price').nullable(),
});
/** Prices of one tariff: of a facility by its id, or `standard`. */
export const putPricesForm = z.strictObject({
  tariff: z.string().min(1).max(40),
  prices: z
    .array(datedPriceForm)
    .min(1, 'Give at least one price.')
    .max(prices_max, `Give at most ${prices_max} prices at once.`),
});
export type PutPrices = z.output<typeof putPricesForm>;
