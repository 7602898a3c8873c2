import { beforeAll, expect, test } from 'vitest';
import { fullCover } from '../../support/full-cover.ts';
import { ask, cookieOf, password, post } from '../directory/people.ts';
import { account, command, lastSeq } from '../isolation/machine.ts';
import { makeWorld, type World } from '../isolation/world.ts';

let world: World;
let adjudicator: string;
let day = 2;

/** Signs in somebody with this role, by the tenant's own record. */
async function someone(role: string): Promise<string> {
  const { id, email, name } = await account(`A ${role}`, password);
  const input = { accountId: id, name, email, roleKey: role, state: 'ACTIVE' } as const;
  await command(world.tenant, [{ type: 'PutStaff', input }]);
  return cookieOf(await post('/sign-in', { email, password }));
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
  ]);
  adjudicator = await someone('adjudicator');
});

/** A claim of one line above the standard price of 5,000.00, taken by whoever has the cookie. */
async function taken(cookie: string): Promise<{ number: string; address: string; page: string }> {
  day += 1;
  const input = {
    enrolleeExternalId: 'person-1',
    birthDate: '1990-05-17',
    encounterType: 'outpatient',
    startedAt: `2026-11-${String(day).padStart(2, '0')}T09:00:00+01:00`,
    practitionerName: 'Dr Else',
    diagnoses: [{ code: 'B50.9', system: 'ICD-10' }],
    lines: [{ service: 'consultation', quantity: 2, unitPrice: 600_000 }],
    currency: 'NGN',
    total: 1_200_000,
    accident: false,
  } as const;
  const claim = { ...input, diagnoses: [...input.diagnoses], lines: [...input.lines] };
  const [filed] = await command(
    world.tenant,
    [{ type: 'SubmitClaim', input: claim }],
    world.facility.principal,
  );
  const number = String(filed?.number);
  const address = `/${world.tenant.slug}/claims/${number}`;
  await post(`${address}/lease`, {}, { cookie });
  const page = await (await ask(address, { headers: { cookie } })).text();
  return { number, address, page };
}

const hidden = (page: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
const formOf = (page: string) => ({
  outcome: 'approve',
  version: hidden(page, 'version'),
  recommendation: hidden(page, 'recommendation'),
  seen: hidden(page, 'seen'),
});

test('the form starts from the recommendation, and saving it untouched approves just that', async () => {
  const { address, page } = await taken(adjudicator);
  expect(hidden(page, 'seen')).toBe('1:2:1000000:45');
  const saved = await post(`${address}/decisions`, formOf(page), { cookie: adjudicator });
  expect(saved.status).toBe(303);
  const decided = await (await ask(address, { headers: { cookie: adjudicator } })).text();
  expect(decided).toContain('Approved in part');
  expect(decided).toContain('10,000.00');
});

test('paying more takes the permission, however the form was changed on its way', async () => {
  const { address, page } = await taken(adjudicator);
  const before = await lastSeq(world.tenant);
  const more = {
    ...formOf(page),
    'lines.1.quantity': '2',
    'lines.1.amount': '12,000',
    'lines.1.override': 'Because',
  };
  const refused = await post(`${address}/decisions`, more, { cookie: adjudicator });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('claim.override_line');
  // A form that says that much more was recommended: the actor knows better.
  const forged = { ...more, seen: '1:2:1200000:', 'lines.1.amount': '12,000.00' };
  const again = await post(
    `${address}/decisions`,
    { ...forged, 'lines.1.quantity': '1' },
    { cookie: adjudicator },
  );
  expect([200, 303]).not.toContain(again.status);
  const whole = await post(`${address}/decisions`, forged, { cookie: adjudicator });
  // Untouched as far as it says: then what is recommended is what is approved.
  expect(whole.status).toBe(303);
  const decided = await (await ask(address, { headers: { cookie: adjudicator } })).text();
  expect(decided).toContain('Approved in part');
  expect(await lastSeq(world.tenant)).toBe(before + 1);
});

test('whoever may override says why, and both values and the words are kept', async () => {
  const { cookie } = world.tenant;
  const { address, page } = await taken(cookie);
  const more = { ...formOf(page), 'lines.1.quantity': '2', 'lines.1.amount': '12,000', 'lines.1.reason': '' };
  const silent = await post(`${address}/decisions`, more, { cookie });
  expect([silent.status, (await silent.text()).includes('f-lines-1-override-error')]).toEqual([422, true]);
  const said = await post(
    `${address}/decisions`,
    { ...more, 'lines.1.override': 'Agreed by phone' },
    { cookie },
  );
  expect(said.status).toBe(303);
  const decided = await (await ask(address, { headers: { cookie } })).text();
  for (const words of ['Agreed by phone', '10,000.00', '12,000.00', 'Override'])
    expect([words, decided.includes(words)]).toEqual([words, true]);
});

test('a recommendation that is no longer the one seen is answered 409, with what was entered', async () => {
  const { address, page } = await taken(adjudicator);
  const other = {
    ...formOf(page),
    recommendation: 'another',
    seen: '1:2:900000:45',
    'lines.1.quantity': '2',
    'lines.1.amount': '8,000',
    'lines.1.reason': '50',
    sentence: 'kept as typed',
  };
  const stale = await post(`${address}/decisions`, other, { cookie: adjudicator });
  const html = await stale.text();
  expect(stale.status).toBe(409);
  for (const words of [
    'The recommendation has changed',
    'Line 1: 2 for 9,000.00',
    'value="8,000"',
    'kept as typed',
  ])
    expect([words, html.includes(words)]).toEqual([words, true]);
  expect(hidden(html, 'seen')).toBe('1:2:1000000:45');
});

test('rubbish in the fields of a decision decides nothing', async () => {
  const { address, page } = await taken(adjudicator);
  const texts = ['-1', '1e9', '٣', ' ', '999999999999999999', '0x10', '\u0000', '1;2'];
  for (const text of texts) {
    const form = { ...formOf(page), 'lines.1.amount': text, 'lines.1.quantity': text, version: '2' };
    const { status } = await post(`${address}/decisions`, form, { cookie: adjudicator });
    expect([text, [409, 422].includes(status)]).toEqual([text, true]);
  }
  // It is as undecided as it was: the form is there, for the same version. (What falls due by itself may be in the journal.)
  const after = await (await ask(address, { headers: { cookie: adjudicator } })).text();
  expect(hidden(after, 'version')).not.toBe('');
  expect(formOf(after)).toEqual(formOf(page));
});
