import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import type { Permission } from '../../../schema/domain/permissions.ts';
import { memberships } from '../../../schema/tables/directory/accounts.ts';
import { connect } from '../../../worker/databases/connect.ts';
import { openDirectory } from '../../../worker/directory/directory.ts';
import { tenantDatabase } from '../../../worker/queries/database.ts';
import { type PileCursor, pilesPage } from '../../../worker/queries/piles-page.ts';
import { aPerson, ask, cookieOf, password, post, signedIn } from '../directory/people.ts';
import { account, command } from '../isolation/machine.ts';
import { makeWorld, type World } from '../isolation/world.ts';

let world: World;
let manager: string;

beforeAll(async () => {
  world = await makeWorld();
  const { id, email, name } = await account('A manager', password);
  const input = { accountId: id, name, email, roleKey: 'claims-manager', state: 'ACTIVE' } as const;
  await command(world.tenant, [{ type: 'PutStaff', input }]);
  manager = cookieOf(await post('/sign-in', { email, password }));
});

const get = (address: string, referer?: string) =>
  ask(address, { headers: { cookie: manager, ...(referer === undefined ? {} : { referer }) } });
const pilePath = () => `/${world.tenant.slug}/piles/${world.facility.id}/2026-11`;

test('vetting leads to the claim, and from there the way back leads to the pile as one was on it', async () => {
  const pile = pilePath();
  const back = `${pile}?show=all`;
  const vetted = await post(`${pile}/next`, { back }, { cookie: manager });
  expect(vetted.status).toBe(303);
  const claim = vetted.headers.get('location') ?? '';
  expect(claim).toBe(`/${world.tenant.slug}/claims/${world.waiting}`);
  const page = await (await get(claim, `http://vetra.example${back}`)).text();
  expect(page).toContain(`href="${back}"`);
  expect(page).toContain('Save, next of the pile');
  // The other claim of the pile is queried: nothing more is left for somebody else, and the page says why.
  const left = await post(
    `/${world.tenant.slug}/claims/${world.waiting}/lease/release`,
    { back },
    { cookie: manager },
  );
  expect(left.headers.get('location')).toBe(back);
  const shown = await (await get(`${pile}?nothing=1`)).text();
  expect(shown).toContain('1 waits for an answer');
});

test('what does not lead back to a pile of this insurer is not believed', async () => {
  for (const back of [
    '//elsewhere.example/piles/x/2026-11',
    `/${world.tenant.slug}/piles/x/2026-13`,
    '/other/piles/x/2026-11',
  ]) {
    const page = await (
      await get(`/${world.tenant.slug}/claims/${world.waiting}`, `http://vetra.example${back}`)
    ).text();
    expect(page).not.toContain(back);
  }
});

test('nothing ticked is refused beside what was ticked; a batch is looked at, decided once, and shown again', async () => {
  const pile = pilePath();
  const none = await post(`${pile}/batches`, { what: 'ticked' }, { cookie: manager });
  expect([none.status, (await none.text()).includes('Choose at least one claim.')]).toEqual([422, true]);
  const prepared = await post(
    `${pile}/batches`,
    { what: 'ticked', claims: world.waiting },
    { cookie: manager },
  );
  const batch = prepared.headers.get('location') ?? '';
  expect([prepared.status, batch.startsWith(`${pile}/batches/`)]).toEqual([303, true]);
  expect(await (await get(batch)).text()).toContain('One decision on 1 claim');
  const bare = await post(
    `${batch}/decisions`,
    { verb: 'reject', 'reasons.0': '', sentence: '' },
    { cookie: manager },
  );
  const again = await bare.text();
  expect(bare.status).toBe(422);
  for (const error of ['Choose a reason.', 'Write one sentence for the provider.'])
    expect(again).toContain(error);
  const reject = {
    verb: 'reject',
    'reasons.0': '96',
    sentence: 'Not covered.',
    command_id: 'decide-the-batch',
  };
  for (let twice = 0; twice < 2; twice += 1) {
    const decided = await post(`${batch}/decisions`, reject, { cookie: manager });
    expect([decided.status, decided.headers.get('location')]).toEqual([303, batch]);
  }
  const done = await (await get(batch)).text();
  expect(done).toContain('What became of the batch');
  expect(done).toMatch(/1 rejected|Skipped/);
});

test('thousands of piles are paged in every order without one twice or left out', async () => {
  const client = connect(env, `tenant-${world.tenant.id}`);
  await client.execute(`with recursive n(i) as (select 1 union all select i + 1 from n where i < 130)
    insert into piles select 'made-' || (i % 40), printf('2020-%02d', 1 + i / 40), 2, i % 3 > 0, 0, 0, i % 2, 1, 0, 0, 10 * i, 0, 0,
      iif(i % 3 > 0, i % 7, 0), i % 2 from n`);
  const db = tenantDatabase(env, world.tenant.id);
  const total = async (where: string) =>
    Number((await client.execute(`select count(*) n from piles where ${where}`)).rows[0]?.n);
  for (const [asked, where] of [
    [{ sort: 'weight', open: true, month: '', facility: '' }, 'open > 0'],
    [{ sort: 'flags', open: true, month: '', facility: '' }, 'open > 0'],
    [{ sort: 'weight', open: false, month: '', facility: '' }, 'true'],
    [{ sort: 'weight', open: true, month: '2020-02', facility: '' }, "open > 0 and month = '2020-02'"],
    [{ sort: 'weight', open: false, month: '', facility: 'made-3' }, "facility_id = 'made-3'"],
  ] as const) {
    const seen: string[] = [];
    for (let after: PileCursor | null = null; ; ) {
      const { rows, next }: Awaited<ReturnType<typeof pilesPage>> = await pilesPage(
        db,
        { ...asked, after },
        7,
      );
      seen.push(...rows.map(({ facilityId, month }) => `${facilityId} ${month}`));
      if (next === null) break;
      after = next;
    }
    expect([asked, new Set(seen).size, seen.length]).toEqual([asked, await total(where), await total(where)]);
  }
  const page = await get(`/${world.tenant.slug}/piles?show=all&sort=flags`);
  expect([page.status, (await page.text()).includes('made-')]).toEqual([200, true]);
});

test('who may not see risk cannot have piles put in order by it', async () => {
  const { id, email } = await aPerson([{ organisation: { ...world.tenant, name: '' }, role: 'read-only' }]);
  const cookie = await signedIn({ id, email });
  const directory = await openDirectory(env);
  const orderBy = async (sort: string, permissions: Permission[]) => {
    await directory.update(memberships).set({ permissions }).where(eq(memberships.accountId, id));
    const address = `/${world.tenant.slug}/piles?show=all&sort=${sort}`;
    const html = await (await ask(address, { headers: { cookie } })).text();
    return [...html.matchAll(/id="r-([^"]+)"/g)].map(([, row]) => row);
  };
  const seeing: Permission[] = ['pile.view', 'claim.view', 'risk.view'];
  expect(await orderBy('flags', seeing)).not.toEqual(await orderBy('weight', seeing));
  const without = seeing.filter((permission) => permission !== 'risk.view');
  expect((await orderBy('flags', without)).length).toBeGreaterThan(10);
  expect(await orderBy('flags', without)).toEqual(await orderBy('weight', without));
});
