import { z } from 'zod';
import { calendarDate, currency, externalId, minor, serviceCode } from '../forms/fields.ts';
import { amountView, dateView, pageOf, wholeNumber } from './parts.ts';

/** The address of a tariff. */
export const tariffNamed = z.strictObject({
  tariff: externalId.meta({
    description: "your own id of the facility whose tariff it is; `standard`: the tenant's own",
  }),
});

/** Prices to be set in a tariff. */
export const putTariffRequest = z
  .strictObject({
    currency,
    prices: z
      .array(
        z.strictObject({
          service: serviceCode,
          from: calendarDate('the first day of the price')
            .optional()
            .meta({ description: 'left out: it always was so, where the service has no price here yet' }),
          price: minor('the price')
            .nullable()
            .meta({ description: 'minor units; null: no price from that day on' }),
        }),
      )
      .min(1, 'Give at least one price.')
      .max(1_000, 'Give at most 1,000 prices at once.'),
  })
  .meta({ id: 'PutTariff', description: 'Prices of a tariff, each from a day on.' });

/** What setting prices did. */
export const tariffChanged = z
  .strictObject({
    changed: z.int().min(0).meta({ description: 'services whose prices are others than before' }),
  })
  .meta({ id: 'TariffChanged', description: 'How much of a tariff changed.' });

/** One dated price as the API answers it. */
const priceView = z
  .strictObject({
    service: z.string().meta({ description: "the service's code" }),
    from: dateView.nullable().meta({ description: 'its first day; null: it always was so' }),
    price: amountView.nullable().meta({ description: 'minor units; null: no price from that day on' }),
    currency: z.string(),
  })
  .meta({ id: 'TariffPrice', description: 'A price from a day on, until the next one.' });
/** A page of a tariff. */
export const tariffView = pageOf(priceView).meta({
  id: 'TariffPage',
  description: 'A page of a tariff: prices by service and date.',
});

/** What `GET /v1/tariffs/{tariff}` may be asked. */
export const tariffQuestion = z.strictObject({
  limit: wholeNumber(1, 1_000).default(200).meta({ description: 'how many prices at most' }),
  cursor: z
    .string()
    .regex(/^[A-Za-z0-9._~-]{1,120}$/, 'Send `next` of the page before as it is.')
    .optional()
    .meta({ description: '`next` of the page before; left out: the first page' }),
});
