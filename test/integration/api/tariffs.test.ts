import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { connect } from '../../../worker/databases/connect.ts';
import { anInsurer, ask, tenantKey } from './an-integrator.ts';

const { tenantId } = await anInsurer();
const key = await tenantKey(tenantId, ['tariff.update', 'tariff.view', 'network.view', 'network.link']);
const put = (tariff: string, prices: unknown, currency = 'NGN') =>
  ask('PUT', `/v1/tariffs/${tariff}`, { key, body: { currency, prices } });
const get = (address: string) => ask('GET', `/v1/tariffs/${address}`, { key });

async function entries(): Promise<number> {
  const { rows } = await connect(env, `tenant-${tenantId}`).execute(
    'select count(*) as entries from journal',
  );
  return Number(rows[0]?.entries);
}

describe('a tariff', () => {
  const prices = [
    { service: 'LAB', from: '2026-07-01', price: 260_000 },
    { service: 'LAB', price: 240_000 },
    { service: 'CONS', from: '2026-01-01', price: 500_000 },
  ];

  test('is set, read by service and date, and set again without writing anything', async () => {
    expect(await put('fac-a', prices)).toMatchObject({ status: 200, body: { changed: 2 } });
    expect((await get('fac-a')).body).toMatchObject({
      data: [
        { service: 'CONS', from: '2026-01-01', price: 500_000, currency: 'NGN' },
        { service: 'LAB', from: null, price: 240_000, currency: 'NGN' },
        { service: 'LAB', from: '2026-07-01', price: 260_000, currency: 'NGN' },
      ],
      next: null,
    });
    const before = await entries();
    expect(await put('fac-a', prices)).toMatchObject({ status: 200, body: { changed: 0 } });
    expect(await entries()).toBe(before);
  });

  test('is read page by page, each price once', async () => {
    const seen: unknown[] = [];
    for (let cursor = ''; ; ) {
      const { body } = await get(`fac-a?limit=1${cursor}`);
      seen.push(...body.data);
      if (body.next === null) break;
      cursor = `&cursor=${encodeURIComponent(body.next)}`;
    }
    expect(seen).toHaveLength(3);
    expect(new Set(seen.map((each) => JSON.stringify(each))).size).toBe(3);
    expect((await get('fac-a?cursor=nonsense')).status).toBe(422);
  });

  test('of the tenant itself is the services’ own prices', async () => {
    expect((await get('standard')).body).toMatchObject({
      data: [{ service: 'LAB', from: null, price: 250_000 }],
    });
  });

  test.each([
    ['an unknown service', [{ service: 'NONE', price: 1 }], 'prices.0.service'],
    ['a day that has passed', [{ service: 'CONS', from: '2026-02-01', price: 1 }], 'prices.0.from'],
    ['half a kobo', [{ service: 'CONS', from: '2030-01-01', price: 0.5 }], 'prices.0.price'],
    ['no price at all', [], 'prices'],
  ])('is not set with %s', async (_, wrong, field) => {
    const before = await entries();
    const refused = await put('fac-a', wrong);
    expect([refused.status, refused.body.errors.map((error) => error.field)]).toEqual([422, [field]]);
    expect(await entries()).toBe(before);
  });

  test('is in the tenant’s currency, of a facility of its network', async () => {
    expect((await put('fac-a', prices, 'USD')).body.errors.map(({ field }) => field)).toEqual(['currency']);
    expect((await put('nobody', prices)).status).toBe(404);
    expect((await get('nobody')).status).toBe(404);
  });

  test('takes a thousand prices at once, and not one more', async () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, i) => ({
        service: 'CONS',
        from: new Date(Date.UTC(2030, 0, 1 + i)).toISOString().slice(0, 10),
        price: i,
      }));
    expect((await put('fac-b', many(1_001))).status).toBe(422);
    expect(await put('fac-b', many(1_000))).toMatchObject({ status: 200, body: { changed: 1 } });
  });
});

test('a facility is put with the last day of its licence, and read with it', async () => {
  const body = { name: 'Hill Clinic', kind: 'clinic', licence: 'X-1', licenceUntil: '2027-12-31' };
  expect((await ask('PUT', '/v1/facilities/fac-c', { key, body })).status).toBe(201);
  expect((await ask('GET', '/v1/facilities/fac-c', { key })).body).toMatchObject({
    licenceUntil: '2027-12-31',
    accreditedUntil: null,
  });
});
