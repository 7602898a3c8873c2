import { beforeAll, describe, expect, test } from 'vitest';
import { authorizationView } from '../../../schema/api/authorization-view.ts';
import { freshId } from '../../../worker/command.ts';
import { aPdf } from '../../support/files.ts';
import { aClinic, anInsurer, ask, type Insurer, tenantDoes, tenantKey } from './an-integrator.ts';

let insurer: Insurer;
let clinic: { facilityId: string; key: string };
let other: { facilityId: string; key: string };

/** A request of two services that is right, as a facility sends it; `changes` are laid over it. */
const asking = (changes: object = {}) => ({
  enrolleeExternalId: 'emp-1',
  birthDate: '1990-05-17',
  encounterType: 'outpatient',
  urgency: 'URGENT',
  serviceDate: new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10),
  practitionerName: 'Dr Bello',
  diagnoses: [{ code: 'B50.9' }],
  lines: [
    { service: 'CONS', quantity: 1, unitPrice: 500_000 },
    { service: 'LAB', quantity: 2, unitPrice: 250_000 },
  ],
  currency: 'NGN',
  notes: 'Fever since Monday.',
  ...changes,
});
const post = (path: string, body: unknown, key = clinic.key, idempotencyKey = freshId()) =>
  ask('POST', path, { key, idempotencyKey, body });
const get = (path: string, key = clinic.key) => ask('GET', path, { key });
const requested = async (changes: object = {}, key = clinic.key) =>
  (await post('/v1/authorizations', asking(changes), key)).body.number;

beforeAll(async () => {
  insurer = await anInsurer();
  clinic = await aClinic([insurer]);
  other = await aClinic([insurer]);
});

describe('a request by the API', () => {
  test('is filed once by its Idempotency-Key, and read whole by its number', async () => {
    const key = freshId();
    const first = await post('/v1/authorizations', asking({ externalId: 'r-1' }), clinic.key, key);
    expect([first.status, first.body]).toEqual([
      201,
      { number: expect.stringMatching(/^PA-\d\d-\d{6}$/), state: 'REQUESTED', version: 1, code: null },
    ]);
    expect(first.headers.get('location')).toBe(`/v1/authorizations/${first.body.number}`);
    const again = await post('/v1/authorizations', asking({ externalId: 'r-1' }), clinic.key, key);
    expect([again.status, again.body]).toEqual([200, first.body]);
    const { status, body, headers } = await get(`/v1/authorizations/${first.body.number}`);
    expect(status).toBe(200);
    expect(authorizationView.safeParse(body).error?.issues ?? []).toEqual([]);
    expect(body).toMatchObject({
      externalId: 'r-1',
      facilityName: 'Own Clinic',
      code: null,
      requested: 1_000_000,
    });
    const etag = headers.get('etag') ?? '';
    const seen = { key: clinic.key, headers: { 'if-none-match': etag } };
    expect((await ask('GET', `/v1/authorizations/${first.body.number}`, seen)).status).toBe(304);
  });

  test('is refused with everything that is wrong with it, at once', async () => {
    const wrong = asking({
      serviceDate: '2020-01-01',
      currency: 'USD',
      lines: [{ service: 'NONE', quantity: 0, unitPrice: 1 }],
    });
    const shape = await post('/v1/authorizations', wrong);
    expect([shape.status, shape.body.errors.map(({ field }) => field)]).toEqual([422, ['lines.0.quantity']]);
    const rules = await post('/v1/authorizations', {
      ...wrong,
      lines: [{ service: 'NONE', quantity: 1, unitPrice: 1 }],
    });
    expect(rules.body.errors.map(({ field }) => field)).toEqual([
      'serviceDate',
      'lines.0.service',
      'currency',
    ]);
    const named = await post('/v1/authorizations', asking({ facilityExternalId: 'fac-a' }));
    expect([named.status, named.body.errors[0]?.field]).toEqual([422, 'facilityExternalId']);
  });

  test('asks for each service once, in whole numbers of at least one, and for no more than an amount can be', async () => {
    const line = { service: 'CONS', quantity: 1, unitPrice: 500_000 };
    const most = 999_999_999_999;
    for (const [lines, field] of [
      [[line, { ...line, quantity: 2 }], 'lines.1.service'],
      [[{ ...line, quantity: -1 }], 'lines.0.quantity'],
      [[{ ...line, quantity: 1.5 }], 'lines.0.quantity'],
      [[{ ...line, quantity: 1e21 }], 'lines.0.quantity'],
      [[{ ...line, quantity: '1' }], 'lines.0.quantity'],
      [[{ ...line, unitPrice: -5 }], 'lines.0.unitPrice'],
      [[{ ...line, unitPrice: 0.5 }], 'lines.0.unitPrice'],
      [[{ ...line, unitPrice: most + 1 }], 'lines.0.unitPrice'],
      [[{ ...line, quantity: 2, unitPrice: most }], 'lines.0.unitPrice'],
      [
        [
          { ...line, quantity: 9999, unitPrice: most },
          { ...line, service: 'LAB' },
        ],
        'lines.0.unitPrice',
      ],
      [
        [
          { ...line, unitPrice: most },
          { ...line, service: 'LAB' },
        ],
        'lines.1.unitPrice',
      ],
    ] as const) {
      const { status, body } = await post('/v1/authorizations', asking({ lines }));
      expect([lines, status, body.errors?.[0]?.field]).toEqual([lines, 422, field]);
    }
    const largest = await post('/v1/authorizations', asking({ lines: [{ ...line, unitPrice: most }] }));
    expect(largest.status).toBe(201);
    expect((await get(`/v1/authorizations/${largest.body.number}`)).body.requested).toBe(most);
  });

  test('keeps its Idempotency-Key to itself: with another body it is refused, and nothing is filed', async () => {
    const key = freshId();
    expect((await post('/v1/authorizations', asking(), clinic.key, key)).status).toBe(201);
    const other = await post('/v1/authorizations', asking({ urgency: 'EMERGENCY' }), clinic.key, key);
    expect(other.status).toBe(409);
  });

  test('is asked about by the tenant, answered and cancelled by its facility', async () => {
    const number = await requested();
    const query = { number, version: 1, question: 'Which test came first?', wanted: ['Laboratory result'] };
    await tenantDoes(insurer.tenantId, { type: 'QueryAuthorization', input: query });
    const { body: queried } = await get(`/v1/authorizations/${number}`);
    expect(queried).toMatchObject({ state: 'QUERIED', clockStands: true, wanted: ['Laboratory result'] });
    expect(queried.conversation).toMatchObject([{ kind: 'note' }, { kind: 'query', by: null }]);
    const answered = await post(`/v1/authorizations/${number}/answers`, { answer: 'The smear.' });
    expect([answered.status, answered.body.state]).toEqual([201, 'REQUESTED']);
    expect((await post(`/v1/authorizations/${number}/answers`, { answer: 'Again.' })).status).toBe(409);
    const cancelled = await post(`/v1/authorizations/${number}/cancellations`, {
      reason: 'No longer needed.',
    });
    expect([cancelled.status, cancelled.body.state]).toEqual([201, 'CANCELLED']);
    const refused = await post(`/v1/authorizations/${number}/cancellations`, {});
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('is cancelled')]);
  });

  test('comes with files, and so does its answer: they are the request’s from then on, and no other can name them', async () => {
    const upload = async (what: string) => {
      const headers = { 'content-type': 'application/pdf' };
      const sent = { key: clinic.key, idempotencyKey: freshId(), text: aPdf(500, what), headers };
      return String((await ask('POST', '/v1/attachments?name=x.pdf', sent)).body.id);
    };
    const [first, second] = [await upload('one'), await upload('two')];
    const number = await requested({ attachments: [first] });
    const query = { number, version: 1, question: 'And the other page?' };
    await tenantDoes(insurer.tenantId, { type: 'QueryAuthorization', input: query });
    const none = await post(`/v1/authorizations/${number}/answers`, {
      answer: 'Here.',
      attachments: [first],
    });
    expect([none.status, none.body.errors.map(({ field }) => field)]).toEqual([422, ['attachments.0']]);
    const sent = await post(`/v1/authorizations/${number}/answers`, {
      answer: 'Here.',
      attachments: [second],
    });
    expect(sent.status).toBe(201);
    const { body } = await get(`/v1/authorizations/${number}`);
    expect(body.attachments).toMatchObject([{ id: first }, { id: second }]);
    const again = await post('/v1/authorizations', asking({ attachments: [second] }));
    expect([again.status, again.body.errors[0]?.field]).toEqual([422, 'attachments.0']);
  });

  test('is seen by its own facility and by the tenant, by nobody else; lists follow their cursor', async () => {
    const numbers = [await requested(), await requested(), await requested({}, other.key)];
    const [own = '', second = '', others = ''] = numbers;
    expect((await get(`/v1/authorizations/${others}`)).status).toBe(404);
    expect((await post(`/v1/authorizations/${others}/cancellations`, {})).status).toBe(404);
    expect((await get(`/v1/authorizations/${others}`, insurer.key)).status).toBe(200);
    const found: string[] = [];
    let path: string | null = '/v1/authorizations?limit=1&state=REQUESTED';
    while (path !== null) {
      const { body } = await get(path);
      found.push(...body.data.map(({ number }) => number));
      path = body.next === null ? null : `/v1/authorizations?limit=1&state=REQUESTED&cursor=${body.next}`;
    }
    expect(found).toEqual([...found].sort());
    expect(found).toEqual(expect.arrayContaining([own, second]));
    expect(found).not.toContain(others);
    const { body: all } = await get('/v1/authorizations', insurer.key);
    expect(all.data.map(({ number }) => number)).toEqual(expect.arrayContaining(numbers));
  });

  test('says nothing clinical to a tenant’s key without the scope, and nothing of risk to anybody', async () => {
    const number = await requested();
    const key = await tenantKey(insurer.tenantId, ['authorization.view']);
    const { body } = await get(`/v1/authorizations/${number}`, key);
    expect([body.diagnoses, body.conversation]).toEqual([null, null]);
    const { body: own } = await get(`/v1/authorizations/${number}`);
    expect(own.diagnoses).toEqual([{ code: 'B50.9', system: 'ICD-10', name: '' }]);
    expect(JSON.stringify(own)).not.toMatch(/"(risk|flags|holds|alert|proposal|decidedBy|submittedBy)"/);
    const without = await tenantKey(insurer.tenantId, ['claim.view']);
    expect((await get(`/v1/authorizations/${number}`, without)).status).toBe(403);
  });
});
