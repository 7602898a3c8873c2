import { beforeAll, expect, test } from 'vitest';
import { aClaim, aClinic, anInsurer, ask, facilityKey, type Insurer, tenantDoes } from './an-integrator.ts';

let insurer: Insurer;
let key: string;
let nth = 0;

beforeAll(async () => {
  insurer = await anInsurer();
  const { facilityId } = await aClinic([insurer]);
  key = await facilityKey(facilityId, [
    'facility.claim.submit',
    'facility.claim.view',
    'facility.claim.answer',
    'facility.claim.withdraw',
  ]);
});

const fresh = () => {
  nth += 1;
  return `key-${nth}`;
};
const post = (path: string, body: unknown, idempotencyKey = fresh()) =>
  ask('POST', path, { key, idempotencyKey, body });
const read = async (number: string) => (await ask('GET', `/v1/claims/${number}`, { key })).body;

function ownClaim(changes: Parameters<typeof aClaim>[0] = {}) {
  const { facilityExternalId: _, ...rest } = aClaim(changes);
  return rest;
}
const filed = async (changes: Parameters<typeof aClaim>[0] = {}) =>
  (await post('/v1/claims', ownClaim(changes))).body.number;

async function taken(number: string): Promise<void> {
  await tenantDoes(insurer.tenantId, { type: 'TakeClaim', input: { number } });
}

test('an answer corrects lines, and the claim says what they were', async () => {
  const number = await filed();
  await taken(number);
  const question = { number, version: 2, question: 'Why?', wanted: ['Prescription'] };
  await tenantDoes(insurer.tenantId, { type: 'QueryClaim', input: question });
  const asked = await read(number);
  expect(asked).toMatchObject({ state: 'QUERIED', wanted: ['Prescription'], corrections: [] });
  expect(asked.queriedAt).toEqual(expect.any(String));
  const { service } = ownClaim().lines[0] ?? { service: '' };
  const to = `/v1/claims/${number}/answers`;
  const line = { line: 1, service, quantity: 1, unitPrice: 100 };
  const sums = await post(to, { answer: 'So.', lines: [line], total: 99 });
  expect([sums.status, sums.body.errors[0]?.field]).toEqual([422, 'total']);
  const none = await post(to, { answer: 'So.', total: 99 });
  expect([none.status, none.body.errors[0]?.field]).toEqual([422, 'total']);
  const unknown = await post(to, { answer: 'So.', lines: [{ ...line, line: 9 }], total: 100 });
  expect([unknown.status, unknown.body.errors[0]?.field]).toEqual([422, 'lines.0.line']);
  const done = await post(to, { answer: 'So.', lines: [line], total: 100 });
  expect([done.status, done.body.state]).toEqual([201, 'RESUBMITTED']);
  expect(await read(number)).toMatchObject({
    claimed: 100,
    lines: [{ line: 1, claimed: 100 }],
    corrections: [{ claimed: ownClaim().total, lines: ownClaim().lines.map(() => ({})) }],
  });
});

test('a claim is withdrawn once by its Idempotency-Key, and then no more', async () => {
  const number = await filed();
  const to = `/v1/claims/${number}/withdrawal`;
  const first = await post(to, {}, 'withdraw-1');
  expect([first.status, first.body.state]).toEqual([201, 'WITHDRAWN']);
  const again = await post(to, {}, 'withdraw-1');
  expect([again.status, again.body]).toEqual([200, first.body]);
  const late = await post(to, {});
  expect([late.status, late.body.code]).toEqual([409, 'wrong-state']);
  expect((await post('/v1/claims/CLM-26-999999/withdrawal', {})).status).toBe(404);
});

test('a rejected claim is replaced, and nothing else', async () => {
  const number = await filed();
  const early = await post('/v1/claims', ownClaim({ replaces: number }));
  expect([early.status, early.body.errors[0]?.field]).toEqual([422, 'replaces']);
  await taken(number);
  const no = { number, version: 2, reasons: ['16'], sentence: 'No report.' };
  await tenantDoes(insurer.tenantId, { type: 'RejectClaim', input: no });
  const replacement = await filed({ replaces: number });
  expect(await read(replacement)).toMatchObject({ replaces: number, replacedBy: null });
  expect(await read(number)).toMatchObject({ replaces: null, replacedBy: replacement, state: 'REJECTED' });
  const twice = await post('/v1/claims', ownClaim({ replaces: number }));
  expect(twice.body.errors[0]?.message).toContain(`before, by ${replacement}`);
});

test('risk, holds, reservations and ranks are nothing that a facility is told', async () => {
  const names = Object.keys(await read(await filed()));
  for (const own of ['risk', 'flags', 'holds', 'rankAt', 'reservedFor', 'proposal', 'breachedAt', 'warnedAt'])
    expect(names).not.toContain(own);
});
