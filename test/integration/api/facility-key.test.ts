import { beforeAll, describe, expect, test } from 'vitest';
import { operations } from '../../../worker/api/v1/routes.ts';
import {
  aClaim,
  aClinic,
  anInsurer,
  ask,
  facilityKey,
  file,
  type Insurer,
  tenantDoes,
} from './an-integrator.ts';

let insurer: Insurer;
let clinic: { facilityId: string; key: string };
let own: string;
let others: string;

/** A claim as a facility files it: it does not say which facility. */
function ownClaim(changes: Parameters<typeof aClaim>[0] = {}) {
  const { facilityExternalId, ...rest } = aClaim(changes);
  return rest;
}
const post = (idempotencyKey: string, body: unknown, key = clinic.key) =>
  ask('POST', '/v1/claims', { key, idempotencyKey, body });
const get = (path: string, key = clinic.key) => ask('GET', path, { key });

beforeAll(async () => {
  insurer = await anInsurer();
  clinic = await aClinic([insurer]);
  others = await file(insurer.key);
  own = (await post('first', ownClaim({ externalId: 'visit-1' }))).body.number;
});

describe('a facility’s key', () => {
  test('files the facility’s own claims, once by their Idempotency-Key', async () => {
    const first = await post('once', ownClaim());
    expect(first.status).toBe(201);
    const again = await post('once', ownClaim());
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect((await post('once', ownClaim({ practitionerName: 'Dr Musa' }))).status).toBe(409);
  });

  test('may not name a facility, not even its own', async () => {
    const { status, body } = await post('named', aClaim());
    expect([status, body.errors[0]?.field]).toEqual([422, 'facilityExternalId']);
    expect((await get('/v1/claims?facilityExternalId=fac-a')).status).toBe(422);
  });

  test('sees its own claims only', async () => {
    const { body } = await get('/v1/claims');
    const numbers = body.data.map((claim) => claim.number);
    expect(numbers).toContain(own);
    expect(numbers).not.toContain(others);
    expect(new Set(body.data.map((claim) => claim.facilityName))).toEqual(new Set(['Own Clinic']));
    expect((await get(`/v1/claims/${own}`)).body).toMatchObject({ number: own, externalId: 'visit-1' });
    expect((await get(`/v1/claims/${others}`)).status).toBe(404);
    expect((await get(`/v1/claims?externalId=visit-1&state=RECEIVED`)).body.data).toHaveLength(1);
  });

  test('is told of its own claims only', async () => {
    const { body } = await get('/v1/events');
    const told = body.data.map((event) => event.subject.id);
    expect(told).toContain(own);
    expect(told).not.toContain(others);
    expect(new Set(body.data.map((event) => event.subject.about))).toEqual(new Set(['claim']));
  });

  test('finds nothing where a tenant’s key is wanted', async () => {
    for (const { method, path } of operations.filter(({ scopes }) => !('facility' in scopes))) {
      const sent = { key: clinic.key, ...(method === 'GET' ? {} : { body: {} }) };
      const { status, body } = await ask(method, path.replace(/:\w+/g, 'fac-a'), sent);
      expect([method, path, status, body.code]).toEqual([method, path, 404, 'not-found']);
    }
  });

  test('needs its scopes', async () => {
    const reader = await facilityKey(clinic.facilityId, ['facility.claim.view']);
    const refused = await post('scope', ownClaim(), reader);
    expect([refused.status, refused.body.code]).toEqual([403, 'scope-missing']);
    expect(refused.body.detail).toContain('facility.claim.submit');
    expect((await get('/v1/claims', reader)).status).toBe(200);
    const clerk = await facilityKey(clinic.facilityId, ['facility.claim.submit']);
    expect((await get('/v1/claims', clerk)).status).toBe(403);
  });
});

describe('a query', () => {
  const answer = (
    to: string,
    idempotencyKey: string,
    text = 'The report is in the file.',
    key = clinic.key,
  ) => ask('POST', `/v1/claims/${to}/answers`, { key, idempotencyKey, body: { answer: text } });
  let queried: string;
  beforeAll(async () => {
    clinic.key = await facilityKey(clinic.facilityId, [
      'facility.claim.submit',
      'facility.claim.view',
      'facility.claim.answer',
    ]);
    queried = (await post('to-be-queried', ownClaim())).body.number;
    await tenantDoes(insurer.tenantId, { type: 'TakeClaim', input: { number: queried } });
    const input = { number: queried, version: 2, question: 'Why two tests?' };
    await tenantDoes(insurer.tenantId, { type: 'QueryClaim', input });
  });

  test('is answered once by its Idempotency-Key', async () => {
    expect((await get(`/v1/claims/${queried}`)).body.conversation).toMatchObject([
      { text: 'Why two tests?' },
    ]);
    const first = await answer(queried, 'answer-1');
    expect([first.status, first.body]).toEqual([201, { number: queried, state: 'RESUBMITTED', version: 4 }]);
    const again = await answer(queried, 'answer-1');
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect((await answer(queried, 'answer-1', 'Something else.')).body.code).toBe('idempotency-key-reused');
    expect((await get(`/v1/claims/${queried}`)).body.conversation).toMatchObject([
      { from: 'tenant' },
      { from: 'facility', text: 'The report is in the file.' },
    ]);
  });

  test('that nobody has put cannot be answered, nor one about another’s claim', async () => {
    const early = await answer(own, 'answer-2');
    expect([early.status, early.body.code]).toEqual([409, 'wrong-state']);
    for (const to of [others, 'CLM-26-999999', 'nonsense'])
      expect([to, (await answer(to, 'answer-3')).status]).toEqual([to, 404]);
  });
});

describe('of a facility with several tenants', () => {
  let second: Insurer;
  let both: { facilityId: string; key: string };
  beforeAll(async () => {
    second = await anInsurer();
    both = await aClinic([insurer, second]);
  });

  test('names the tenant', async () => {
    const nameless = await post('which', ownClaim(), both.key);
    expect([nameless.status, nameless.body.errors[0]?.field]).toEqual([422, 'tenant']);
    expect((await get('/v1/claims', both.key)).status).toBe(422);

    const filed = await post('which', ownClaim({ tenant: second.slug }), both.key);
    expect(filed.status).toBe(201);
    const numbers = async (slug: string) =>
      (await get(`/v1/claims?tenant=${slug}`, both.key)).body.data.map((claim) => claim.number);
    expect(await numbers(second.slug)).toEqual([filed.body.number]);
    expect(await numbers(insurer.slug)).toEqual([]);
  });

  test('finds no tenant that it is not linked with', async () => {
    const stranger = await anInsurer();
    for (const tenant of [stranger.slug, 'nobody'])
      for (const answered of [
        await post('stranger', ownClaim({ tenant }), both.key),
        await get(`/v1/claims?tenant=${tenant}`, both.key),
        await get(`/v1/claims/${own}?tenant=${tenant}`, both.key),
        await get(`/v1/events?tenant=${tenant}`, both.key),
      ])
        expect([answered.status, answered.body.code]).toEqual([404, 'not-found']);
  });
});

test('whose birth date somebody has cannot be found by trying', async () => {
  const other = await aClinic([insurer]);
  const say = async (birthDate: string, enrolleeExternalId = 'emp-1') =>
    (
      await post(
        `guess-${enrolleeExternalId}-${birthDate}`,
        ownClaim({ birthDate, enrolleeExternalId }),
        other.key,
      )
    ).status;
  const dates = Array.from({ length: 22 }, (_, nth) => `1991-01-${String(nth + 1).padStart(2, '0')}`);
  for (let nth = 0; nth < 30; nth += 1) expect(await say('1990-05-17')).not.toBe(429);
  const said = await Promise.all(dates.map((date) => say(date)));
  expect(said.toSorted()).toEqual([...Array<number>(20).fill(422), 429, 429]);
  // The right one is told no more than a wrong one; another member may still be named.
  expect(await say('1990-05-17')).toBe(429);
  expect(await say('1991-01-01', 'emp-99')).toBe(422);
});
