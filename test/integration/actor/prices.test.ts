import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { executeOn } from '../../../durable-objects/tenant/execute.ts';
import { addDays, dateIn } from '../../../schema/domain/dates.ts';
import type { PutPrices } from '../../../schema/forms/put-prices.ts';
import { connect } from '../../../worker/databases/connect.ts';
import { command, done, openTenant, refusedAs, type Tenant } from './a-tenant.ts';

const actorOf = (id: string) => env.TENANT.get(env.TENANT.idFromName(id));
const today = dateIn('Africa/Lagos', Date.now());

const put = (people: Tenant, tariff: string, ...prices: PutPrices['prices']) =>
  executeOn(actorOf(people.id), command(people.system, 'PutPrices', { tariff, prices }));

async function pricesOf({ id }: Tenant, tariff: string) {
  const { rows } = await connect(env, `tenant-${id}`).execute({
    sql: 'select service, valid_from, price from tariff_prices where tariff = ? order by service, valid_from',
    args: [tariff],
  });
  return rows.map((row) => [row.service, row.valid_from, row.price]);
}

test('prices of a facility stand by their dates; the same again changes nothing; the past does not move', async () => {
  const people = await openTenant();
  const tariff = people.facility.organisation.id;
  const list = [
    { service: 'CONS', from: '2026-07-01', price: 600_000 },
    { service: 'CONS', from: '2026-01-01', price: 500_000 },
    { service: 'LAB-MP', from: '2026-01-01', price: 150_000 },
  ];
  expect(done(await put(people, tariff, ...list))).toEqual({ changed: 2 });
  expect(done(await put(people, tariff, ...list))).toEqual({ changed: 0 });
  const stand = [
    ['CONS', '2026-01-01', 500_000],
    ['CONS', '2026-07-01', 600_000],
    ['LAB-MP', '2026-01-01', 150_000],
  ];
  expect(await pricesOf(people, tariff)).toEqual(stand);
  const late = await put(people, tariff, { service: 'CONS', from: '2026-06-01', price: 1 });
  expect(late).toMatchObject({ code: 'invalid', errors: [{ field: 'prices.0.from' }] });
  const tomorrow = addDays(today, 1);
  done(await put(people, tariff, { service: 'CONS', from: tomorrow, price: null }));
  expect(await pricesOf(people, tariff)).toEqual([
    ...stand.slice(0, 2),
    ['CONS', tomorrow, null],
    ...stand.slice(2),
  ]);
});

test('all or none: an unknown service, two prices of one day', async () => {
  const people = await openTenant();
  const tariff = people.facility.organisation.id;
  const refused = await put(
    people,
    tariff,
    { service: 'CONS', from: today, price: 1 },
    { service: 'NONE', from: today, price: 1 },
    { service: 'LAB-MP', from: today, price: 1 },
    { service: 'LAB-MP', from: today, price: 2 },
  );
  expect(refused).toMatchObject({
    errors: [{ field: 'prices.1.service' }, { field: 'prices.3.from' }],
  });
  expect(await pricesOf(people, tariff)).toEqual([]);
  expect(refusedAs(await put(people, 'nobody', { service: 'CONS', from: today, price: 1 }))).toBe(
    'not_found',
  );
});

test('the standard price of a service is the standard tariff, whichever way it is set', async () => {
  const people = await openTenant();
  const service = (price?: number) =>
    executeOn(
      actorOf(people.id),
      command(people.system, 'PutService', {
        ...{ externalId: 'XRAY', name: 'X-ray', group: 'imaging', unit: 'each', active: true },
        ...(price === undefined ? {} : { price, currency: 'NGN' }),
      }),
    );
  done(await service(900_000));
  expect(await pricesOf(people, 'standard')).toEqual([['XRAY', '0001-01-01', 900_000]]);
  done(await service(950_000));
  done(await put(people, 'standard', { service: 'XRAY', from: today, price: 980_000 }));
  expect(await pricesOf(people, 'standard')).toEqual([
    ['XRAY', '0001-01-01', 900_000],
    ['XRAY', today, 980_000],
  ]);
  const { rows } = await connect(env, `tenant-${people.id}`).execute(
    "select price from services where code = 'XRAY'",
  );
  expect(rows[0]?.price).toBe(980_000);
  done(await service());
  expect(await pricesOf(people, 'standard')).toEqual([
    ['XRAY', '0001-01-01', 900_000],
    ['XRAY', today, null],
  ]);
});
