import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { blankBenefit, blankRules } from '../../../schema/domain/plans/blank-rules.ts';
import { connect } from '../../../worker/databases/connect.ts';
import { inWorld, type World } from './a-desk.ts';
import { command, done } from './a-tenant.ts';
import { applied, checkedImport, rowsOf } from './import-file.ts';

const head =
  'action,date,external_id,principal_external_id,relation,client_code,first_name,last_name,birth_date,sex,phone';
const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
const add = (id: string, rest: Partial<Record<'principal' | 'relation' | 'first' | 'born', string>> = {}) =>
  [
    'ADD',
    day(0),
    id,
    rest.principal ?? '',
    rest.relation ?? '',
    '',
    rest.first ?? `Ada${id}`,
    'Obi',
    rest.born ?? '17/05/1990',
    'female',
    '+234 803 123 4567',
  ].join(',');

async function people({ people: { id } }: World) {
  const { rows } = await connect(env, `tenant-${id}`).execute(
    'select external_id, member_id, cover_to, first_name, phone from enrollees order by member_id',
  );
  return rows.map((row) => ({ ...row }));
}

test('dependants stand before their principals in the file and are added after them', () =>
  inWorld(async (world) => {
    const lines = [
      add('C-1', { principal: 'P-1', relation: 'child', born: day(-3_000) }),
      add('S-1', { principal: 'P-1', relation: 'spouse' }),
      add('P-1'),
      add('C-2', { principal: 'EMP-1', relation: 'child', born: day(-2_000) }),
      add('C-3', { principal: 'NOBODY', relation: 'child' }),
    ];
    const { id, checked } = await checkedImport(world, 'enrollees', [head, ...lines].join('\n'));
    expect(checked).toEqual({ created: 4, changed: 0, unchanged: 0, refused: 1 });
    const rows = await rowsOf(world, id);
    expect(rows[4]?.reasons).toContain('"column":"principal_external_id"');
    expect((await applied(world, id)).applied).toEqual(checked);
    const members = (await people(world)).map((row) => [row.external_id, row.member_id]);
    expect(members).toEqual([
      ['C-2', 'TST-INDV-00001-C1'],
      ['EMP-1', 'TST-INDV-00001-P'],
      ['C-1', 'TST-INDV-00002-C1'],
      ['P-1', 'TST-INDV-00002-P'],
      ['S-1', 'TST-INDV-00002-S1'],
    ]);
    const again = await checkedImport(world, 'enrollees', [head, ...lines].join('\n'));
    expect(again.checked).toEqual({ created: 0, changed: 0, unchanged: 4, refused: 1 });
    expect(await world.findings()).toEqual([]);
  }));

test('CHANGE changes what is given, END ends, and both are unchanged the second time', () =>
  inWorld(async (world) => {
    const first = [head, add('P-1'), add('P-2')].join('\n');
    await checkedImport(world, 'enrollees', first, { commits: true });
    const change = `action,date,external_id,first_name,phone\nCHANGE,,P-1,Adaeze,\nEND,${day(10)},P-2,,\nCHANGE,,NOBODY,X,\nEND,,P-1,,\n`;
    const { id, checked } = await checkedImport(world, 'enrollees', change);
    expect(checked).toEqual({ created: 0, changed: 2, unchanged: 0, refused: 2 });
    const rows = await rowsOf(world, id);
    expect(rows[2]?.reasons).toContain('There is nobody with this id');
    expect(rows[3]?.reasons).toMatch(/Line 2 is about the same one|last day of cover/);
    await applied(world, id);
    const [, one, two] = await people(world);
    expect(one).toMatchObject({ external_id: 'P-1', first_name: 'Adaeze', phone: '+234 803 123 4567' });
    expect(two).toMatchObject({ external_id: 'P-2', cover_to: day(10) });
    const again = await checkedImport(world, 'enrollees', change);
    expect(again.checked).toEqual({ created: 0, changed: 0, unchanged: 2, refused: 2 });
  }));

test('people are counted by their plan before anything is written', () =>
  inWorld(async (world) => {
    const { people: who, send } = world;
    const benefit = { ...blankBenefit('OPD', 'Out-patient', 'outpatient'), groups: ['consultation'] };
    const rules = { ...blankRules, benefits: [benefit] };
    for (const code of ['GOLD', 'BASIC'])
      done(
        await send(
          command(who.system, 'PutPlanVersion', {
            code,
            name: code,
            scheme: 'private',
            from: '2020-01-01',
            rules,
          }),
        ),
      );
    const lines = [add('P-1'), add('P-2'), add('P-3')].map(
      (line, i) => `${line},${i === 1 ? 'BASIC' : 'GOLD'}`,
    );
    const { groups } = await checkedImport(world, 'enrollees', [`${head},plan`, ...lines].join('\n'));
    expect(groups).toEqual({ GOLD: 2, BASIC: 1 });
  }));

test('what is personal stands in no journal entry in the clear', () =>
  inWorld(async (world) => {
    const { id } = await checkedImport(
      world,
      'enrollees',
      [head, add('P-1', { first: 'Zebulon' })].join('\n'),
    );
    await applied(world, id);
    const { rows } = await connect(env, `tenant-${world.people.id}`).execute(
      'select data, sealed from journal',
    );
    expect(JSON.stringify(rows)).not.toContain('Zebulon');
  }));
