import { beforeAll, describe, expect, test } from 'vitest';
import { authorizationView } from '../../../schema/api/authorization-view.ts';
import { addDays, dateIn } from '../../../schema/domain/dates.ts';
import { freshId } from '../../../worker/command.ts';
import { aPdf } from '../../support/files.ts';
import {
  aClinic,
  anInsurer,
  ask,
  coverInFull,
  facilityKey,
  type Insurer,
  tenantDoes,
} from './an-integrator.ts';

let insurer: Insurer;
let clinic: { facilityId: string; key: string };
let other: { facilityId: string; key: string };

const today = dateIn('Africa/Lagos', Date.now());
const post = (path: string, body: unknown, key = clinic.key, idempotencyKey = freshId()) =>
  ask('POST', path, { key, idempotencyKey, body });
const get = (path: string, key = clinic.key) => ask('GET', path, { key });

/** Each is for another day: of two that are the same only one would be granted. */
let day = 0;

/** Files a request of one service, and gives its number. */
async function requested(changes: object = {}): Promise<string> {
  const filed = await post('/v1/authorizations', {
    enrolleeExternalId: 'emp-1',
    birthDate: '1990-05-17',
    encounterType: 'outpatient',
    urgency: 'URGENT',
    serviceDate: addDays(today, ++day),
    diagnoses: [{ code: 'B50.9' }],
    lines: [{ service: 'LAB', quantity: 2, unitPrice: 250_000 }],
    currency: 'NGN',
    ...changes,
  });
  if (filed.status !== 201) throw new Error(JSON.stringify(filed.body));
  return filed.body.number;
}
const decide = (number: string, input: object) =>
  tenantDoes(insurer.tenantId, {
    type: 'DecideAuthorization',
    input: { number, version: 1, verdict: 'grant', ...input },
  });
const rejected = async () => {
  const number = await requested();
  const input = { number, version: 1, verdict: 'reject' as const, reasons: ['50'], sentence: 'No need.' };
  await tenantDoes(insurer.tenantId, { type: 'DecideAuthorization', input });
  return number;
};

beforeAll(async () => {
  insurer = await anInsurer();
  await coverInFull(insurer);
  const bed = { name: 'Ward bed', group: 'admission', unit: 'day', active: true } as const;
  await tenantDoes(insurer.tenantId, { type: 'PutService', input: { externalId: 'BED', ...bed } });
  clinic = await aClinic([insurer]);
  other = await aClinic([insurer]);
});

describe('an appeal by the API', () => {
  test('is filed once with text and files; the decision stands until somebody else has looked', async () => {
    const number = await rejected();
    const headers = { 'content-type': 'application/pdf' };
    const sent = { key: clinic.key, idempotencyKey: freshId(), text: aPdf(500, 'scan'), headers };
    const file = String((await ask('POST', '/v1/attachments?name=scan.pdf', sent)).body.id);
    const appeal = { text: 'The scan of Monday shows it.', attachments: [file] };
    const key = freshId();
    const first = await post(`/v1/authorizations/${number}/appeals`, appeal, clinic.key, key);
    expect([first.status, first.body]).toEqual([201, { number, state: 'REJECTED', version: 3, code: null }]);
    const again = await post(`/v1/authorizations/${number}/appeals`, appeal, clinic.key, key);
    expect([again.status, again.body]).toEqual([200, first.body]);
    const { body } = await get(`/v1/authorizations/${number}`);
    expect(authorizationView.safeParse(body).error?.issues ?? []).toEqual([]);
    expect(body).toMatchObject({
      state: 'REJECTED',
      appeals: [{ n: 1, state: 'OPEN', decidedAt: null, attachments: [{ id: file }] }],
    });
    expect(body.conversation).toMatchObject([{ kind: 'decision' }, { kind: 'appeal', text: appeal.text }]);
    const second = await post(`/v1/authorizations/${number}/appeals`, { text: 'Again.' });
    expect([second.status, second.body.code]).toEqual([409, 'wrong-state']);
  });

  test('is refused without its text, of what was granted in full, to another facility, and without the scope', async () => {
    const number = await rejected();
    const path = `/v1/authorizations/${number}/appeals`;
    const empty = await post(path, { text: '' });
    expect([empty.status, empty.body.errors.map(({ field }) => field)]).toEqual([422, ['text']]);
    const unknown = await post(path, { text: 'Look.', attachments: ['none-there'] });
    expect([unknown.status, unknown.body.errors[0]?.field]).toEqual([422, 'attachments.0']);
    expect((await post(path, { text: 'Look.' }, other.key)).status).toBe(404);
    const asker = await facilityKey(clinic.facilityId, ['facility.authorization.request']);
    expect((await post(path, { text: 'Look.' }, asker)).body.code).toBe('scope-missing');
    const appealer = await facilityKey(clinic.facilityId, ['facility.authorization.appeal']);
    expect((await post(path, { text: 'Look.' }, appealer)).status).toBe(201);
    expect((await post(path, { text: 'Look.' }, insurer.key)).status).toBe(404);
    const granted = await requested();
    await decide(granted, {});
    expect((await post(`/v1/authorizations/${granted}/appeals`, { text: 'More.' })).status).toBe(409);
  });
});

test('a discharge by the API closes an admission on the version that was seen, once', async () => {
  const number = await requested({
    encounterType: 'inpatient',
    serviceDate: today,
    lines: [{ service: 'BED', quantity: 3, unitPrice: 1_000_000 }],
  });
  await decide(number, {});
  const path = `/v1/authorizations/${number}/discharges`;
  const stale = await post(path, { version: 1, dischargedOn: today });
  expect([stale.status, stale.body.detail]).toEqual([409, expect.stringContaining('has changed')]);
  const late = await post(path, { version: 2, dischargedOn: addDays(today, 1) });
  expect([late.status, late.body.errors[0]?.field]).toEqual([422, 'dischargedOn']);
  expect((await post(path, { version: 2, dischargedOn: today }, other.key)).status).toBe(404);
  const key = freshId();
  const closed = await post(path, { version: 2, dischargedOn: today }, clinic.key, key);
  expect([closed.status, closed.body]).toMatchObject([201, { state: 'APPROVED', version: 3 }]);
  const again = await post(path, { version: 2, dischargedOn: today }, clinic.key, key);
  expect([again.status, again.body]).toEqual([200, closed.body]);
  const { body } = await get(`/v1/authorizations/${closed.body.code}`);
  expect(body).toMatchObject({ number, admission: { dischargedOn: today }, validTo: today });
});

describe('a code that is checked', () => {
  const codeOf = async (changes: object = {}) => {
    const number = await requested(changes);
    await decide(number, {});
    return { number, code: String((await get(`/v1/authorizations/${number}`)).body.code) };
  };

  test('says what is left of it until it is used up', async () => {
    const { code } = await codeOf({ serviceDate: today });
    const left = async () => {
      const { body } = await get(`/v1/authorizations/${code}`);
      return [body.state, body.lines];
    };
    expect(await left()).toMatchObject(['APPROVED', [{ left: { quantity: 2, amount: 500_000 } }]]);
    const filed = await post('/v1/claims', {
      enrolleeExternalId: 'emp-1',
      birthDate: '1990-05-17',
      encounterType: 'outpatient',
      startedAt: `${today}T00:01:00+01:00`,
      practitionerName: 'Dr Bello',
      diagnoses: [{ code: 'B50.9' }],
      lines: [{ service: 'LAB', quantity: 2, unitPrice: 250_000, authorization: code }],
      currency: 'NGN',
      total: 500_000,
    });
    const { number } = filed.body;
    await tenantDoes(insurer.tenantId, { type: 'TakeClaim', input: { number } });
    await tenantDoes(insurer.tenantId, { type: 'ApproveClaim', input: { number, version: 2 } });
    expect(await left()).toMatchObject(['USED', [{ left: { quantity: 0, amount: 0 } }]]);
  });

  test('says that it was cancelled, and that nothing of it can be used', async () => {
    const { number, code } = await codeOf();
    expect((await post(`/v1/authorizations/${number}/cancellations`, {})).status).toBe(201);
    expect((await get(`/v1/authorizations/${code}`)).body).toMatchObject({
      state: 'CANCELLED',
      lines: [{ left: { quantity: 0, amount: 0 } }],
    });
  });

  test('is not there for another facility, just as one that was never given out', async () => {
    const { code } = await codeOf();
    const others = await get(`/v1/authorizations/${code}`, other.key);
    const never = await get(`/v1/authorizations/${code.slice(0, -6)}AAAAAA`, other.key);
    expect([others.status, others.body]).toEqual([404, { ...never.body }]);
    const stranger = await aClinic([await anInsurer()]);
    const unlinked = await get(`/v1/authorizations/${code}?tenant=${insurer.slug}`, stranger.key);
    expect([unlinked.status, JSON.stringify(unlinked.body).includes(code)]).toEqual([404, false]);
  });

  test('is still told to its facility when the link has ended', async () => {
    const leaving = await aClinic([insurer]);
    const filed = await post(
      '/v1/authorizations',
      {
        enrolleeExternalId: 'emp-1',
        birthDate: '1990-05-17',
        encounterType: 'outpatient',
        urgency: 'URGENT',
        serviceDate: today,
        diagnoses: [{ code: 'B50.9' }],
        lines: [{ service: 'LAB', quantity: 1, unitPrice: 250_000 }],
        currency: 'NGN',
      },
      leaving.key,
    );
    await decide(filed.body.number, {});
    const { code } = (await get(`/v1/authorizations/${filed.body.number}`, leaving.key)).body;
    const { facilityId } = leaving;
    await tenantDoes(insurer.tenantId, {
      type: 'EndLink',
      input: { facilityId, version: 1, reason: 'Moved away.' },
    });
    expect((await get(`/v1/authorizations/${code}`, leaving.key)).body).toMatchObject({ state: 'APPROVED' });
  });
});
