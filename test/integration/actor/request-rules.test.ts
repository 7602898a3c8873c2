import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { conditionsOf, type RuleConditions } from '../../../schema/domain/authorizations/auto-rules.ts';
import type { PutAuthorizationRules } from '../../../schema/forms/authorization-rules.ts';
import { tenantDatabase } from '../../../worker/queries/database.ts';
import { tryAuthorizationRule } from '../../../worker/queries/try-authorization-rule.ts';
import { inWorld, type World } from './a-desk.ts';
import { balancesOf, filedRequest, granting, requestOf, rowsOf } from './a-request.ts';
import { command, done, refusedAs } from './a-tenant.ts';
import { requestForm } from './authorization-inputs.ts';

const day_ms = 86_400_000;
const rule: Omit<PutAuthorizationRules['rules'][number], 'name' | 'on'> = {
  plans: ['FULL'],
  services: ['CONS'],
  groups: ['laboratory'],
  amountMax: 500_000,
  quantityMax: 2,
  facilityKinds: ['clinic'],
  urgencies: ['URGENT', 'ROUTINE'],
  diagnoses: [{ from: 'B50', to: 'B54' }],
  frequency: { times: 2, days: 30 },
  riskMax: 40,
};
const named = (own: Partial<PutAuthorizationRules['rules'][number]> = {}) => ({
  ...rule,
  name: 'Small tests',
  on: true,
  ...own,
});

/** Services have prices: what is paid as it is billed is never in full without a person. */
const manager = async ({ send, people }: World) => {
  const prices = [
    { service: 'CONS', from: '2020-01-01', price: 600_000 },
    { service: 'LAB-MP', from: '2020-01-01', price: 200_000 },
  ];
  done(await send(command(people.system, 'PutPrices', { tariff: 'standard', prices })));
  const person = { accountId: 'meg', name: 'Meg Udo', email: 'm@x.example', roleKey: 'claims-manager' };
  done(await send(command(people.system, 'PutStaff', { ...person, state: 'ACTIVE' })));
  return { ...people.staff, id: 'meg', name: 'Meg Udo' };
};
const on = (days: number) => new Date(Date.now() + days * day_ms).toISOString().slice(0, 10);
const tried = ({ people, now }: World, conditions: RuleConditions = rule) =>
  tryAuthorizationRule(tenantDatabase(env, people.id), conditions, now());

/** Tries a rule, keeps what came of it, and switches it on. */
async function switchedOn(world: World, own: Partial<typeof rule> = {}) {
  const meg = await manager(world);
  const { conditions, requests, would, rejected } = await tried(world, { ...rule, ...own });
  const trial = { conditions, requests, would, rejected };
  done(await world.send(command(meg, 'RecordRuleTrial', trial)));
  return done(await world.send(command(meg, 'PutAuthorizationRules', { rules: [named(own)] })));
}

test('a rule that was never tried as it is cannot be switched on', () =>
  inWorld(async (world) => {
    const meg = await manager(world);
    const put = (rules: ReturnType<typeof named>[]) =>
      world.send(command(meg, 'PutAuthorizationRules', { rules }));
    expect(await put([named()])).toMatchObject({
      code: 'invalid',
      errors: [{ field: 'rules.0.on', message: expect.stringContaining('last 90 days') }],
    });
    expect(done(await put([named({ on: false })]))).toEqual({ rules: 1, on: 0 });
    const trial = { conditions: conditionsOf(rule), requests: 0, would: 0, rejected: 0 };
    done(await world.send(command(meg, 'RecordRuleTrial', trial)));
    expect(done(await put([named()]))).toEqual({ rules: 1, on: 1 });
    expect(await put([named({ amountMax: 600_000 })])).toMatchObject({ errors: [{ field: 'rules.0.on' }] });
    expect(await put([named({ plans: ['NONE'], on: false }), named({ on: false })])).toMatchObject({
      errors: [{ field: 'rules.0.plans.0' }, { field: 'rules.1.name' }],
    });
    expect(refusedAs(await world.send(command(world.people.staff, 'RecordRuleTrial', trial)))).toBe(
      'forbidden',
    );
    const [stored] = await rowsOf(world, `select json(data) as data from settings`);
    expect(JSON.parse(String(stored?.data)).autoRules[0].tried).toMatchObject({
      conditions: conditionsOf(rule),
    });
  }));

test('what was tried long ago is tried again before it is switched on; what is on stays on', () =>
  inWorld(async (world) => {
    const meg = await manager(world);
    const put = (own: Parameters<typeof named>[0]) =>
      world.send(command(meg, 'PutAuthorizationRules', { rules: [named(own)] }));
    const tries = async () =>
      done(
        await world.send(
          command(meg, 'RecordRuleTrial', {
            conditions: conditionsOf(rule),
            requests: 0,
            would: 0,
            rejected: 0,
          }),
        ),
      );
    await tries();
    done(await put({ on: false }));
    world.later(8 * day_ms);
    expect(await put({})).toMatchObject({ errors: [{ field: 'rules.0.on' }] });
    await tries();
    done(await put({}));
    world.later(30 * day_ms);
    expect(done(await put({ name: 'Small tests, as before' }))).toEqual({ rules: 1, on: 1 });
    done(await put({ on: false }));
    expect(await put({})).toMatchObject({ errors: [{ field: 'rules.0.on' }] });
  }));

test('a request that matches is answered in the same command: with its code, the rule by name, and reserved', () =>
  inWorld(async (world) => {
    expect(await switchedOn(world)).toEqual({ rules: 1, on: 1 });
    const { people, send } = world;
    const asking = command(people.facility, 'RequestAuthorization', requestForm());
    const outcome = done(await send(asking));
    expect(outcome).toMatchObject({ state: 'APPROVED', code: expect.stringContaining('TST-PA-') });
    expect(done(await send(asking))).toEqual(outcome);
    const number = 'number' in outcome ? outcome.number : '';
    const one = await requestOf(world, number);
    expect(one).toMatchObject({ rule: 'Small tests', decidedBy: null, dueAt: null, approved: 800_000 });
    expect(one.history.at(-1)).toMatchObject({ what: 'approved', by: 'Small tests' });
    expect(await balancesOf(world)).toEqual({ reserved: 800_000, used: 0 });
    expect(await rowsOf(world, "select kind from notices where kind = 'authorization-requested'")).toEqual(
      [],
    );
    expect(await world.findings()).toEqual([]);
  }));

test.each([
  ['another urgency', { urgency: 'EMERGENCY' as const }, {}],
  ['another diagnosis', { diagnoses: [{ code: 'J06.9' }] }, {}],
  ['more units', { lines: [{ service: 'LAB-MP', quantity: 3, unitPrice: 100_000 }] }, {}],
  ['more money', { lines: [{ service: 'CONS', quantity: 1, unitPrice: 500_001 }] }, {}],
  ['another kind of facility', {}, { facilityKinds: ['hospital' as const] }],
  ['another service', {}, { services: ['CONS'], groups: [] }],
])('%s: a person decides', (_, changes, conditions) =>
  inWorld(async (world) => {
    await switchedOn(world, conditions as never);
    const number = await filedRequest(world, changes as never);
    expect(await requestOf(world, number)).toMatchObject({ state: 'REQUESTED', rule: null, code: null });
  }),
);

test('no oftener than the rule says: what was granted counts, whoever granted it', () =>
  inWorld(async (world) => {
    await manager(world);
    const first = await filedRequest(world, { serviceDate: on(2) });
    done(await world.send(await granting(world, first)));
    await switchedOn(world);
    const states = [];
    for (const days of [5, 9, 40]) {
      const number = await filedRequest(world, { serviceDate: on(days) });
      states.push((await requestOf(world, number)).state);
    }
    expect(states).toEqual(['APPROVED', 'REQUESTED', 'APPROVED']);
  }));

test('tried on the past: how many it would have approved, and which of them people rejected', () =>
  inWorld(async (world) => {
    const { people, send, later } = world;
    await manager(world);
    const number = await filedRequest(world, { serviceDate: on(2) });
    done(await send(await granting(world, number)));
    const other = await filedRequest(world, { serviceDate: on(3) });
    const reject = {
      number: other,
      version: 1,
      verdict: 'reject' as const,
      reasons: ['50'],
      sentence: 'No.',
    };
    done(await send(command(people.staff, 'DecideAuthorization', reject)));
    const big = await filedRequest(world, { lines: [{ service: 'CONS', quantity: 3, unitPrice: 10 }] });
    done(await send(await granting(world, big)));
    await filedRequest(world, { serviceDate: on(4) });
    expect(await tried(world)).toMatchObject({
      requests: 3,
      would: 2,
      rejected: 1,
      cut: false,
      examples: [{ number: other, reasons: ['50'], requested: 800_000 }],
    });
    expect(await tried(world, { ...rule, frequency: { times: 1, days: 30 } })).toMatchObject({ would: 1 });
    later(91 * day_ms);
    expect(await tried(world)).toMatchObject({ requests: 0, would: 0 });
  }));
