import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { planView } from '../../../schema/api/plan-view.ts';
import { connect } from '../../../worker/databases/connect.ts';
import { anInsurer, ask, type Insurer, tenantKey } from './an-integrator.ts';

let insurer: Insurer;
beforeAll(async () => {
  insurer = await anInsurer();
});

const put = (code: string, body: unknown, key = insurer.key) =>
  ask('PUT', `/v1/plans/${code}`, { key, body });
const get = (path: string, key = insurer.key) => ask('GET', `/v1/plans/${path}`, { key });
const entries = async () =>
  Number(
    (await connect(env, `tenant-${insurer.tenantId}`).execute('select max(seq) as n from journal')).rows[0]
      ?.n,
  );

const opd = { code: 'OPD', name: 'Out-patient', category: 'outpatient', groups: ['consultation'] };
const plan = (change: object = {}) => ({
  name: 'Gold',
  from: '2026-01-01',
  rules: { benefits: [opd] },
  ...change,
});

test('a plan is made, read as it was sent, and given a version when its rules change', async () => {
  const made = await put('GOLD', plan());
  expect([made.status, made.headers.get('location')]).toEqual([201, '/v1/plans/GOLD']);
  expect(planView.parse(made.body)).toMatchObject({ ...plan(), code: 'GOLD', scheme: 'private', version: 1 });
  expect(await get('GOLD')).toMatchObject({ status: 200, body: made.body });

  const rules = { benefits: [{ ...opd, waitingDays: 30 }] };
  const next = await put('GOLD', plan({ from: '2099-01-01', rules }));
  expect([next.status, next.body.version, next.body.versions]).toEqual([
    200,
    2,
    [
      { version: 1, from: '2026-01-01' },
      { version: 2, from: '2099-01-01' },
    ],
  ]);
  expect((await get('GOLD?version=1')).body.rules).toEqual(made.body.rules);
  expect((await get('GOLD?version=3')).status).toBe(404);
  expect((await get('GOLD?version=x')).status).toBe(422);
});

test('a plan sent again as it is writes nothing; renamed, it gets no version', async () => {
  const first = await put('SILVER', plan());
  const before = await entries();
  expect(await put('SILVER', plan())).toMatchObject({ status: 200, body: first.body });
  expect(await put('SILVER', plan({ from: '2050-01-01' }))).toMatchObject({ status: 200, body: first.body });
  expect(await entries()).toBe(before);
  const renamed = await put('SILVER', plan({ name: 'Silver', scheme: 'nhia' }));
  expect(renamed.body).toEqual({ ...first.body, name: 'Silver', scheme: 'nhia' });
});

test('a plan is made once however often it is sent at the same time', async () => {
  const answers = await Promise.all(Array.from({ length: 6 }, () => put('STORM', plan())));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(answers.map(({ body }) => body.version)).toEqual(Array(6).fill(1));
});

test.each([
  [{ name: ' ' }, 'name'],
  [{ scheme: 'magic' }, 'scheme'],
  [{ from: '2026-02-30' }, 'from'],
  [{ rules: {} }, 'rules.benefits'],
  [{ rules: { benefits: [{ ...opd, groups: ['magic'] }] } }, 'rules.benefits.0.groups.0'],
  [{ rules: { benefits: [{ ...opd, services: ['NONE'] }] } }, 'rules.benefits.0.services.0'],
  [{ rules: { benefits: [opd, opd] } }, 'rules.benefits.1.code'],
  [{ rules: { benefits: [{ ...opd, limits: { visit: -1 } }] } }, 'rules.benefits.0.limits.visit'],
  [{ rules: { benefits: [{ ...opd, limits: { visit: 2, period: 1 } }] } }, 'rules.benefits.0.limits.visit'],
  [{ rules: { benefits: [{ ...opd, magic: true }] } }, 'rules.benefits.0.magic'],
])('a plan with %j is refused by the field', async (mistake, field) => {
  const refused = await put('WRONG', plan(mistake));
  expect([refused.status, refused.body.code]).toEqual([422, 'invalid']);
  expect(refused.body.errors.map((error) => error.field)).toContain(field);
  expect((await get('WRONG')).status).toBe(404);
});

test('a plan takes the scope that publishes, reading it the one that shows it, and strangers find nothing', async () => {
  await put('MINE', plan());
  const reader = await tenantKey(insurer.tenantId, ['plan.view']);
  const publisher = await tenantKey(insurer.tenantId, ['plan.publish']);
  expect((await get('MINE', reader)).status).toBe(200);
  expect((await put('MINE', plan(), reader)).status).toBe(403);
  expect((await put('MINE', plan(), publisher)).status).toBe(200);
  expect((await get('MINE', publisher)).status).toBe(403);
  const stranger = await anInsurer();
  expect((await get('MINE', stranger.key)).status).toBe(404);
});

test('integrators are told that a plan changed', async () => {
  await put('TOLD', plan());
  const events = await ask('GET', '/v1/events?limit=500', { key: insurer.key });
  expect(events.body.data.map(({ subject }) => subject)).toContainEqual({ about: 'plan', id: 'TOLD' });
});
