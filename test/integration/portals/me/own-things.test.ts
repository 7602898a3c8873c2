import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { familyCover } from '../../../support/full-cover.ts';
import { listen } from '../../actor/listening.ts';
import { ask, password, post } from '../../directory/people.ts';
import { command } from '../../isolation/machine.ts';
import { aLinkedPair } from '../a-linked-pair.ts';
import { anEnrollee, enrolled } from '../an-enrollee.ts';

const { house, clinic } = await aLinkedPair('Kin', { code: 'KIN', name: 'Kin Mills' }, familyCover);

const own = { clientCode: 'KIN', plan: 'FULL' };
const mother = await anEnrollee(house, await enrolled(house, { ...own, firstName: 'Mother' }));
const child = await enrolled(house, {
  ...own,
  relation: 'child',
  principalMemberId: mother.memberId,
  firstName: 'Little',
  birthDate: '2020-01-01',
});
const grown = await anEnrollee(
  house,
  await enrolled(house, {
    ...own,
    relation: 'spouse',
    principalMemberId: mother.memberId,
    firstName: 'Grown',
    birthDate: '1988-02-02',
  }),
);

const page = async (path: string, who = mother) => {
  const response = await ask(path, { headers: { cookie: who.cookie } });
  return { status: response.status, html: await response.text() };
};
const send = (path: string, fields: Record<string, string>, who = mother) =>
  post(path, fields, { cookie: who.cookie });

async function claimOf(memberId: string, birthDate: string, day: string): Promise<string> {
  const input = {
    memberId,
    birthDate,
    encounterType: 'outpatient',
    startedAt: `${day}T09:00:00+01:00`,
    practitionerName: 'Dr Bisi Cole',
    diagnoses: [{ code: 'B54', system: 'ICD-10' }],
    lines: [{ service: 'CONS', quantity: 1, unitPrice: 700_000 }],
    currency: 'NGN',
    total: 700_000,
    accident: false,
  } as const;
  const [filed] = await command(
    house,
    [{ type: 'SubmitClaim', input: { ...input, diagnoses: [...input.diagnoses], lines: [...input.lines] } }],
    clinic.principal,
  );
  return String(filed?.number);
}

const day = new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10);

test('a claim is explained in plain words once it is decided, and nothing of how it was is told', async () => {
  const number = await claimOf(child, '2020-01-01', day);
  const before = await page(`/me/claims/${number}`);
  expect([before.status, before.html.includes('Not decided yet')]).toEqual([200, true]);
  const [taken] = await command(house, [{ type: 'TakeClaim', input: { number } }], house.principal);
  await command(house, [
    {
      type: 'ApproveClaim',
      input: { number, version: Number(taken?.version), recommendation: String(taken?.recommendation) },
    },
  ]);
  const { html } = await page(`/me/claims/${number}`);
  for (const words of [
    'Approved in part',
    'Your plan pays',
    'You pay',
    'The provider charged more than the agreed price.',
    'not a bill',
  ])
    expect([words, html.includes(words)]).toEqual([words, true]);
  for (const secret of ['risk', 'Risk', house.principal.name, 'Kin Person', 'B54'])
    expect([secret, html.includes(secret)]).toEqual([secret, false]);
  expect((await page(`/me/claims?of=${child}`)).html).toContain(number);
});

test('a dependant of full age is seen when they agree to it, and no longer than that', async () => {
  const number = await claimOf(grown.memberId, '1988-02-02', day);
  const looks = async () => [
    (await page(`/me/claims/${number}`)).status,
    (await page(`/me/claims?of=${grown.memberId}`)).status,
    (await page(`/me/coverage?of=${grown.memberId}`)).status,
    (await page('/me/card')).html.includes(grown.memberId),
  ];
  expect((await page(`/me/claims/${number}`, grown)).status).toBe(200);
  expect(await looks()).toEqual([404, 404, 404, false]);
  const agree = (given: string) => send('/me/profile/consents', { to: 'seen by principal', given }, grown);
  expect((await agree('1')).status).toBe(303);
  expect(await looks()).toEqual([200, 200, 200, true]);
  expect((await page('/me/profile', grown)).html).toContain('Agreed');
  await agree('0');
  expect(await looks()).toEqual([404, 404, 404, false]);
});

test('a dependant sees nothing of the principal or of the other dependants', async () => {
  for (const memberId of [mother.memberId, child])
    expect((await page(`/me/coverage?of=${memberId}`, grown)).status).toBe(404);
  expect((await page('/me/family', grown)).html).not.toContain('Little');
  const refused = await send(
    '/me/family/new',
    { relation: 'child', firstName: 'A', lastName: 'B', birthDate: '2021-01-01', sex: 'male' },
    grown,
  );
  expect(refused.status).toBe(403);
});

const baby = {
  relation: 'child',
  firstName: 'Baby',
  lastName: 'Ade',
  birthDate: '2024-03-03',
  sex: 'female',
};
const requestIn = (html: string) => /asked\/([0-9a-z-]+)"/.exec(html)?.[1] ?? '';

test('a dependant is asked for, refused with the plan’s rule, answered by staff, and then covered', async () => {
  const old = await send('/me/family/new', { ...baby, birthDate: '2001-01-01' });
  expect([old.status, (await old.text()).includes('covers children under 18')]).toEqual([422, true]);
  const wrong = await send('/me/family/new', { ...baby, firstName: '', birthDate: 'x' });
  const html = await wrong.text();
  expect([wrong.status, html.includes('f-firstName-error'), html.includes('f-birthDate-error')]).toEqual([
    422,
    true,
    true,
  ]);
  expect((await send('/me/family/new', baby)).status).toBe(303);
  expect((await page('/me/family')).html).toContain('Waiting for an answer');
  const staff = `/${house.slug}/enrollees/${mother.memberId}`;
  const at = async () => (await ask(staff, { headers: { cookie: house.cookie } })).text();
  const request = requestIn(await at());
  const without = await post(
    `${staff}/asked/${request}`,
    { answer: 'decline', reason: '' },
    { cookie: house.cookie },
  );
  expect(without.status).toBe(422);
  const answered = await post(
    `${staff}/asked/${request}`,
    { answer: 'approve', coverFrom: day },
    { cookie: house.cookie },
  );
  expect(answered.status).toBe(303);
  const { html: family } = await page('/me/family');
  expect([family.includes('Added'), family.includes('-C2')]).toEqual([true, true]);
  expect(
    (await post(`${staff}/asked/${request}`, { answer: 'approve', coverFrom: day }, { cookie: house.cookie }))
      .status,
  ).toBe(409);
});

test('a request that is declined says why', async () => {
  await send('/me/family/new', { ...baby, firstName: 'Second' });
  const staff = `/${house.slug}/enrollees/${mother.memberId}`;
  const request = requestIn(await (await ask(staff, { headers: { cookie: house.cookie } })).text());
  await post(
    `${staff}/asked/${request}`,
    { answer: 'decline', reason: 'Bring the birth certificate.' },
    { cookie: house.cookie },
  );
  const { html } = await page('/me/family');
  expect([html.includes('Declined'), html.includes('Bring the birth certificate.')]).toEqual([true, true]);
});

test('how one is reached is changed, with every field’s mistake beside it', async () => {
  const refused = await send('/me/profile', { phone: 'abc', email: 'abc' });
  expect([refused.status, (await refused.text()).includes('f-email-error')]).toEqual([422, true]);
  expect(
    (await send('/me/profile', { phone: '+234 803 555 0199', email: 'new@people.example' })).status,
  ).toBe(303);
  expect((await page('/me/profile')).html).toContain('new@people.example');
  expect((await send('/me/profile/primary-facility', { facilityId: clinic.id })).status).toBe(303);
  expect((await page('/me/profile')).html).toContain('Kin Clinic');
});

test('signing out there ends that session, and another password ends all others', async () => {
  const elsewhere = async () =>
    (await post('/sign-in', { email: mother.email, password })).headers.getSetCookie()[0]?.split(';')[0] ??
    '';
  const first = await elsewhere();
  const { html } = await page('/me/security');
  const [, id = ''] = /security\/sessions\/([^/]+)\/ends/.exec(html) ?? [];
  expect((await send(`/me/security/sessions/${id}/ends`, {})).status).toBe(303);
  expect((await ask('/me', { headers: { cookie: first } })).status).toBe(401);
  expect((await send(`/me/security/sessions/${id}/ends`, {})).status).toBe(404);
  const second = await elsewhere();
  expect(
    (await send('/me/security', { current: 'not the one', password: 'rivers run past my door' })).status,
  ).toBe(422);
  expect((await send('/me/security', { current: password, password: 'short' })).status).toBe(422);
  expect(
    (await send('/me/security', { current: password, password: 'rivers run past my door' })).status,
  ).toBe(303);
  expect((await ask('/me', { headers: { cookie: second } })).status).toBe(401);
  expect((await page('/me')).status).toBe(200);
});

test('providers are found by name, by type and by distance, and what is no place is none', async () => {
  for (const query of ['', '?q=kin', '?kind=clinic', '?near=oops'])
    expect([query, (await page(`/me/providers${query}`)).html.includes('Kin Clinic')]).toEqual([query, true]);
  for (const query of ['?kind=dentist', '?q=nowhere', '?near=6.50,3.36'])
    expect([query, (await page(`/me/providers${query}`)).html.includes('No provider found')]).toEqual([
      query,
      true,
    ]);
});

test('an open page looks again when a claim of a dependant is filed, looked at and decided', async () => {
  const stub = env.MEMBER.get(env.MEMBER.idFromName(mother.portalId));
  const open = await listen(stub, mother.principal, { see: 'claims' });
  const earlier = new Date(Date.now() - 20 * 86_400_000).toISOString().slice(0, 10);
  const number = await claimOf(child, '2020-01-01', earlier);
  const [taken] = await command(house, [{ type: 'TakeClaim', input: { number } }], house.principal);
  const input = { number, version: Number(taken?.version), recommendation: String(taken?.recommendation) };
  await command(house, [{ type: 'ApproveClaim', input }]);
  await open.until((frames) => frames.filter(({ html }) => html === '!stale').length === 3);
});
