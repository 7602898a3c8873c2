import { env } from 'cloudflare:workers';
import { expect, test, vi } from 'vitest';
import { migrate } from '../../../durable-objects/actor/migrations.ts';
import { dateIn } from '../../../schema/domain/dates.ts';
import icd10 from '../../../schema/migrations/reference/0001-icd10.sql';
import { freshId } from '../../../worker/command.ts';
import { connect } from '../../../worker/databases/connect.ts';
import { ask, post } from '../directory/people.ts';
import { command } from '../isolation/machine.ts';
import { aLinkedPair } from './a-linked-pair.ts';
import { anEnrollee, enrolled, type SignedInEnrollee } from './an-enrollee.ts';

await migrate(connect(env, 'reference'), [{ number: 1, name: 'icd10', sql: icd10 }], Date.now());
const { house, clinic } = await aLinkedPair('Twin', { code: 'TWIN', name: 'Twin Mills' });

/** Two people who differ in their member id alone. */
const twin = async () =>
  anEnrollee(house, await enrolled(house, { clientCode: 'TWIN', plan: 'FULL', coverFrom: '2020-01-01' }));
const [denying, silent] = [await twin(), await twin()];

/** Everything that the facility files of somebody, in its order. */
interface Filed {
  self: SignedInEnrollee;
  visit: string;
  request: string;
  code: string;
  claims: string[];
}

const sends = async (path: string, body: object): Promise<Record<string, unknown>> => {
  const headers = {
    'x-api-key': clinic.key,
    'content-type': 'application/json',
    'idempotency-key': freshId(),
  };
  const response = await ask(path, { method: 'POST', headers, body: JSON.stringify(body) });
  expect([path, response.status]).toEqual([path, 201]);
  return response.json();
};

const common = {
  birthDate: '1990-05-17',
  encounterType: 'outpatient',
  practitionerName: 'Dr Bello',
  diagnoses: [{ code: 'B50.9' }],
  currency: 'NGN',
};
const line = { service: 'CONS', quantity: 1, unitPrice: 500_000 };

async function bills({ self, code, claims }: Filed): Promise<void> {
  const startedAt = new Date(Date.now() - 60_000 * (5 - claims.length)).toISOString();
  const lines = [{ ...line, authorization: code }];
  const own = { memberId: self.memberId, startedAt, lines, total: 500_000 };
  claims.push(String((await sends('/v1/claims', { ...common, ...own })).number));
}

async function arrives(self: SignedInEnrollee): Promise<Filed> {
  const { memberId } = self;
  const who = { tenantId: house.id, memberId, birthDate: common.birthDate, go: 'record' };
  const there = await post('/provider/check-in', who, { cookie: clinic.cookie });
  const visit = /VIS-\d\d-\d{6}/.exec(there.headers.get('location') ?? '')?.[0] ?? '';
  const serviceDate = dateIn('Africa/Lagos', Date.now());
  const asked = { memberId, serviceDate, urgency: 'EMERGENCY', lines: [{ ...line, quantity: 2 }] };
  const request = String((await sends('/v1/authorizations', { ...common, ...asked })).number);
  const grant = { verdict: 'grant', number: request, version: 1 } as const;
  const [outcome] = await command(house, [{ type: 'DecideAuthorization', input: grant }], house.principal);
  const filed = { self, visit, request, code: String(outcome?.code), claims: [] };
  await bills(filed);
  return filed;
}

/** Said that neither the request nor the check-in was theirs; and what pays is held by then. */
async function denies({ self: { cookie }, request, visit, claims: [claim = ''] }: Filed): Promise<void> {
  expect((await post(`/me/alerts/${request}/answers`, { answer: 'NOT_ME' }, { cookie })).status).toBe(303);
  expect((await post(`/me/check-ins/${visit}/answers`, { answer: 'not' }, { cookie })).status).toBe(303);
  const client = connect(env, `tenant-${house.id}`);
  await vi.waitFor(
    async () => {
      const { rows } = await client.execute({
        sql: "select json_array_length(body, '$.holds') n from claims where number = ?",
        args: [claim],
      });
      expect(Number(rows[0]?.n)).toBeGreaterThan(0);
    },
    { timeout: 15_000, interval: 50 },
  );
}

/** What is another for each of two that are alike: numbers, codes, ids, hours, marks. */
const without = (text: string, { self, visit, request, code, claims }: Filed) =>
  [self.memberId, visit, request, code, ...claims]
    .reduce((left, name, nth) => left.replaceAll(name, `<${nth}>`), text)
    .replace(/\b[0-9a-z]{20,}\b/g, '<id>')
    .replace(/data-seq="\d+"/, '')
    .replace(/\b\d{13}\b/g, '<ms>')
    .replace(/\d\d:\d\d(:\d\d)?(\.\d{3}Z)?/g, '<hour>')
    .replace(/\b\d{1,2} (min|s|sec|seconds|minutes)\b/g, '<while>');

const pagesOf = ({ visit, request, code, claims }: Filed) => [
  ...claims.map((claim) => `/provider/claims/${house.id}/${claim}`),
  `/provider/authorizations/${house.id}/${request}`,
  `/provider/check-in/${house.id}/${visit}`,
  ...claims.map((claim) => `/v1/claims/${claim}`),
  `/v1/authorizations/${request}`,
  `/v1/authorizations/${code}`,
];
const lists = [
  '/provider',
  '/provider/claims',
  '/provider/authorizations',
  '/provider/check-in',
  '/provider/notices',
];

const seen = async (path: string) => {
  const headers = path.startsWith('/v1/') ? { 'x-api-key': clinic.key } : { cookie: clinic.cookie };
  const response = await ask(path, { headers });
  const text = await response.text();
  // Around the page stands what is of the whole facility: it is looked at below.
  return { status: response.status, text: /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? text };
};

test('whether somebody denied a visit cannot be told from anything that its facility sees, before or after', async () => {
  const [a, b] = [await arrives(denying), await arrives(silent)];
  await denies(a);
  await bills(a);
  await bills(b);
  const toBeSeen = pagesOf(b);
  for (const [nth, path] of pagesOf(a).entries()) {
    const [one, other] = [await seen(path), await seen(toBeSeen[nth] ?? '')];
    expect([path, one.status, other.status]).toEqual([path, 200, 200]);
    const [told, alike] = [without(one.text, a), without(other.text, b)];
    const at = [...told].findIndex((char, n) => char !== alike[n]);
    expect([path, told.slice(at - 100, at + 100)]).toEqual([path, alike.slice(at - 100, at + 100)]);
    expect([path, told === alike]).toEqual([path, true]);
    expect([path, /den(y|ied)|investigat|INV-|not me|risk|\bheld\b|\bhold\b/i.exec(one.text)?.[0]]).toEqual([
      path,
      undefined,
    ]);
  }
  await vi.waitFor(
    async () => {
      const { text } = await seen('/provider/claims');
      for (const claim of [...a.claims, ...b.claims]) expect(text).toContain(claim);
    },
    { timeout: 15_000, interval: 50 },
  );
  const shared = await Promise.all(lists.map(seen));
  for (const { text } of shared) {
    expect(/INV-|not me|investigat|Said to be/i.exec(text)?.[0]).toBeUndefined();
    for (const name of [a.visit, a.request, ...a.claims]) {
      const [times, inOther] = [name, twinOf(name, a, b)].map((each) => text.split(each).length);
      expect([name, times]).toEqual([name, inOther]);
    }
  }
});

/** What the other one has in its place. */
const twinOf = (name: string, a: Filed, b: Filed): string => {
  const all = (of: Filed) => [of.visit, of.request, ...of.claims];
  return all(b)[all(a).indexOf(name)] ?? '';
};
