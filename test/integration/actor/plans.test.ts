import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { blankBenefit, blankRules } from '../../../schema/domain/plans/blank-rules.ts';
import type { PlanRules } from '../../../schema/domain/plans/plan.ts';
import { connect } from '../../../worker/databases/connect.ts';
import { inWorld, type World } from './a-desk.ts';
import { command, done, refusedAs } from './a-tenant.ts';

const opd = { ...blankBenefit('OPD', 'Out-patient', 'outpatient'), groups: ['consultation'] };
const rules = (waitingDays: number): PlanRules => ({ ...blankRules, benefits: [{ ...opd, waitingDays }] });
const gold = { code: 'GOLD', name: 'Gold', scheme: 'private' } as const;
/** A day that has not come, whenever this runs. */
const later = '2099-01-01';

const sql = ({ people }: World, text: string) => connect(env, `tenant-${people.id}`).execute(text);

const editor = ({ people, send }: World, actor?: Parameters<World['send']>[1]) => ({
  create: (input: { rules?: PlanRules } = {}) =>
    send(command(people.system, 'CreatePlan', { ...gold, ...input }), actor),
  save: (revision: number, saved?: PlanRules) =>
    send(command(people.system, 'SavePlanDraft', { code: 'GOLD', revision, rules: saved }), actor),
  discard: (revision: number) =>
    send(command(people.system, 'DiscardPlanDraft', { code: 'GOLD', revision }), actor),
  publish: (revision: number, from: string) =>
    send(command(people.system, 'PublishPlan', { code: 'GOLD', revision, from }), actor),
  put: (from: string, said: PlanRules) =>
    send(command(people.system, 'PutPlanVersion', { ...gold, from, rules: said }), actor),
});

test('a plan is drafted, published and drafted anew from what was published', () =>
  inWorld(async (world) => {
    const edit = editor(world);
    done(await edit.create({ rules: rules(0) }));
    expect(done(await edit.save(1, rules(30)))).toEqual({ code: 'GOLD', revision: 2 });
    expect(done(await edit.publish(2, '2020-01-01'))).toEqual({ code: 'GOLD', version: 1 });
    expect(done(await edit.save(3))).toEqual({ code: 'GOLD', revision: 4 });
    // A rename and a waking in between change nothing of it.
    const { people, send, another } = world;
    const awake = another();
    done(await send(command(people.system, 'ChangePlan', { ...gold, name: 'Gold Plus' }), awake));
    const again = editor(world, awake);
    expect(done(await again.publish(4, later))).toEqual({ code: 'GOLD', version: 2 });
    const { rows } = await sql(
      world,
      "select version, from_date, rules->>'$.benefits[0].waitingDays' w from plan_versions where plan <> 'FULL' order by version",
    );
    expect(rows.map(({ version, from_date, w }) => [version, from_date, w])).toEqual([
      [1, '2020-01-01', 30],
      [2, later, 30],
    ]);
    expect((await sql(world, "select name from plans where code <> 'FULL'")).rows[0]?.name).toBe('Gold Plus');
  }));

test('a draft is saved, discarded and published as it was seen, or not at all', () =>
  inWorld(async (world) => {
    const edit = editor(world);
    expect(refusedAs(await edit.save(0))).toBe('not_found');
    done(await edit.create());
    expect(refusedAs(await edit.discard(0))).toBe('not_found');
    expect(refusedAs(await edit.publish(0, later))).toBe('wrong_state');
    done(await edit.save(0));
    expect(refusedAs(await edit.save(1))).toBe('wrong_state');
    const both = await Promise.all([edit.save(1, rules(1)), edit.save(1, rules(2))]);
    expect(both.map((answer) => answer.refused === true)).toEqual([false, true]);
    expect(both[1]).toMatchObject({ code: 'stale' });
    for (const stale of [edit.save(1, rules(3)), edit.discard(1), edit.publish(1, later)])
      expect(refusedAs(await stale)).toBe('stale');
    done(await edit.discard(2));
    expect(await edit.save(2, rules(1))).toMatchObject({ code: 'stale' });
    expect(refusedAs(await edit.discard(3))).toBe('wrong_state');
    done(await edit.save(3, rules(1)));
  }));

test('what is published fits together, and begins when it may', () =>
  inWorld(async (world) => {
    const edit = editor(world);
    done(await edit.create({ rules: blankRules }));
    expect(await edit.publish(1, '2020-01-01')).toMatchObject({
      code: 'invalid',
      errors: [{ field: 'benefits' }],
    });
    const bad = { ...opd, groups: ['magic'], services: ['NONE', 'CONS'] };
    done(await edit.save(1, { ...blankRules, benefits: [bad] }));
    expect(await edit.publish(2, '2020-01-01')).toMatchObject({
      errors: [{ field: 'benefits.0.groups.0' }, { field: 'benefits.0.services.0' }],
    });
    done(await edit.save(2, rules(0)));
    done(await edit.publish(3, '2020-01-01'));
    done(await edit.save(4));
    for (const from of ['2019-12-31', '2020-01-01', '2020-01-02'])
      expect(await edit.publish(5, from)).toMatchObject({ code: 'invalid', errors: [{ field: 'from' }] });
    done(await edit.publish(5, later));
    expect(await edit.create()).toMatchObject({ code: 'invalid', errors: [{ field: 'code' }] });
  }));

test('a plan put by an integrator gets a version when its rules change, and only then', () =>
  inWorld(async (world) => {
    const edit = editor(world);
    expect(await edit.put('2020-01-01', blankRules)).toMatchObject({ errors: [{ field: 'rules.benefits' }] });
    expect(done(await edit.put('2020-01-01', rules(1)))).toMatchObject({ version: 1, created: true });
    expect(done(await edit.put('2020-01-01', rules(1)))).toMatchObject({ version: 1, created: false });
    expect(await edit.put('2020-01-01', rules(2))).toMatchObject({ errors: [{ field: 'from' }] });
    expect(done(await edit.put(later, rules(2)))).toMatchObject({ version: 2, created: false });
    expect((await sql(world, "select count(*) n from plan_versions where plan <> 'FULL'")).rows[0]?.n).toBe(
      2,
    );
  }));

test('a plan is retired from a day on, and taken back into use', () =>
  inWorld(async (world) => {
    const { people, send } = world;
    done(await editor(world).create());
    for (const from of [later, null]) {
      done(await send(command(people.system, 'RetirePlan', { code: 'GOLD', from })));
      expect((await sql(world, "select retired_from d from plans where code <> 'FULL'")).rows[0]?.d).toBe(
        from,
      );
    }
    expect(refusedAs(await send(command(people.system, 'RetirePlan', { code: 'NONE', from: null })))).toBe(
      'not_found',
    );
  }));

test('a service belongs to a group that is there, and groups can be added', () =>
  inWorld(async ({ people, send }) => {
    const scan = { externalId: 'SCAN', name: 'Scan', group: 'scans', unit: 'each', active: true } as const;
    const put = () => send(command(people.system, 'PutService', scan));
    expect(await put()).toMatchObject({ code: 'invalid', errors: [{ field: 'group' }] });
    const group = (name: string) => send(command(people.system, 'PutServiceGroup', { code: 'scans', name }));
    expect(done(await group('Scans'))).toEqual({ code: 'scans', created: true });
    done(await put());
    expect(done(await group('Ultrasound'))).toEqual({ code: 'scans', created: false });
    const parts = { ...scan, externalId: 'PACK', unit: 'package' as const, parts: ['SCAN', 'NONE'] };
    expect(await send(command(people.system, 'PutService', parts))).toMatchObject({
      errors: [{ field: 'parts.1' }],
    });
  }));
