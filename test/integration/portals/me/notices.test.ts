import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { connect } from '../../../../worker/databases/connect.ts';
import { capturedMails } from '../../../../worker/notifications/captured-mail.ts';
import { familyCover } from '../../../support/full-cover.ts';
import { ask, post } from '../../directory/people.ts';
import { command } from '../../isolation/machine.ts';
import { aLinkedPair } from '../a-linked-pair.ts';
import { anEnrollee, enrolled } from '../an-enrollee.ts';

const { house, clinic } = await aLinkedPair('Bell', { code: 'KIN', name: 'Kin Mills' }, familyCover);
const own = { clientCode: 'KIN', plan: 'FULL' };
const dependant = (principalMemberId: string, relation: 'child' | 'spouse', birthDate: string) =>
  enrolled(house, { ...own, relation, principalMemberId, firstName: 'Little', birthDate });

async function aFamily() {
  const memberId = await enrolled(house, { ...own, firstName: 'Mother' });
  const child = await dependant(memberId, 'child', '2020-01-01');
  const spouse = await anEnrollee(house, await dependant(memberId, 'spouse', '1988-02-02'));
  return { mother: await anEnrollee(house, memberId), child, spouse };
}

type Reader = { cookie: string; enrolleeId: string };
const page = async (path: string, who: Reader) =>
  (await ask(path, { headers: { cookie: who.cookie } })).text();
const send = (path: string, fields: Record<string, string>, who: Reader) =>
  post(path, fields, { cookie: who.cookie });
const rows = async (who: Reader) =>
  (
    await connect(env, `tenant-${house.id}`).execute({
      sql: 'select topic, about, what from member_notices where enrollee_id = ? order by seq',
      args: [who.enrolleeId],
    })
  ).rows.map((row) => `${row.topic} ${row.about} ${row.what}`);

const day = new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10);
const diagnosis = { code: 'B54', system: 'ICD-10' } as const;

async function claimOf(memberId: string, birthDate: string): Promise<string> {
  const input = {
    memberId,
    birthDate,
    encounterType: 'outpatient',
    startedAt: `${day}T09:00:00+01:00`,
    practitionerName: 'Dr Bisi Cole',
    diagnoses: [diagnosis],
    lines: [{ service: 'CONS', quantity: 1, unitPrice: 500_000 }],
    currency: 'NGN',
    total: 500_000,
    accident: false,
  } as const;
  const all = { ...input, diagnoses: [...input.diagnoses], lines: [...input.lines] };
  const [filed] = await command(house, [{ type: 'SubmitClaim', input: all }], clinic.principal);
  return String(filed?.number);
}

async function rejected(number: string): Promise<void> {
  const [taken] = await command(house, [{ type: 'TakeClaim', input: { number } }], house.principal);
  await command(house, [
    {
      type: 'RejectClaim',
      input: { number, version: Number(taken?.version), reasons: ['96'], sentence: 'Not covered.' },
    },
  ]);
}

test('a claim is told once a step, to whom it is about; for a minor to the principal, of a grown-up to nobody else', async () => {
  const { mother, child, spouse } = await aFamily();
  const number = await claimOf(child, '2020-01-01');
  await rejected(number);
  expect(await rows(mother)).toEqual([`claims ${number} SUBMITTED`, `claims ${number} REJECTED`]);
  const theirs = await claimOf(spouse.memberId, '1988-02-02');
  expect(await rows(spouse)).toEqual([`claims ${theirs} SUBMITTED`]);
  expect(await rows(mother)).toHaveLength(2);
  const html = await page('/me/notices', mother);
  for (const words of ['2 unread', `Claim ${number} was not approved`, 'Little', `/me/claims/${number}`])
    expect([words, html.includes(words)]).toEqual([words, true]);
  for (const secret of [theirs, 'B54', house.principal.name])
    expect([secret, html.includes(secret)]).toEqual([secret, false]);
  expect(await page('/me/notices?list=1', spouse)).not.toContain(number);
});

test('staff read none of it, and enrollees none of what staff are told', async () => {
  const { mother } = await aFamily();
  const number = await claimOf(mother.memberId, '1990-05-17');
  const staff = await ask(`/${house.slug}/notices`, { headers: { cookie: house.cookie } });
  expect(await staff.text()).not.toContain('was sent to your insurer');
  expect((await page('/me/notices', mother)).split(`Claim ${number}`)).toHaveLength(2);
});

test('read notices stay in the list and are counted no more', async () => {
  const { mother } = await aFamily();
  const number = await claimOf(mother.memberId, '1990-05-17');
  const seq = /name="seq" value="(\d+)"/.exec(await page('/me/notices', mother))?.[1] ?? '';
  expect((await send('/me/notices', { seq }, mother)).status).toBe(303);
  const html = await page('/me/notices', mother);
  expect([html.includes('Nothing unread'), html.includes(number)]).toEqual([true, true]);
});

test('what is turned off is not told; a check-in is told all the same, and so is a suspended cover', async () => {
  const { mother } = await aFamily();
  expect(
    (await send('/me/notices/preferences', { claims: 'off', authorizations: 'off' }, mother)).status,
  ).toBe(303);
  await claimOf(mother.memberId, '1990-05-17');
  expect(await rows(mother)).toEqual([]);
  const who = { memberId: mother.memberId, birthDate: '1990-05-17' };
  const clerk = { ...clinic.principal, permissions: ['facility.checkin.create'] as const };
  const [visit] = await command(house, [{ type: 'CheckIn', input: who }], clerk);
  const from = new Date().toISOString().slice(0, 10);
  const change = { change: 'suspend', from, reason: 'Premium not paid', memberId: who.memberId } as const;
  await command(house, [{ type: 'SetEnrolleeCover', input: change }]);
  expect(await rows(mother)).toEqual([
    `check-ins ${visit?.number} CHECKED_IN`,
    `coverage ${mother.enrolleeId} suspend`,
  ]);
  expect(await page('/me/notices', mother)).toContain('Cover is suspended');
});

test('by e-mail it is said that there is news, and where; which preference that was stands chosen', async () => {
  const without = await page('/me/notices', (await aFamily()).mother);
  expect(without).toContain('Your insurer sends no e-mails');
  const channels = { host: 'smtp.example.com', port: '465', security: 'tls', from: 'care@kin.example' };
  expect((await post(`/${house.slug}/settings/channels`, channels, { cookie: house.cookie })).status).toBe(
    303,
  );
  const address = 'grace@people.example';
  const self = await anEnrollee(house, await enrolled(house, { ...own, firstName: 'Grace', email: address }));
  const chosen = { claims: 'mail', authorizations: 'bell', coverage: 'bell', 'check-ins': 'bell' };
  expect((await send('/me/notices/preferences', chosen, self)).status).toBe(303);
  const html = await page('/me/notices', self);
  expect(html).toMatch(/<option value="mail" selected>/);
  const number = await claimOf(self.memberId, '1990-05-17');
  const mails = async () => (await capturedMails(env)).filter(({ to }) => to === address);
  await expect.poll(async () => (await mails()).length).toBe(1);
  const [mail] = await mails();
  expect(mail?.text).toContain(`/me/claims/${number}`);
  for (const secret of ['B54', 'Grace', 'Bell Clinic', 'Consultation'])
    expect([secret, mail?.text.includes(secret)]).toEqual([secret, false]);
});
