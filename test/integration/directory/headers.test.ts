import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { aPerson, ask, origin, password, post, signedIn } from './people.ts';

describe('every answer', () => {
  const addresses = [
    '/',
    '/sign-in',
    '/no/such/page',
    '/health',
    '/v1/claims',
    '/live',
    '/assets/none.js',
    '/meridian',
  ];

  test.each(addresses)('of %s carries the headers that protect a browser', async (path) => {
    const { headers } = await ask(path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/unsafe|data:|https?:|\*/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  test('by https asks browsers to stay with it', async () => {
    const { headers } = await ask('/', {}, { ORIGIN: 'https://vetra.example' });
    expect(headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains');
  });

  test('differs by what htmx asks for, and says so to caches', async () => {
    const whole = await ask('/sign-in');
    const piece = await ask('/sign-in', { headers: { 'HX-Request-Type': 'partial' } });
    for (const response of [whole, piece]) expect(response.headers.get('vary')).toContain('HX-Request-Type');
    expect(await whole.text()).toMatch(/^<!doctype html><html/);
    expect(await piece.text()).toMatch(/^<title>.*<\/title><main id="main"/);
  });
});

describe('htmx', () => {
  const piece = { 'HX-Request-Type': 'partial' };

  test('is sent away as a whole where there is nobody, whatever piece it asked for', async () => {
    const response = await ask('/provider/claims', { headers: piece });
    expect(response.status).toBe(401);
    expect(response.headers.get('hx-redirect')).toBe('/sign-in');
    expect(await response.text()).toBe('');
  });

  test('keeps its address when a form is refused', async () => {
    const response = await post('/sign-in', { email: '', password: '' }, piece);
    expect(response.status).toBe(422);
    expect(response.headers.get('hx-push-url')).toBe('false');
    expect(await response.text()).toMatch(/^<title>Sign in/);
  });

  test('leaves the page as a whole after signing in, where a plain form gets a redirect', async () => {
    const person = await aPerson([]);
    const fields = { email: person.email, password };
    const whole = await post('/sign-in', fields, piece);
    expect([whole.status, whole.headers.get('hx-redirect')]).toEqual([200, '/organisations']);
    const plain = await post('/sign-in', fields);
    expect([plain.status, plain.headers.get('location')]).toEqual([303, '/organisations']);
  });

  test('gets a page that does not exist as a piece too, and keeps its address', async () => {
    const response = await ask('/provider/nothing', { headers: piece });
    expect([response.status, response.headers.get('hx-push-url')]).toEqual([404, 'false']);
    expect(await response.text()).toContain('<main id="main"');
  });
});

describe('a page that does not exist', () => {
  test('says what to do, in the form that was asked for', async () => {
    const page = await ask('/provider/nothing');
    expect(page.status).toBe(404);
    expect(await page.text()).toContain('There is nothing at this address');
    const problem = await ask('/v1/nothing');
    expect(problem.headers.get('content-type')).toBe('application/problem+json');
  });
});

describe('an unsafe request', () => {
  const signOut = (headers: HeadersInit) => ask('/sign-out', { method: 'POST', headers });

  test('from another site is refused, whatever cookie comes with it', async () => {
    const cookie = await signedIn(await aPerson([]));
    for (const sent of ['https://evil.example', 'null', `${origin}.evil.example`])
      expect((await signOut({ cookie, origin: sent })).status).toBe(403);
    expect((await ask('/organisations', { headers: { cookie } })).status).toBe(200);
    expect((await signOut({ cookie, origin })).status).toBe(303);
  });

  test('to open a socket is refused from another site, and from nobody', async () => {
    const cookie = await signedIn(await aPerson([]));
    const open = (headers: HeadersInit) =>
      ask('/live', { headers: { cookie, upgrade: 'websocket', ...headers } });
    expect((await open({ origin: 'https://evil.example' })).status).toBe(403);
    expect((await open({})).status).toBe(403);
  });
});

describe('a body', () => {
  test('of more than a megabyte is refused, by what it says and by what it is', async () => {
    const large = 'x'.repeat(1_000_001);
    const said = await post('/sign-in', { email: large, password: 'x' });
    expect(said.status).toBe(413);
    expect(await said.text()).toContain('Send at most 1 MB at a time.');
    const stream = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(large));
        controller.close();
      },
    });
    const init = { method: 'POST', body: stream, duplex: 'half', headers: { 'content-type': 'text/plain' } };
    expect((await ask('/sign-in', init as RequestInit)).status).toBe(413);
  });

  test('that is no form at all is read as an empty one', async () => {
    const init = { method: 'POST', body: '{"email":1}', headers: { 'content-type': 'application/json' } };
    expect((await ask('/sign-in', init)).status).toBe(422);
  });
});

describe('doors of the machine', () => {
  const json = { 'content-type': 'application/json' };
  const make = (headers: HeadersInit, given = {}) =>
    ask('/internal/accounts', { method: 'POST', body: '{}', headers: { ...json, ...headers } }, given);

  test('do not exist without a token, or with another one', async () => {
    const given = { SYSTEM_TOKEN: 'right' };
    expect((await make({ 'x-vetra-system': '' }, { SYSTEM_TOKEN: '' })).status).toBe(404);
    expect((await make({}, given)).status).toBe(404);
    expect((await make({ 'x-vetra-system': 'wrong' }, given)).status).toBe(404);
    expect((await make({ 'x-vetra-system': 'right' }, given)).status).toBe(422);
  });

  test('make an account once, whose password then signs in', async () => {
    const given = { SYSTEM_TOKEN: 'right' };
    const account = {
      id: 'internal-1',
      email: 'internal-1@people.example',
      name: 'Ada',
      password: 'a long enough one',
    };
    for (const password of [account.password, 'another long one'])
      expect(
        await (
          await ask(
            '/internal/accounts',
            {
              method: 'POST',
              body: JSON.stringify({ ...account, password }),
              headers: { ...json, 'x-vetra-system': 'right' },
            },
            given,
          )
        ).json(),
      ).toEqual({ id: 'internal-1' });
    expect((await post('/sign-in', { email: account.email, password: account.password })).status).toBe(303);
  });
});

describe('what fails inside', () => {
  test('shows a page or a problem without a word of how it failed', async () => {
    const broken = { SESSION_KEY: 'not base64!' };
    const response = await ask('/sign-in', { headers: { cookie: 'vetra=x' } }, broken);
    const page = await response.text();
    expect(response.status).toBe(500);
    expect(page).toContain('This is our fault');
    expect(page).not.toMatch(/at .*:\d+|atob|base64|Error:/);
  });

  test('is a plain page while the databases cannot be reached', async () => {
    const away = { DATABASE_URL: 'http://127.0.0.1:9/{db}/' };
    const response = await post('/sign-in', { email: 'ada@people.example', password: 'x' }, {}, away);
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('1');
    expect(await response.text()).toContain('The data cannot be reached at the moment');
  });
});

test('whoever comes too often without a name is asked to wait', async () => {
  const headers = { 'cf-connecting-ip': '192.0.2.66' };
  const cookie = await signedIn(await aPerson([]));
  // The clock stands, so that nothing is given back meanwhile.
  vi.useFakeTimers({ now: Date.now(), toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  let last = new Response();
  for (let n = 0; n < 260 && last.status !== 429; n += 1) last = await ask('/sign-in', { headers });
  expect(last.status).toBe(429);
  expect(last.headers.get('retry-after')).toBe('1');
  expect(await last.text()).toContain('There were too many requests. Wait 1 second and try again.');
  expect((await ask('/sign-in', { headers: { 'cf-connecting-ip': '192.0.2.67' } })).status).toBe(200);
  expect((await ask('/docs', { headers })).status).toBe(429);
  // Whoever is signed in at that address works on; a cookie that anybody could have made helps nobody.
  expect((await ask('/organisations', { headers: { ...headers, cookie } })).status).toBe(200);
  expect((await ask('/sign-in', { headers: { ...headers, cookie: 'vetra=a.b.c' } })).status).toBe(429);
});
