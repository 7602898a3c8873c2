import { beforeAll, expect, test } from 'vitest';
import { ask, post } from '../directory/people.ts';
import { lastSeq } from '../isolation/machine.ts';
import { makeWorld, type World } from '../isolation/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

/** Both portals: where they are, and as whom. */
const portals = () => [
  { house: world.tenant, root: `/${world.tenant.slug}` },
  { house: world.facility, root: '/provider' },
];
const look = async (cookie: string, path: string) => (await ask(path, { headers: { cookie } })).status;

test('a number of a notice that cannot be one is not taken, and harms nobody', async () => {
  for (const { house, root } of portals()) {
    const { cookie } = house;
    const before = await lastSeq(house);
    for (const seq of ['1e300', 'Infinity', '-5', '1.5', 'NaN', 'x', '9007199254740993'])
      expect([seq, (await post(`${root}/notices`, { seq }, { cookie })).status]).toEqual([seq, 303]);
    expect(await lastSeq(house)).toBe(before);
    // Beyond the newest is up to the newest: the person's bell goes on ringing.
    await post(`${root}/notices`, { seq: '9007199254740991' }, { cookie });
    expect(await lastSeq(house)).toBe(before + 1);
    expect(await look(cookie, root)).toBe(200);
  }
});

test('a page of notices before no number is the first page', async () => {
  for (const { house, root } of portals())
    for (const before of ['1e400', '-1', '1.5', '1e18', "'", '99999999999999999999'])
      expect([before, await look(house.cookie, `${root}/notices?before=${before}`)]).toEqual([before, 200]);
});

test('an address with a NUL leads nowhere, and a form keeps none', async () => {
  for (const { house, root } of portals())
    for (const path of ['/claims?q=%00', '/claims/CLM-26-000001%00', '/claims?facility=a%00b'])
      expect([path, await look(house.cookie, root + path)]).toEqual([path, 404]);
  expect((await post('/sign-in/demo', { account: 'a\0b' })).status).toBe(404);
});

test('a body that only says it is a form is an empty one', async () => {
  for (const type of ['multipart/form-data', 'multipart/form-data; boundary=Q'])
    expect(
      (await ask('/sign-in', { method: 'POST', body: 'zzz', headers: { 'content-type': type } })).status,
    ).toBe(422);
});

test('a list to come back to that is no address of it is the list itself', async () => {
  const { cookie, slug } = world.tenant;
  const list = `/${slug}/claims`;
  for (const [said, arrives] of [
    [`${list}?view=late`, `${list}?view=late`],
    [`${list}?x=\r\nSet-Cookie: a=b`, list],
    [`${list}?q=✓`, list],
    ['https://elsewhere.example', list],
    [`${list}@elsewhere.example`, list],
  ] as const) {
    const left = await post(`${list}/${world.queried}/lease/release`, { back: said }, { cookie });
    expect([said, left.status, left.headers.get('location')]).toEqual([said, 303, arrives]);
  }
});

test('odd questions about eligibility and a draft’s lines are answered, and harm nobody', async () => {
  const { cookie } = world.facility;
  const draft = `/provider/drafts/${world.draft}/assessment`;
  for (const rows of ['', '1e9', '-1', '0,0,0', 'x'.repeat(2000), '1,'.repeat(500)])
    expect([rows, [200, 204].includes(await look(cookie, `${draft}/lines?rows=${rows}`))]).toEqual([
      rows,
      true,
    ]);
  expect(await look(cookie, `${draft}/patient`)).toBe(200);
  const asked = { tenantId: world.tenant.id, memberId: 'ZEBU-ZEBC-00001-P', on: '2026-11-03' };
  for (const odd of [
    { birthDate: '9999-99-99' },
    { birthDate: "' or 1=1" },
    { birthDate: '1990-05-17', on: 'now' },
    { birthDate: '1990-05-17', tenantId: 'none' },
    { memberId: 'x'.repeat(5000), birthDate: '1990-05-17' },
    { enrolleeName: '\u202e\u0000%' },
  ]) {
    const { status } = await post('/provider/eligibility', { ...asked, ...odd }, { cookie });
    expect([odd, status]).toEqual([odd, 422]);
  }
  const staff = world.tenant.cookie;
  for (const query of ['member=x&on=2026-02-30', 'member=%27&facility=%25', 'on=1'])
    expect([
      query,
      [200, 422].includes(await look(staff, `/${world.tenant.slug}/eligibility?${query}`)),
    ]).toEqual([query, true]);
});
