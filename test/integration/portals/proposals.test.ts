import { beforeAll, expect, test } from 'vitest';
import { fullCover } from '../../support/full-cover.ts';
import { ask, cookieOf, password, post } from '../directory/people.ts';
import { account, command } from '../isolation/machine.ts';
import { makeWorld, type World } from '../isolation/world.ts';

let world: World;
let adjudicator: Person;
let manager: Person;
let day = 2;

interface Person {
  id: string;
  cookie: string;
}

async function someone(role: string): Promise<Person> {
  const { id, email, name } = await account(`A ${role}`, password);
  const input = { accountId: id, name, email, roleKey: role, state: 'ACTIVE' } as const;
  await command(world.tenant, [{ type: 'PutStaff', input }]);
  return { id, cookie: cookieOf(await post('/sign-in', { email, password })) };
}

beforeAll(async () => {
  world = await makeWorld();
  const person = {
    externalId: 'person-1',
    clientCode: 'ZEBC',
    relation: 'principal',
    firstName: 'Zebulon',
    lastName: 'Adeyemi',
    birthDate: '1990-05-17',
    sex: 'female',
    coverFrom: '2026-01-01',
    plan: fullCover.code,
  } as const;
  await command(world.tenant, [
    { type: 'PutPlanVersion', input: fullCover },
    { type: 'PutEnrollee', input: person },
    {
      type: 'PutApprovalLimits',
      input: { roles: [{ role: 'adjudicator', limits: { claim: 100_000 } }] },
    },
  ]);
  adjudicator = await someone('adjudicator');
  manager = await someone('claims-manager');
});

const root = () => `/${world.tenant.slug}`;

/** A claim of one line at the standard price of 5,000.00. */
async function filed(): Promise<string> {
  day += 1;
  const input = {
    enrolleeExternalId: 'person-1',
    birthDate: '1990-05-17',
    encounterType: 'outpatient',
    startedAt: `2026-11-${String(day).padStart(2, '0')}T09:00:00+01:00`,
    practitionerName: 'Dr Else',
    diagnoses: [{ code: 'B50.9', system: 'ICD-10' }],
    lines: [{ service: 'consultation', quantity: 1, unitPrice: 500_000 }],
    currency: 'NGN',
    total: 500_000,
    accident: false,
  } as const;
  const claim = { ...input, diagnoses: [...input.diagnoses], lines: [...input.lines] };
  const [answer] = await command(
    world.tenant,
    [{ type: 'SubmitClaim', input: claim }],
    world.facility.principal,
  );
  return String(answer?.number);
}

const pageOf = async (address: string, { cookie }: Person) =>
  (await ask(address, { headers: { cookie } })).text();

const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1]?.replaceAll('&quot;', '"') ?? '';

/** Taken and approved by an adjudicator, whose limit is below it. */
async function proposed(): Promise<string> {
  const number = await filed();
  const claim = `${root()}/claims/${number}`;
  await post(`${claim}/lease`, {}, { cookie: adjudicator.cookie });
  const html = await pageOf(claim, adjudicator);
  expect(html).toContain('You approve up to');
  const fields = {
    outcome: 'approve',
    version: hidden(html, 'version'),
    recommendation: hidden(html, 'recommendation'),
    seen: hidden(html, 'seen'),
    'lines.1.quantity': '1',
    'lines.1.amount': '5,000.00',
  };
  const answer = await post(
    `${claim}/decisions`,
    { ...fields, ...Object.fromEntries([['then', 'next']]) },
    { cookie: adjudicator.cookie },
  );
  expect([answer.status, answer.headers.get('location')]).toEqual([303, claim]);
  return number;
}

test('the page says that a decision waits, for whom, and lets the proposer do nothing about it', async () => {
  const number = await proposed();
  const html = await pageOf(`${root()}/claims/${number}`, adjudicator);
  expect(html).toContain('Needs somebody else who may approve');
  expect(html).toContain('You proposed this decision');
  expect(html).not.toContain('Confirm: approve it');
});

test('a manager finds it among what they can decide, confirms it, and the proposer is told', async () => {
  const number = await proposed();
  const list = `${root()}/claims/counted?figure=confirmable`;
  expect(await pageOf(list, manager)).toContain(number);
  expect(await pageOf(list, adjudicator)).not.toContain(number);
  expect(await pageOf(`${root()}/claims/counted?figure=proposals`, adjudicator)).toContain(number);
  expect(await pageOf(`${root()}/notices`, manager)).toContain(`${number} has a decision to confirm`);
  const claim = `${root()}/claims/${number}`;
  const html = await pageOf(claim, manager);
  expect(html).toContain('Confirm: approve it');
  const version = /confirmations".*?name="version" value="(\d+)"/s.exec(html)?.[1] ?? '';
  const answer = await post(`${claim}/proposal/confirmations`, { version }, { cookie: manager.cookie });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, claim]);
  expect(await pageOf(claim, manager)).toContain('Confirmed');
  expect(await pageOf(`${root()}/notices`, adjudicator)).toContain(`${number} was approved as you proposed`);
  expect(await pageOf(list, manager)).not.toContain(number);
});

test('its facility sees a claim in review and nothing of a proposal', async () => {
  const number = await proposed();
  const facility = { id: '', cookie: world.facility.cookie };
  const html = await pageOf(`/provider/claims/${world.tenant.id}/${number}`, facility);
  expect(html).toContain(number);
  expect(html).toContain('In review');
  expect(html).not.toMatch(/propos/i);
});

test('declining wants a sentence, keeps what was typed, and shows it to the proposer alone among all sides', async () => {
  const number = await proposed();
  const claim = `${root()}/claims/${number}`;
  const version = /declines".*?name="version" value="(\d+)"/s.exec(await pageOf(claim, manager))?.[1] ?? '';
  const empty = await post(
    `${claim}/proposal/declines`,
    { version, sentence: ' ' },
    { cookie: manager.cookie },
  );
  expect(empty.status).toBe(422);
  expect(await empty.text()).toContain('f-sentence-error');
  const stale = await post(
    `${claim}/proposal/declines`,
    { version: '1', sentence: 'Ask the ward.' },
    { cookie: manager.cookie },
  );
  expect(stale.status).toBe(409);
  expect(await stale.text()).toContain('Ask the ward.');
  const sent = { version, sentence: 'Ask the ward first.' };
  expect((await post(`${claim}/proposal/declines`, sent, { cookie: manager.cookie })).status).toBe(303);
  expect(await pageOf(claim, adjudicator)).toContain('Ask the ward first.');
  expect(await pageOf(`${root()}/notices`, adjudicator)).toContain(`${number} came back`);
});

test('a manager gives a claim away on its page; an adjudicator is not offered it and is refused', async () => {
  const number = await filed();
  const claim = `${root()}/claims/${number}`;
  expect(await pageOf(claim, adjudicator)).not.toContain('Reassign this claim');
  expect(await pageOf(claim, manager)).toContain('Reassign this claim');
  const to = adjudicator.id;
  expect((await post(`${claim}/reassignments`, { to }, { cookie: adjudicator.cookie })).status).toBe(403);
  const nobody = await post(`${claim}/reassignments`, { to: '' }, { cookie: manager.cookie });
  expect([nobody.status, (await nobody.text()).includes('f-to-error')]).toEqual([422, true]);
  expect((await post(`${claim}/reassignments`, { to }, { cookie: manager.cookie })).status).toBe(303);
  expect(await pageOf(claim, adjudicator)).toContain('Leave without deciding');
  expect(await pageOf(`${root()}/notices`, adjudicator)).toContain(`${number} was reassigned`);
  expect((await post(`${claim}/reassignments`, { free: '1' }, { cookie: manager.cookie })).status).toBe(303);
  expect(await pageOf(claim, adjudicator)).not.toContain('Leave without deciding');
});

test('limits are shown to whoever may see them and changed by whoever may; the history says who', async () => {
  const admin = await someone('admin');
  const address = `${root()}/settings/approval-limits`;
  const seen = await pageOf(address, adjudicator);
  expect(seen).toContain('takes the permission limit.update');
  expect(seen).toContain('1,000.00');
  const typed = { 'claim.adjudicator': '2,500.50', 'claim.claims-manager': 'lots', 'claim.admin': '' };
  expect((await post(address, typed, { cookie: manager.cookie })).status).toBe(403);
  const refused = await post(address, typed, { cookie: admin.cookie });
  const html = await refused.text();
  expect(refused.status).toBe(422);
  for (const part of ['f-claim-claims-manager-error', 'value="lots"', 'value="2,500.50"'])
    expect([part, html.includes(part)]).toEqual([part, true]);
  const saved = await post(
    address,
    { 'claim.adjudicator': '2,500.50', 'unlimited.claims-manager': '1', 'claim.claims-manager': '' },
    { cookie: admin.cookie },
  );
  expect([saved.status, saved.headers.get('location')]).toEqual([303, `${address}?saved=1`]);
  const after = await pageOf(address, admin);
  expect(after).toContain('Adjudicator: ₦ 1,000.00 → ₦ 2,500.50');
  expect(after).toContain('Claims Manager: ₦ 5,000,000.00 → any amount');
});
