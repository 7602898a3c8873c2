import { tariffNamed, tariffQuestion, tariffView } from '../../../../schema/api/tariff-views.ts';
import { isCalendarDate } from '../../../../schema/domain/dates.ts';
import { beginning } from '../../../../schema/domain/network/link.ts';
import { refuse } from '../../../../schema/domain/refusal.ts';
import { patterns } from '../../../../views/paths.ts';
import { tenantDatabase } from '../../../queries/database.ts';
import { allPrices, type PricePlace } from '../../../queries/service-prices.ts';
import { tenantSettings } from '../../../queries/tenant-settings.ts';
import { noBody, operation } from '../../operation.ts';
import { noTariff, tariffAt } from './tariff-at.ts';

const wrongCursor = refuse('invalid', 'One mistake was found.', [
  { field: 'cursor', message: 'Send `next` of the page before as it is.' },
]);

const writePlace = ({ service, from }: PricePlace) => `${from}~${service}`;

/** Where the last page ended; null: this is the first; undefined: the text is no cursor of ours. */
function placeIn(text: string | undefined): PricePlace | null | undefined {
  if (text === undefined) return null;
  const [from = '', service = ''] = text.split('~');
  return isCalendarDate(from) && service !== '' ? { from, service } : undefined;
}

/** Lists a tariff's dated prices, a page at a time. */
export const showTariff = operation({
  id: 'showTariff',
  method: 'GET',
  path: patterns.api.tariff,
  area: 'Network',
  summary: 'Read a tariff',
  description:
    'Every dated price, by service and then by date: what held, what holds and what will. A service without a price in a facility’s tariff is paid by the standard one.',
  scopes: { tenant: 'tariff.view' },
  params: tariffNamed,
  query: tariffQuestion,
  body: noBody,
  answers: { 200: { means: 'A page of the tariff.', form: tariffView } },
  refusals: [],
  example: {
    params: { tariff: 'lagoon-ikeja' },
    query: { limit: '2' },
    status: 200,
    answer: {
      data: [
        { service: 'CON-001', from: null, price: 750_000, currency: 'NGN' },
        { service: 'LAB-014', from: '2027-01-01', price: 320_000, currency: 'NGN' },
      ],
      next: '2027-01-01~LAB-014',
    },
  },
  async handle({ c, params, query }) {
    const db = tenantDatabase(c.env, c.var.organisation.id);
    const after = placeIn(query.cursor);
    if (after === undefined) return wrongCursor;
    const [tariff, settings] = await Promise.all([tariffAt(db, params.tariff), tenantSettings(db)]);
    if (tariff === null) return noTariff;
    const rows = await allPrices(db, tariff, after, query.limit + 1);
    const page = rows.slice(0, query.limit);
    const last = page.at(-1);
    const data = page.map(({ service, from, price }) => ({
      service,
      from: from === beginning ? null : from,
      price,
      currency: settings?.currency ?? '',
    }));
    return { status: 200, body: { data, next: rows.length > query.limit && last ? writePlace(last) : null } };
  },
});
