import { SELF } from 'cloudflare:test';
import { beforeAll, describe, expect, test } from 'vitest';
import { problemView } from '../../../schema/api/problem-view.ts';
import { api } from '../../../worker/api/v1/index.ts';
import { operations } from '../../../worker/api/v1/routes.ts';
import { makeApiKey } from '../../../worker/directory/make-api-key.ts';
import {
  type Answered,
  aClaim,
  anInsurer,
  ask,
  type Insurer,
  tenantDoes,
  tenantKey,
} from './an-integrator.ts';

let insurer: Insurer;
beforeAll(async () => {
  insurer = await anInsurer();
});

/** A problem of this kind and nothing else. */
function expectProblem(answered: Answered, status: number, code: string) {
  expect([answered.status, answered.body?.code]).toEqual([status, code]);
  expect(problemView.safeParse(answered.body).error?.issues ?? []).toEqual([]);
  expect(answered.headers.get('content-type')).toBe('application/problem+json');
  expect(answered.body.type).toBe(`http://127.0.0.1/docs#problem-${code}`);
  expect(answered.headers.get('access-control-allow-origin')).toBeNull();
}

const addressOf = (path: string) => path.replace(/:\w+/g, 'x');

test('the router serves what the table of operations says, and each has its door', () => {
  const served = api.routes.filter(
    (route) => !['ALL'].includes(route.method) && route.path !== '/openapi.json',
  );
  const unique = new Set(served.map((route) => `${route.method} /v1${route.path}`));
  expect([...unique].toSorted()).toEqual(
    operations.map(({ method, path }) => `${method} ${path}`).toSorted(),
  );
  for (const { method, path, scopes } of operations) {
    const doors = served.filter((route) => route.method === method && `/v1${route.path}` === path);
    const guards = doors.flatMap((route) => Reflect.get(route.handler, 'guards') ?? []);
    expect(guards).toEqual(Object.values(scopes).flat());
  }
});

describe.each(operations)('$method $path', (operation) => {
  const { method, path, scopes, example } = operation;
  const sent = { body: example.body, idempotencyKey: 'door' };
  // An address of its own: what one may ask without a key is counted by it.
  const from = `10.0.0.${operations.indexOf(operation)}`;
  const call = (key?: string, headers: Record<string, string> = {}) =>
    ask(method, addressOf(path), {
      ...(method === 'GET' ? {} : sent),
      headers: { 'cf-connecting-ip': from, ...headers },
      ...(key === undefined ? {} : { key }),
    });

  test('answers nothing without a key, or with one that is not', async () => {
    expectProblem(await call(), 401, 'key-missing');
    for (const key of ['x', makeApiKey().key, insurer.key.slice(0, -1), `${insurer.key}x`])
      expectProblem(await call(key), 401, 'key-unknown');
  });

  test('names the scope to a key that lacks it, and does nothing', async () => {
    const all = operations.map((each) => each.scopes.tenant).filter((scope) => scope !== undefined);
    const key = await tenantKey(
      insurer.tenantId,
      all.filter((scope) => !Object.values(scopes).flat().includes(scope)).concat('risk.view'),
    );
    const refused = await call(key);
    // What is a facility's alone is not there for a tenant.
    if (scopes.tenant === undefined) return expectProblem(refused, 404, 'not-found');
    expectProblem(refused, 403, 'scope-missing');
    expect(refused.body.detail).toContain(scopes.tenant);
  });

  test('lets in a key that has its scopes alone', async () => {
    const scope = scopes.tenant;
    const key = await tenantKey(insurer.tenantId, scope === undefined ? [] : [scope, ...(scopes.also ?? [])]);
    expect([401, 403]).not.toContain((await call(key)).status);
  });

  test('is closed to a page of another origin', async () => {
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1.evil.example'])
      expectProblem(await call(insurer.key, { origin }), 403, 'cross-origin');
    expect((await call(insurer.key, { origin: 'http://127.0.0.1' })).status).not.toBe(403);
  });
});

test('a preflight is refused, without a header that a browser could take for consent', async () => {
  const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
  expectProblem(await ask('OPTIONS', '/v1/claims', { headers }), 403, 'cross-origin');
});

test('a revoked key opens nothing at once, to read or to write', async () => {
  const { id, key, secretHash } = makeApiKey();
  const input = { id, name: 'Short', scopes: ['claim.view', 'claim.create'], secretHash };
  await tenantDoes(insurer.tenantId, { type: 'IssueApiKey', input });
  const read = () => ask('GET', '/v1/claims', { key });
  const write = (idempotencyKey: string) =>
    ask('POST', '/v1/claims', { key, idempotencyKey, body: aClaim() });
  expect([(await read()).status, (await write('before')).status]).toEqual([200, 201]);
  await tenantDoes(insurer.tenantId, { type: 'RevokeApiKey', input: { id } });
  expectProblem(await write('after'), 401, 'key-unknown');
  expectProblem(await read(), 401, 'key-unknown');
});

describe('an address', () => {
  // A key of its own: the operations' tests have used up the other one's requests for now.
  let key: string;
  beforeAll(async () => {
    key = await tenantKey(insurer.tenantId);
  });

  test('that does not exist says so, to those who have a key', async () => {
    for (const path of ['/v1/nothing', '/v1/', '/v1', '/v1/claims/a/b', '/v1/services', '/v1/__proto__']) {
      expectProblem(await ask('GET', path, { key }), 404, 'not-found');
      expectProblem(await ask('GET', path), 401, 'key-missing');
    }
  });

  test('says which methods it takes', async () => {
    const answered = await ask('DELETE', '/v1/claims', { key });
    expectProblem(answered, 405, 'method-not-allowed');
    expect(answered.headers.get('allow')).toBe('POST, GET');
    expectProblem(await ask('POST', '/v1/services/x', { key, body: {} }), 405, 'method-not-allowed');
  });

  test('answers HEAD as GET, without the body', async () => {
    const { status, body } = await ask('HEAD', '/v1/claims', { key });
    expect([status, body]).toEqual([200, null]);
  });
});

test('the OpenAPI document is for everybody', async () => {
  const response = await SELF.fetch('http://127.0.0.1/v1/openapi.json');
  expect(response.status).toBe(200);
  const document: { openapi: string; paths: object } = JSON.parse(await response.text());
  expect(document.openapi).toBe('3.1.0');
  expect(Object.keys(document.paths)).toHaveLength(new Set(operations.map(({ path }) => path)).size);
});

test('whoever comes without a key too often is asked to wait', async () => {
  const env = { CLIENT_ADDRESS_HEADER: 'x-from' };
  const knock = () => ask('GET', '/v1/claims', { headers: { 'x-from': '203.0.113.7' } }, env);
  let answered = await knock();
  for (let i = 0; i < 300 && answered.status === 401; i += 1) answered = await knock();
  expectProblem(answered, 429, 'rate-limited');
  expect(Number(answered.headers.get('retry-after'))).toBeGreaterThan(0);
});

test('when the store is away, the answer says so and no more', async () => {
  const away = { DATABASE_URL: 'http://127.0.0.1:9/{db}/' };
  const answered = await ask('GET', '/v1/claims', { key: insurer.key }, away);
  expectProblem(answered, 503, 'unavailable');
  expect(answered.headers.get('retry-after')).toBe('1');
  expect(JSON.stringify(answered.body)).not.toMatch(/\n\s+at |\.ts:|Error/);
});
