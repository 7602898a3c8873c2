import { evictDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, expect, test, vi } from 'vitest';
import { connect } from '../../../../worker/databases/connect.ts';
import { familyCover } from '../../../support/full-cover.ts';
import { unzipped } from '../../../support/unzipped.ts';
import { listen } from '../../actor/listening.ts';
import { ask, post } from '../../directory/people.ts';
import { command } from '../../isolation/machine.ts';
import { aHouse } from '../../isolation/organisations.ts';
import { anEnrollee, enrolled, type SignedInEnrollee } from '../an-enrollee.ts';

const house = await aHouse('tenant', 'Exp');
const clinic = await aHouse('facility', 'Exp');
const db = connect(env, `tenant-${house.id}`);
const own = { clientCode: 'EXP', plan: 'FULL' };

async function aDependant(principalMemberId: string, relation: 'child' | 'spouse', birthDate: string) {
  return enrolled(house, { ...own, relation, principalMemberId, birthDate, firstName: relation });
}

/** So many check-ins of somebody, as their clinic recorded them; two at a time at the same moment. */
const checkIns = (memberId: string, enrolleeId: string, from: number, count: number) =>
  db.execute({
    sql: `with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < ?)
      insert into visits (id, number, state, version, facility_id, facility_name, enrollee_id, member_id, enrollee_name,
      at, date, by, how, covered) select cast(? as integer) + i, printf('V-%d', ? + i), 'OPEN', 1, 'f', '=Exp Clinic', ?, ?, 'N', 1700000000000 + i / 2,
      '2023-11-14', 'b', 'typed', 1 from n`,
    args: [count, from, from, enrolleeId, memberId],
  });

/** So many entries of somebody in the family's benefit ledger. */
const used = (familyId: string, enrolleeId: string, from: number, count: number) =>
  db.execute({
    sql: `with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < ?)
      insert into ledger select ?, '2026-01-01', ? + i / 2, i % 2, 1700000000000, 'CONSUME', ?, 'FULL', 'ALL', 12345, 1, 0, 1, 0, 0,
      '2026-02-03', null, null, null from n`,
    args: [count, familyId, from, enrolleeId],
  });

let mother: SignedInEnrollee;
let spouse: SignedInEnrollee;
let child: string;

beforeAll(async () => {
  await command(house, [
    { type: 'PutClient', input: { code: 'EXP', name: 'Exp Mills' } },
    { type: 'PutPlanVersion', input: familyCover },
  ]);
  mother = await anEnrollee(house, await enrolled(house, own));
  child = await aDependant(mother.memberId, 'child', '2020-01-01');
  spouse = await anEnrollee(house, await aDependant(mother.memberId, 'spouse', '1988-02-02'));
  await post('/me/profile/consents', { to: 'seen by principal', given: '1' }, { cookie: spouse.cookie });
  const { rows } = await db.execute({ sql: 'select id from enrollees where member_id = ?', args: [child] });
  await checkIns(mother.memberId, mother.enrolleeId, 1_000, 450);
  await checkIns(child, String(rows[0]?.id), 2_000, 3);
  await used(mother.enrolleeId, mother.enrolleeId, 900_000, 401);
  await used(mother.enrolleeId, spouse.enrolleeId, 910_000, 5);
  await checkIns(spouse.memberId, spouse.enrolleeId, 3_000, 3);
});

const actorOf = ({ portalId }: SignedInEnrollee) => env.MEMBER.get(env.MEMBER.idFromName(portalId));
const page = async (who: SignedInEnrollee) => {
  const response = await ask('/me/data', { headers: { cookie: who.cookie } });
  return response.text();
};
const take = (path: string, cookie: string) => ask(path, { headers: { cookie } });
const linkIn = (html: string) => /href="(\/me\/data\/[^"]+)"/.exec(html)?.[1] ?? '';

async function askedFor(who: SignedInEnrollee): Promise<void> {
  expect((await post('/me/data', {}, { cookie: who.cookie })).status).toBe(303);
}

async function whole(who: SignedInEnrollee, meanwhile = async () => {}): Promise<string> {
  const link = async () => {
    await meanwhile();
    return linkIn(await page(who));
  };
  return vi.waitUntil(link, { timeout: 30_000 });
}

async function filesAt(path: string, who: SignedInEnrollee): Promise<Map<string, string>> {
  const answer = await take(path, who.cookie);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
  const files = unzipped(new Uint8Array(await answer.arrayBuffer()));
  return new Map(files.map(({ name, text }) => [name, text]));
}

const numbersIn = (json: string | undefined): string[] =>
  JSON.parse(json ?? '[]').map(({ number }: { number: string }) => number);

test('everything held about one is put together in the background, told as it goes, and noted when it is taken', async () => {
  expect(await page(mother)).toContain('Prepare my data');
  const open = await listen(actorOf(mother), mother.principal, { see: 'exports' });
  await askedFor(mother);
  const heard = await open.until((frames) => frames.some(({ html, seq }) => html === '!stale' && seq === 0));
  const bars = heard.filter(({ html }) => html.includes('export-progress'));
  expect(bars.length).toBeGreaterThanOrEqual(2);
  expect(bars[0]?.text).toMatch(/\d+ of 8\d\d entries read/);
  for (const { text } of bars) expect(text.length).toBeLessThanOrEqual(400);

  const path = linkIn(await page(mother));
  const files = await filesAt(path, mother);
  const expected = [
    ...Array.from({ length: 450 }, (_, i) => `V-${1_000 + i}`),
    ...['V-2000', 'V-2001', 'V-2002'],
  ];
  expect(numbersIn(files.get('check-ins.json'))).toEqual(expected);
  const entries: { memberId: string }[] = JSON.parse(files.get('benefit-use.json') ?? '[]');
  expect(entries.map(({ memberId }) => memberId)).toEqual(Array(401).fill(mother.memberId));
  expect(files.get('benefit-use.csv')).toContain(',CONSUME,FULL,ALL,123.45,1,0,1,2026-02-03,');
  const rows = (files.get('check-ins.csv') ?? '').split('\r\n');
  expect([rows[0]?.startsWith('\ufeffcheck-in,member id'), rows.length]).toEqual([true, 1 + 453 + 1]);
  expect(rows[1]).toContain("'=Exp Clinic");
  expect(files.get('people.json')).toContain(child);
  expect(JSON.parse(files.get('sessions.json') ?? '[]').length).toBeGreaterThan(0);
  const all = [...files.values()].join('\n');
  for (const secret of ['sealKey', 'risk', 'flags', spouse.memberId, 'V-3000'])
    expect([secret, all.includes(secret)]).toEqual([secret, false]);

  const { rows: noted } = await db.execute('select what, enrollee_id from access_records');
  expect(noted.map(({ what, enrollee_id }) => [what, enrollee_id])).toEqual([['export', mother.enrolleeId]]);
});

test('nobody else can take it away: no relative, no staff, no provider, nobody at all', async () => {
  await askedFor(mother);
  const path = await whole(mother);
  for (const { cookie } of [spouse, house, clinic]) expect((await take(path, cookie)).status).toBe(404);
  expect((await ask(path, {})).status).not.toBe(200);
});

test('an actor that is stopped again and again puts it together all the same', async () => {
  await askedFor(mother);
  const path = await whole(mother, () => evictDurableObject(actorOf(mother)));
  expect(numbersIn((await filesAt(path, mother)).get('check-ins.json'))).toHaveLength(453);
});

test('what nobody keeps any more is asked for anew', async () => {
  await askedFor(mother);
  const path = await whole(mother);
  await askedFor(mother);
  const next = await whole(mother);
  expect(next).not.toBe(path);
  expect((await take(path, mother.cookie)).status).toBe(404);
  expect((await take(next, mother.cookie)).status).toBe(200);
});
