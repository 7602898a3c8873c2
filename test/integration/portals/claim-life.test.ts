import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { connect } from '../../../worker/databases/connect.ts';
import { fullCover } from '../../support/full-cover.ts';
import { ask, cookieOf, password, post } from '../directory/people.ts';
import { account, command } from '../isolation/machine.ts';
import { makeWorld, type World } from '../isolation/world.ts';

let world: World;
let manager: string;
let adjudicator: string;
let billing: string;
let day = 0;

/** Signs in somebody with this role, by the organisation's own record. */
async function someone(of: World['tenant'], role: string): Promise<string> {
  const { id, email, name } = await account(`A ${role}`, password);
  const input = { accountId: id, name, email, roleKey: role, state: 'ACTIVE' } as const;
  await command(of, [{ type: 'PutStaff', input }]);
  return cookieOf(await post('/sign-in', { email, password }));
}

const straightThrough = { on: false, name: 'Own', amountMax: 0, riskMax: 0, sampleOneIn: 20 };
const looksFirst = (receivesAutomatically: boolean) =>
  command(world.tenant, [
    { type: 'PutClaimRules', input: { filingWindowDays: null, receivesAutomatically, straightThrough } },
  ]);

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
  await connect(env, 'reference').execute(
    "insert into icd10 (code, description, billable) values ('B50.9', 'Malaria', 1) on conflict do nothing",
  );
  manager = await someone(world.tenant, 'claims-manager');
  adjudicator = await someone(world.tenant, 'adjudicator');
  billing = await someone(world.facility, 'billing');
});

/** A claim of one line, filed by the facility. */
async function filed(): Promise<string> {
  day += 1;
  const input = {
    enrolleeExternalId: 'person-1',
    birthDate: '1990-05-17',
    encounterType: 'outpatient' as const,
    startedAt: `2026-11-${String(day).padStart(2, '0')}T09:00:00+01:00`,
    practitionerName: 'Dr Else',
    diagnoses: [{ code: 'B50.9', system: 'ICD-10' }],
    lines: [{ service: 'consultation', quantity: 2, unitPrice: 500_000 }],
    currency: 'NGN',
    total: 1_000_000,
    accident: false,
  };
  const [claim] = await command(world.tenant, [{ type: 'SubmitClaim', input }], world.facility.principal);
  return String(claim?.number);
}

const staffPage = async (number: string, cookie = manager) =>
  (await ask(`/${world.tenant.slug}/claims/${number}`, { headers: { cookie } })).text();
const facilityClaim = (number: string) => `/provider/claims/${world.tenant.id}/${number}`;
const facilityPage = async (number: string) =>
  (await ask(facilityClaim(number), { headers: { cookie: billing } })).text();
const hidden = (page: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
const staffPost = (number: string, rest: string, fields: Record<string, string>, cookie = manager) =>
  post(`/${world.tenant.slug}/claims/${number}/${rest}`, fields, { cookie });

/** A claim that staff have asked about. */
async function queried(): Promise<string> {
  const number = await filed();
  await staffPost(number, 'lease', {});
  const version = hidden(await staffPage(number), 'version');
  const question = { outcome: 'query', version, question: 'Why two?', wanted: 'Prescription' };
  const asked = await staffPost(number, 'decisions', { ...question, wantedOther: 'Nurse chart, X-ray' });
  expect(asked.status).toBe(303);
  return number;
}

test('where the insurer looks first, a claim is received by hand, or refused without being received', async () => {
  await looksFirst(false);
  const [one, two] = [await filed(), await filed()];
  const list = await (
    await ask(`/${world.tenant.slug}/claims?view=submitted`, { headers: { cookie: manager } })
  ).text();
  expect(list).toContain(one);
  expect(await staffPage(one)).toContain('Reject without receiving');
  expect((await staffPost(one, 'receipts', {})).status).toBe(303);
  expect(await staffPage(one)).toContain('Received');
  const version = hidden(await staffPage(two), 'version');
  const without = await staffPost(two, 'decisions', { outcome: 'reject', version, sentence: 'No.' });
  expect(without.status).toBe(422);
  expect(await without.text()).toContain('Choose a reason');
  const fields = { outcome: 'reject', version, 'reasons.0': '16', sentence: 'The report is missing.' };
  expect((await staffPost(two, 'decisions', fields)).status).toBe(303);
  expect(await staffPage(two)).toContain('Rejected');
  await looksFirst(true);
});

test('a query lists the files it wants; its answer corrects lines without script; staff see old and new', async () => {
  const number = await queried();
  const page = await facilityPage(number);
  for (const wanted of ['Prescription', 'Nurse chart', 'X-ray', 'Answer by']) expect(page).toContain(wanted);
  const line = {
    lines: 'shown',
    'lines.0.line': '1',
    'lines.0.service': 'consultation',
    'lines.0.quantity': '2',
    'lines.0.unitPrice': '5,000.00',
    'lines.0.serviceDate': '',
  };
  const to = `${facilityClaim(number)}/answers`;
  const send = (fields: Record<string, string>) => post(to, { ...line, ...fields }, { cookie: billing });
  const added = await (await send({ answer: 'One.', add: 'lines' })).text();
  expect(added).toContain('name="lines.1.quantity"');
  expect(added).toContain('One.</textarea>');
  const wrong = await send({ answer: '', go: 'send', 'lines.0.quantity': '0', 'lines.1.service': 'NONE' });
  expect(wrong.status).toBe(422);
  const errors = await wrong.text();
  for (const error of ['Write the answer.', 'Enter at least 1.', 'Enter how many.'])
    expect(errors).toContain(error);
  expect((await send({ answer: 'One.', go: 'send', 'lines.0.quantity': '1' })).status).toBe(303);
  const shown = await staffPage(number);
  expect(shown).toContain('Corrected lines');
  expect(shown).toContain('1 × 5,000.00');
  expect(shown).toContain('2 × 5,000.00');
});

test('a facility withdraws a claim, and what it may not withdraw it is told', async () => {
  const number = await filed();
  expect(await facilityPage(number)).toContain('Withdraw the claim');
  const withdraw = () => post(`${facilityClaim(number)}/withdrawals`, {}, { cookie: billing });
  expect((await withdraw()).status).toBe(303);
  const again = await withdraw();
  expect(again.status).toBe(409);
  expect(await again.text()).toContain('is withdrawn');
  expect(await facilityPage(number)).not.toContain('Withdraw the claim');
});

test('a rejected claim is corrected and filed again: a draft with all that was said, and both name each other', async () => {
  const number = await filed();
  await staffPost(number, 'lease', {});
  const version = hidden(await staffPage(number), 'version');
  const fields = { outcome: 'reject', version, 'reasons.0': '16', sentence: 'No report.' };
  await staffPost(number, 'decisions', fields);
  expect(await facilityPage(number)).toContain('Correct and file again');
  const begun = await post(`${facilityClaim(number)}/replacements`, {}, { cookie: billing });
  const draft = begun.headers.get('location') ?? '';
  const patient = await (await ask(draft, { headers: { cookie: billing } })).text();
  expect(patient).toContain(number);
  expect(patient).toContain('Dr Else');
  // It was filed by program, under an id: the birth date is not told.
  expect(patient).not.toContain('1990-05-17');
  const step = { version: hidden(patient, 'version'), go: 'review', birthDate: '1990-05-17' };
  await post(draft, { ...step, 'diagnoses.0.code': 'B50.9' }, { cookie: billing });
  const submission = draft.replace('/patient', '/submission');
  const answered = await post(submission, {}, { cookie: billing });
  expect([answered.status, answered.headers.get('location')]).toEqual([303, expect.stringContaining('CLM-')]);
  const next = answered.headers.get('location')?.split('/').at(-1) ?? '';
  expect(await staffPage(next)).toContain(`Corrects <a href="/${world.tenant.slug}/claims/${number}"`);
  expect(await facilityPage(number)).toContain(next);
  expect(await facilityPage(number)).not.toContain('Correct and file again');
});

test('staff enter a claim for a facility without script; it is marked, and they may not approve it themselves', async () => {
  const to = `/${world.tenant.slug}/claims/new`;
  const send = (fields: Record<string, string>) => post(to, fields, { cookie: adjudicator });
  const empty = await send({ go: 'file' });
  expect(empty.status).toBe(422);
  const errors = await empty.text();
  for (const error of [
    'Choose the facility.',
    'Enter the birth date',
    'Name at least one diagnosis',
    'Add at least one line',
  ])
    expect([error, errors.includes(error)]).toEqual([error, true]);
  const [{ memberId = '' } = {}] = await people();
  const fields = {
    tenantId: world.facility.id,
    memberId,
    birthDate: '1990-05-17',
    encounterType: 'outpatient',
    startedAt: '2026-10-20T09:00',
    practitionerName: 'Dr Paper',
    'diagnoses.0.code': 'B50.9',
    'lines.0.service': 'consultation',
    'lines.0.quantity': '1',
    'lines.0.unitPrice': '5000',
    'lines.0.serviceDate': '',
  };
  const checked = await (await send({ ...fields, go: 'check' })).text();
  expect(checked).toContain('What it comes to');
  const done = await send({ ...fields, go: 'file' });
  expect(done.status).toBe(303);
  const number = done.headers.get('location')?.split('/').at(-1) ?? '';
  await staffPost(number, 'lease', {}, adjudicator);
  const page = await staffPage(number, adjudicator);
  expect(page).toContain('Entered by <bdi>A adjudicator</bdi>');
  const approval = {
    outcome: 'approve',
    version: hidden(page, 'version'),
    recommendation: hidden(page, 'recommendation'),
    seen: hidden(page, 'seen'),
  };
  const own = await staffPost(number, 'decisions', approval, adjudicator);
  expect(await own.text()).toContain('You entered this claim: somebody else must approve it.');
});

async function people(): Promise<{ memberId: string }[]> {
  const { rows } = await connect(env, `tenant-${world.tenant.id}`).execute(
    "select member_id as memberId from enrollees where external_id = 'person-1'",
  );
  return rows.map(({ memberId }) => ({ memberId: String(memberId) }));
}
