import { executeOn } from '../../../../durable-objects/tenant/execute.ts';
import { putTariffRequest, tariffChanged, tariffNamed } from '../../../../schema/api/tariff-views.ts';
import { tenantGates } from '../../../../schema/domain/command-permissions.ts';
import { beginning } from '../../../../schema/domain/network/link.ts';
import { priceOn } from '../../../../schema/domain/pricing/price-on.ts';
import { type Refusal, refuse } from '../../../../schema/domain/refusal.ts';
import type { PutPrices } from '../../../../schema/forms/put-prices.ts';
import { patterns } from '../../../../views/paths.ts';
import { command, tenantActor } from '../../../command.ts';
import { type Database, tenantDatabase } from '../../../queries/database.ts';
import { pricesByService } from '../../../queries/service-prices.ts';
import { tenantSettings } from '../../../queries/tenant-settings.ts';
import { none, operation } from '../../operation.ts';
import { noTariff, tariffAt } from './tariff-at.ts';

async function wrongCurrency(db: Database, named: string): Promise<Refusal | null> {
  const currency = (await tenantSettings(db))?.currency;
  if (currency === undefined || currency === named) return null;
  const message = `Prices are in ${currency}.`;
  return refuse('invalid', message, [{ field: 'currency', message }]);
}

/** Whether every price holds already: then nothing is written. */
async function holds(db: Database, { tariff, prices }: PutPrices): Promise<boolean> {
  const there = await pricesByService(db, tariff, [...new Set(prices.map(({ service }) => service))]);
  return prices.every(({ service, from, price }) => {
    const dated = there.get(service);
    return dated !== undefined && priceOn(dated, from) === price;
  });
}

/** Sets prices of a tariff. */
export const putTariff = operation({
  id: 'putTariff',
  method: 'PUT',
  path: patterns.api.tariff,
  area: 'Network',
  summary: 'Set prices of a tariff',
  description:
    'Sets all of the prices, or none where one cannot be; prices that are not named stay. Once a service has prices here, none can be set for a day before today, because claims are priced already by what held then. Sending the same again changes nothing and writes nothing, so that no Idempotency-Key is needed.',
  scopes: tenantGates.PutPrices,
  params: tariffNamed,
  query: none,
  body: putTariffRequest,
  answers: { 200: { means: 'The prices are as sent.', form: tariffChanged } },
  refusals: [],
  example: {
    params: { tariff: 'lagoon-ikeja' },
    body: {
      currency: 'NGN',
      prices: [
        { service: 'CON-001', price: 750_000 },
        { service: 'LAB-014', from: '2027-01-01', price: 320_000 },
      ],
    },
    status: 200,
    answer: { changed: 2 },
  },
  async handle({ c, params, body, commandId }) {
    const db = tenantDatabase(c.env, c.var.organisation.id);
    const [tariff, no] = await Promise.all([tariffAt(db, params.tariff), wrongCurrency(db, body.currency)]);
    if (tariff === null || no) return no ?? noTariff;
    const prices = body.prices.map(({ from = beginning, ...price }) => ({ ...price, from }));
    const input = { tariff, prices };
    if (await holds(db, input)) return { status: 200, body: { changed: 0 } };
    const put = await executeOn(tenantActor(c), command(c, commandId, { type: 'PutPrices', input }));
    return put.refused ? put : { status: 200, body: { changed: put.outcome.changed } };
  },
});
