import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { clientView, enrolleePage, enrolleeView } from '../../../schema/api/member-views.ts';
import { addDays, dateIn } from '../../../schema/domain/dates.ts';
import { firstOfNextMonth } from '../../../schema/domain/members/months.ts';
import { blankBenefit, blankRules } from '../../../schema/domain/plans/blank-rules.ts';
import { freshId } from '../../../worker/command.ts';
import { connect } from '../../../worker/databases/connect.ts';
import { anInsurer, ask, type Insurer, tenantDoes, tenantKey } from './an-integrator.ts';

const today = dateIn('Africa/Lagos', Date.now());
let insurer: Insurer;

const put = (path: string, body: unknown) => ask('PUT', path, { key: insurer.key, body });
const get = (path: string) => ask('GET', path, { key: insurer.key });
const post = (path: string, body: unknown, id = freshId(), key = insurer.key) =>
  ask('POST', path, { key, body, headers: { 'idempotency-key': id } });
const entries = async () =>
  Number(
    (await connect(env, `tenant-${insurer.tenantId}`).execute('select max(seq) as n from journal')).rows[0]
      ?.n,
  );

const acme = {
  name: 'Acme Foods Plc',
  contacts: [{ name: 'Bisi Ade', role: 'HR', email: 'hr@acme.example', phone: null }],
  contracts: [{ from: '2024-01-01', to: '2099-12-31' }],
  offers: [
    { plan: 'GOLD', premium: 12_500_000, per: 'year' },
    { plan: 'SILVER', premium: 700_000, per: 'month' },
  ],
  waivesWaiting: true,
};
const ada = {
  clientCode: 'ACME',
  firstName: 'Ada',
  lastName: 'Eze',
  birthDate: '1988-04-17',
  sex: 'female',
  coverFrom: '2025-01-01',
  phone: '+234 803 555 0142',
  plan: 'GOLD',
  nin: '12345678901',
  primaryFacilityExternalId: 'fac-a',
};

beforeAll(async () => {
  insurer = await anInsurer();
  const rules = {
    ...blankRules,
    benefits: [{ ...blankBenefit('OPD', 'Visits', 'outpatient'), groups: ['consultation'] }],
    dependants: { spouse: true, childrenUnder: 21, other: false, most: 2 },
  };
  for (const code of ['GOLD', 'SILVER', 'BRONZE']) {
    const input = { code, name: code, scheme: 'private', from: '2024-01-01', rules } as const;
    await tenantDoes(insurer.tenantId, { type: 'PutPlanVersion', input });
  }
  await put('/v1/clients/ACME', acme);
  await put('/v1/enrollees/ada', ada);
  const child = { ...ada, firstName: 'Obi', birthDate: '2019-01-01', plan: undefined, nin: undefined };
  await put('/v1/enrollees/obi', { ...child, relation: 'child', principalExternalId: 'ada' });
});

test('a client is created, read as it was sent, sent again without a word, and changed', async () => {
  const read = await get('/v1/clients/ACME');
  expect(clientView.parse(read.body)).toMatchObject({ code: 'ACME', ...acme, cover: 'ACTIVE', people: 2 });
  const before = await entries();
  expect(await put('/v1/clients/ACME', acme)).toMatchObject({ status: 200, body: read.body });
  expect(await entries()).toBe(before);
  const renamed = await put('/v1/clients/ACME', { ...acme, name: 'Acme' });
  expect([renamed.status, renamed.body.name]).toEqual([200, 'Acme']);
  expect((await put('/v1/clients/BETA', { name: 'Beta' })).status).toBe(201);
  const wrong = await put('/v1/clients/BETA', {
    name: 'Beta',
    contracts: [{ from: '2026-02-01', to: '2026-01-01' }],
    offers: [{ plan: 'NONE', premium: 1, per: 'year' }],
  });
  expect(wrong.body.errors.map((error) => error.field)).toEqual(['contracts.0.to', 'offers.0.plan']);
  expect((await get('/v1/clients/GONE')).status).toBe(404);
});

test('an enrollee has a plan, a primary facility and masked numbers; a dependant follows the principal', async () => {
  const read = enrolleeView.parse((await get('/v1/enrollees/ada')).body);
  expect(read).toMatchObject({
    cover: 'ACTIVE',
    plan: 'GOLD',
    nextPlan: null,
    nin: '•••••••8901',
    primaryFacilityExternalId: 'fac-a',
  });
  expect(enrolleeView.parse((await get('/v1/enrollees/obi')).body)).toMatchObject({
    clientCode: 'ACME',
    plan: 'GOLD',
    principalMemberId: read.memberId,
  });
});

test('what is left out of a plan or a number stays; the same again writes nothing', async () => {
  const before = await entries();
  const { nin: _, plan: __, primaryFacilityExternalId: ___, ...less } = ada;
  expect((await put('/v1/enrollees/ada', less)).status).toBe(200);
  expect((await put('/v1/enrollees/ada', ada)).status).toBe(200);
  expect(await entries()).toBe(before);
});

test.each([
  [{ plan: 'BRONZE' }, 'plan', /does not offer/],
  [{ plan: 'NONE' }, 'plan', /no plan NONE/],
  [{ nin: '12' }, 'nin', /11 digits/],
  [{ phone: '12' }, 'phone', /digits/],
  [{ birthDate: '2099-01-01' }, 'birthDate', /future/],
  [{ primaryFacilityExternalId: 'nowhere' }, 'primaryFacilityExternalId', /no facility/],
  [{ relation: 'other', principalExternalId: 'ada' }, 'plan', /no dependants but/],
])('%j is refused in words', async (mistake, field, words) => {
  const refused = await put('/v1/enrollees/wrong', { ...ada, ...mistake });
  expect(refused.status).toBe(422);
  const error = refused.body.errors.find((each) => each.field === field);
  expect(error?.message).toMatch(words);
  expect((await get('/v1/enrollees/wrong')).status).toBe(404);
});

test('people are listed by pages and filters, each once, and searched', async () => {
  const everybody = enrolleePage.parse((await get('/v1/enrollees')).body);
  expect(everybody.next).toBeNull();
  const seen: string[] = [];
  let cursor = '';
  do {
    const page = enrolleePage.parse((await get(`/v1/enrollees?limit=1${cursor}`)).body);
    seen.push(...page.data.map(({ memberId }) => memberId));
    cursor = page.next === null ? '' : `&cursor=${page.next}`;
  } while (cursor !== '');
  expect(seen).toEqual(everybody.data.map(({ memberId }) => memberId));
  const found = async (query: string) => {
    const { data } = enrolleePage.parse((await get(`/v1/enrollees?${query}`)).body);
    return data.map(({ firstName }) => firstName).toSorted();
  };
  expect(await found('client=ACME')).toEqual(['Ada', 'Obi']);
  expect(await found('client=ACME&plan=SILVER')).toEqual([]);
  expect(await found('plan=GOLD&cover=ACTIVE')).toEqual(['Ada', 'Obi']);
  expect(await found('cover=TERMINATED')).toEqual([]);
  expect(await found('q=ez')).toEqual(['Ada', 'Obi']);
  expect(await found('q=ada%20eze')).toEqual(['Ada']);
  expect(await found('q=0803-555-0142&client=ACME')).toEqual(['Ada', 'Obi']);
  expect(await found(`q=${everybody.data.at(0)?.memberId}`)).toHaveLength(1);
  for (const wrong of ['cursor=!', 'cover=GONE', 'limit=0', 'plan=a'])
    expect((await get(`/v1/enrollees?${wrong}`)).status, wrong).toBe(422);
  expect((await get('/v1/enrollees?cursor=AAAA')).status).toBe(422);
});

test('a cover is suspended, and ended only with the scope for that; sent again it does nothing new', async () => {
  const path = '/v1/enrollees/obi/cover';
  const suspend = { change: 'suspend', from: today, reason: 'Away' };
  const id = freshId();
  const first = await post(path, suspend, id);
  expect([first.status, first.body.reviewFrom]).toEqual([200, null]);
  const before = await entries();
  expect((await post(path, suspend, id)).body).toEqual(first.body);
  expect(await entries()).toBe(before);
  expect((await get('/v1/enrollees/obi')).body.cover).toBe('SUSPENDED');
  const listed = enrolleePage.parse((await get('/v1/enrollees?cover=SUSPENDED')).body).data;
  expect(listed.map(({ firstName }) => firstName)).toEqual(['Obi']);

  const key = await tenantKey(insurer.tenantId, ['enrollee.suspend']);
  const end = { change: 'terminate', from: addDays(today, 1), reason: 'Left' };
  expect((await post(path, end, freshId(), key)).status).toBe(403);
  expect((await post(path, end)).status).toBe(200);
  const tooFar = await post(path, { ...suspend, from: addDays(today, -31) });
  expect([tooFar.status, tooFar.body.errors[0]?.field]).toEqual([422, 'from']);
  expect((await post('/v1/enrollees/nobody/cover', suspend)).status).toBe(404);
});

test('a move takes effect next month and shows until then; the present plan takes it back', async () => {
  const path = '/v1/enrollees/ada/plan-moves';
  const from = firstOfNextMonth(today);
  const moved = await post(path, { plan: 'SILVER' });
  expect([moved.status, moved.body.from, moved.body.takenBack]).toEqual([200, from, false]);
  expect((await get('/v1/enrollees/ada')).body).toMatchObject({
    plan: 'GOLD',
    nextPlan: 'SILVER',
    nextPlanFrom: from,
  });
  expect((await post(path, { plan: 'BRONZE' })).status).toBe(422);
  expect((await post(path, { plan: 'GOLD' })).body.takenBack).toBe(true);
  expect((await put('/v1/enrollees/ada', { ...ada, plan: 'SILVER' })).body.nextPlan).toBe('SILVER');
  expect((await post('/v1/enrollees/nobody/plan-moves', { plan: 'GOLD' })).status).toBe(404);
});
