import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { accounts, memberships } from '../../../schema/tables/directory/accounts.ts';
import { organisations } from '../../../schema/tables/directory/organisations.ts';
import { sessions } from '../../../schema/tables/directory/sessions.ts';
import { openDirectory } from '../../../worker/directory/directory.ts';
import { signSessionToken } from '../../../worker/directory/session-token.ts';
import { anOrganisation, aPerson, ask, cookieOf, password, post, signedIn } from './people.ts';

const directory = await openDirectory(env);
const sessionOf = async (accountId: string) =>
  (await directory.select().from(sessions).where(eq(sessions.accountId, accountId)))[0];
const isSignedIn = async (cookie: string) =>
  (await ask('/organisations', { headers: { cookie } })).status === 200;

describe('signing in', () => {
  test('takes who belongs to one tenant straight to its portal', async () => {
    const tenant = await anOrganisation('tenant');
    const person = await aPerson([{ organisation: tenant, role: 'adjudicator' }]);
    const response = await post('/sign-in', { email: person.email, password });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe(`/${tenant.slug}`);
    expect(await sessionOf(person.id)).toMatchObject({ kind: 'tenant', organisationId: tenant.id });
  });

  test('takes who belongs to one facility straight to the provider portal', async () => {
    const facility = await anOrganisation('facility');
    const person = await aPerson([{ organisation: facility, role: 'billing' }]);
    const response = await post('/sign-in', { email: person.email, password });
    expect(response.headers.get('location')).toBe('/provider');
  });

  test('asks who belongs to several where to work', async () => {
    const at = await Promise.all(
      ['tenant', 'facility'].map((kind) => anOrganisation(kind as 'tenant' | 'facility')),
    );
    const person = await aPerson(at.map((organisation) => ({ organisation, role: 'admin' })));
    const response = await post('/sign-in', { email: person.email, password });
    expect(response.headers.get('location')).toBe('/organisations');
    const page = await (await ask('/organisations', { headers: { cookie: cookieOf(response) } })).text();
    for (const { id, name } of at) {
      expect(page).toContain(id);
      expect(page).toContain(name);
    }
  });

  test('goes on to the page that was wanted, if it is ours', async () => {
    const tenant = await anOrganisation('tenant');
    const person = await aPerson([{ organisation: tenant, role: 'admin' }]);
    const goTo = async (next: string) =>
      (
        await post(`/sign-in?next=${encodeURIComponent(next)}`, { email: person.email, password })
      ).headers.get('location');
    expect(await goTo(`/${tenant.slug}/claims?state=late`)).toBe(`/${tenant.slug}/claims?state=late`);
    for (const elsewhere of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      'javascript:alert(1)',
      '/\tx',
    ])
      expect(await goTo(elsewhere)).toBe(`/${tenant.slug}`);
  });

  test('keeps the e-mail address and never the password when the two do not belong together', async () => {
    const person = await aPerson([]);
    const response = await post('/sign-in', { email: person.email, password: 'a wrong passphrase' });
    const page = await response.text();
    expect(response.status).toBe(422);
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(page).toContain(person.email);
    expect(page).not.toContain('a wrong passphrase');
    expect(page).toContain('do not belong together');
  });

  test('answers the same whether an account exists, is suspended, or has no password', async () => {
    const active = await aPerson([]);
    const suspended = await aPerson([], { state: 'SUSPENDED' });
    const invited = await aPerson([]);
    await directory.update(accounts).set({ password: null }).where(eq(accounts.id, invited.id));
    const answerOf = async (email: string, tried: string) => {
      const response = await post('/sign-in', { email, password: tried });
      return { status: response.status, page: (await response.text()).replaceAll(email, '…') };
    };
    const wrong = await answerOf(active.email, 'a wrong passphrase');
    expect(await answerOf('nobody@people.example', password)).toEqual(wrong);
    expect(await answerOf(suspended.email, password)).toEqual(wrong);
    expect(await answerOf(invited.email, password)).toEqual(wrong);
  });

  test('says what is missing, field by field', async () => {
    const page = await (await post('/sign-in', { email: 'not an address', password: '' })).text();
    expect(page).toContain('Enter your e-mail address');
    expect(page).toContain('Enter your password.');
  });

  test('ends the session that the browser held before', async () => {
    const tenant = await anOrganisation('tenant');
    const [first, second] = [
      await aPerson([{ organisation: tenant, role: 'admin' }]),
      await aPerson([{ organisation: tenant, role: 'admin' }]),
    ];
    const before = await signedIn(first);
    const response = await post('/sign-in', { email: second.email, password }, { cookie: before });
    expect(response.status).toBe(303);
    expect(await isSignedIn(before)).toBe(false);
    expect(await isSignedIn(cookieOf(response))).toBe(true);
    expect(cookieOf(response)).not.toBe(before);
  });
});

describe('the cookie', () => {
  test('is bound to the host and to https where browsers come by https', async () => {
    const person = await aPerson([]);
    const given = { ORIGIN: 'https://vetra.example' };
    const response = await post('/sign-in', { email: person.email, password }, {}, given);
    const [cookie = ''] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-vetra=/);
    expect(cookie.split('; ').slice(1).sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure']);
  });

  test('loses its prefix on plain http, which exists on loopback only', async () => {
    const person = await aPerson([]);
    const response = await post('/sign-in', { email: person.email, password });
    const [cookie = ''] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^vetra=/);
    expect(cookie.split('; ').slice(1).sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax']);
  });

  test('is worth nothing when it was changed, signed by another, or not signed at all', async () => {
    const person = await aPerson([]);
    const cookie = await signedIn(person);
    const session = await sessionOf(person.id);
    const id = session?.id ?? '';
    const other = { ...env, SESSION_KEY: btoa('x'.repeat(32)) };
    const soon = Date.now() + 60_000;
    const part = (value: object) => btoa(JSON.stringify(value)).replaceAll('=', '');
    const own = Uint8Array.from(atob(env.SESSION_KEY), (char) => char.charCodeAt(0));
    const forged = {
      changed: `${cookie.slice(0, -6)}AAAAAA`.replace('vetra=', ''),
      otherKey: await signSessionToken(other, id, soon),
      unsigned: `${part({ alg: 'none', typ: 'vetra-session' })}.${part({ jti: id, exp: soon })}.`,
      otherUse: await new SignJWT()
        .setProtectedHeader({ alg: 'HS256', typ: 'invitation' })
        .setJti(id)
        .sign(own),
      expired: await signSessionToken(env, id, Date.now() - 1_000),
      unknown: await signSessionToken(env, 'no-such-session', soon),
      rubbish: 'rubbish',
    };
    expect(await isSignedIn(cookie)).toBe(true);
    for (const [how, token] of Object.entries(forged))
      expect([how, await isSignedIn(`vetra=${token}`)]).toEqual([how, false]);
  });
});

describe('a session', () => {
  test('that is over leaves with the next one of its person', async () => {
    const person = await aPerson([]);
    await signedIn(person);
    await directory.update(sessions).set({ expiresAt: 1 }).where(eq(sessions.accountId, person.id));
    await signedIn(person);
    await signedIn(person);
    expect(await directory.select().from(sessions).where(eq(sessions.accountId, person.id))).toHaveLength(2);
  });

  test('ends when the person signs out: everywhere and for good', async () => {
    const person = await aPerson([]);
    const cookie = await signedIn(person);
    const response = await post('/sign-out', {}, { cookie });
    expect(response.status).toBe(303);
    expect(response.headers.get('clear-site-data')).toBe('"cache", "cookies", "storage"');
    expect(response.headers.getSetCookie()[0]).toContain('Max-Age=0');
    expect(await isSignedIn(cookie)).toBe(false);
    expect(await sessionOf(person.id)).toBeUndefined();
  });

  test('ends after lying idle, and after its time in any case', async () => {
    const person = await aPerson([]);
    const cookie = await signedIn(person);
    const hour = 3_600_000;
    const set = (row: Partial<typeof sessions.$inferInsert>) =>
      directory.update(sessions).set(row).where(eq(sessions.accountId, person.id));
    await set({ seenAt: Date.now() - 12 * hour - 1_000 });
    expect(await isSignedIn(cookie)).toBe(false);
    await set({ seenAt: Date.now() - 11 * hour });
    expect(await isSignedIn(cookie)).toBe(true);
    expect((await sessionOf(person.id))?.seenAt).toBeGreaterThan(Date.now() - hour);
    await set({ expiresAt: Date.now() - 1 });
    expect(await isSignedIn(cookie)).toBe(false);
  });

  test('ends when the account is suspended', async () => {
    const person = await aPerson([]);
    const cookie = await signedIn(person);
    await directory.update(accounts).set({ state: 'SUSPENDED' }).where(eq(accounts.id, person.id));
    expect(await isSignedIn(cookie)).toBe(false);
  });

  test('no longer enters an organisation that it was suspended from, or that is suspended', async () => {
    const tenant = await anOrganisation('tenant');
    const person = await aPerson([{ organisation: tenant, role: 'admin' }]);
    const cookie = await signedIn(person);
    const offered = async () =>
      (await (await ask('/organisations', { headers: { cookie } })).text()).includes(tenant.id);
    expect(await offered()).toBe(true);
    await directory
      .update(memberships)
      .set({ state: 'SUSPENDED' })
      .where(eq(memberships.accountId, person.id));
    expect(await offered()).toBe(false);
    await directory.update(memberships).set({ state: 'ACTIVE' }).where(eq(memberships.accountId, person.id));
    await directory.update(organisations).set({ state: 'SUSPENDED' }).where(eq(organisations.id, tenant.id));
    expect(await offered()).toBe(false);
  });

  test('switches to another organisation of the same person, and to no other', async () => {
    const [tenant, facility, foreign] = [
      await anOrganisation('tenant'),
      await anOrganisation('facility'),
      await anOrganisation('tenant'),
    ];
    const person = await aPerson([
      { organisation: tenant, role: 'admin' },
      { organisation: facility, role: 'owner' },
    ]);
    const cookie = await signedIn(person);
    const choose = (id: string) => post('/organisations', { organisation: id }, { cookie });
    expect((await choose(tenant.id)).headers.get('location')).toBe(`/${tenant.slug}`);
    expect((await choose(facility.id)).headers.get('location')).toBe('/provider');
    expect((await choose(foreign.id)).status).toBe(404);
    expect(await sessionOf(person.id)).toMatchObject({ kind: 'facility', organisationId: facility.id });
  });
});

describe('the demo', () => {
  test('lets anybody in as one of its people, and as nobody else', async () => {
    const tenant = await anOrganisation('tenant');
    const at = [{ organisation: tenant, role: 'admin' }];
    const [demo, real] = [await aPerson(at, { demo: true }), await aPerson(at)];
    const page = await (await ask('/sign-in')).text();
    expect(page).toContain(demo.id);
    expect(page).not.toContain(real.id);
    expect((await post('/sign-in/demo', { account: demo.id })).headers.get('location')).toBe(
      `/${tenant.slug}`,
    );
    expect((await post('/sign-in/demo', { account: real.id })).status).toBe(404);
  });

  test('does not exist where it is off', async () => {
    const demo = await aPerson([], { demo: true });
    const off = { DEMO: '0' };
    expect(await (await ask('/sign-in', {}, off)).text()).not.toContain(demo.id);
    expect((await post('/sign-in/demo', { account: demo.id }, {}, off)).status).toBe(404);
    // Nor is the password, which everybody knows, of use to anybody.
    const known = { email: demo.email, password };
    expect((await post('/sign-in', known, {}, off)).status).toBe(422);
    expect((await post('/sign-in', known)).status).toBe(303);
  });
});
