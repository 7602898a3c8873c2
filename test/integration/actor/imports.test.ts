import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { connect } from '../../../worker/databases/connect.ts';
import { inWorld, type World } from './a-desk.ts';
import { command, done, refusedAs } from './a-tenant.ts';
import { applied, checkedImport, rowsOf, stagingOf, untilState } from './import-file.ts';

const head = 'external_id,name,group,price';
const services = (count: number, price = '10.00') =>
  [head, ...Array.from({ length: count }, (_, i) => `S-${i},Service ${i},drug,${price}`)].join('\n');

async function countOf({ people }: World, sql: string): Promise<number> {
  const { rows } = await connect(env, `tenant-${people.id}`).execute(sql);
  return Number(rows[0]?.[0]);
}
const servicesIn = (world: World) => countOf(world, "select count(*) from services where code like 'S-%'");

test('a dry run says what each row would do, and nothing is written', () =>
  inWorld(async (world) => {
    const text = `${head}\nCONS,Consultation,consultation,\nLAB-MP,Malaria film,laboratory,5.00\nS-1,New,drug,1\nS-2,New,nowhere,1\nS-3,,drug,1\n`;
    const record = await checkedImport(world, 'services', text);
    expect(record.checked).toEqual({ created: 1, changed: 1, unchanged: 1, refused: 2 });
    const rows = await rowsOf(world, record.id);
    expect(rows.map(({ line, outcome }) => [line, outcome])).toEqual([
      [2, 'unchanged'],
      [3, 'changed'],
      [4, 'created'],
      [5, 'refused'],
      [6, 'refused'],
    ]);
    expect(rows[3]?.reasons).toContain('"column":"group"');
    expect(rows[3]?.reasons).toContain('There is no group nowhere');
    expect(await servicesIn(world)).toBe(0);
    expect((await world.journal()).filter(({ action }) => action === 'PutService')).toHaveLength(2);
    expect(await world.findings()).toEqual([]);
  }));

test('one commit does all good rows, by their own commands and in the name of whoever said yes', () =>
  inWorld(async (world) => {
    const { id } = await checkedImport(world, 'services', services(600));
    const record = await applied(world, id);
    expect(record.applied).toEqual({ created: 600, changed: 0, unchanged: 0, refused: 0 });
    expect(await servicesIn(world)).toBe(600);
    expect((await rowsOf(world, id))[599]).toMatchObject({ outcome: 'created', result: 'S-599' });
    const own = `import-${id}-row-`;
    const puts = (await world.journal()).filter(({ command_id }) => command_id.startsWith(own));
    expect(puts.map(({ action }) => action)).toEqual(Array(600).fill('PutService'));
    expect(await world.findings()).toEqual([]);
  }));

test('the same file twice changes nothing', () =>
  inWorld(async (world) => {
    const { id } = await checkedImport(world, 'services', services(300));
    await applied(world, id);
    const before = (await world.journal()).length;
    const again = await checkedImport(world, 'services', services(300));
    expect(again.checked).toEqual({ created: 0, changed: 0, unchanged: 300, refused: 0 });
    expect(
      refusedAs(await world.send(command(world.people.system, 'CommitImport', { importId: again.id }))),
    ).toBe('wrong_state');
    const more = (await world.journal()).slice(before).map(({ action }) => action);
    expect(more.filter((action) => action === 'PutService')).toEqual([]);
  }));

test('columns that the file does not have stay as they are; empty cells empty them', () =>
  inWorld(async (world) => {
    await checkedImport(world, 'services', `${head},age_from\nS-1,One,drug,10.00,18\n`, { commits: true });
    const without = await checkedImport(world, 'services', 'external_id,name,group\nS-1,One,drug\n');
    expect(without.checked.unchanged).toBe(1);
    const emptied = await checkedImport(world, 'services', `${head},age_from\nS-1,One,drug,10.00,\n`);
    expect(emptied.checked.changed).toBe(1);
  }));

test('packages find their parts in the same file, whatever the order of rows', () =>
  inWorld(async (world) => {
    const text =
      'external_id,name,group,unit,parts\nS-P,Package,drug,package,S-A S-B\nS-A,A,drug,each,\nS-B,B,drug,each,\n';
    const { id, checked } = await checkedImport(world, 'services', text);
    expect(checked).toMatchObject({ created: 3, refused: 0 });
    expect((await applied(world, id)).applied).toMatchObject({ created: 3, refused: 0 });
  }));

test('a row that was good and is not any more is refused when it is applied, and the others are done', () =>
  inWorld(async (world) => {
    const { people, send } = world;
    const { id } = await checkedImport(
      world,
      'services',
      'external_id,code,name,group\nS-1,X1,One,drug\nS-2,X2,Two,drug\n',
    );
    const taken = {
      externalId: 'OTHER',
      code: 'X1',
      name: 'Other',
      group: 'drug',
      unit: 'each',
      active: true,
    } as const;
    done(await send(command(people.system, 'PutService', taken)));
    const record = await applied(world, id);
    expect(record.applied).toEqual({ created: 1, changed: 0, unchanged: 0, refused: 1 });
    expect((await rowsOf(world, id))[0]?.reasons).toContain('belongs to another service');
  }));

test('two imports at once both come to their end', () =>
  inWorld(async (world) => {
    const one = stagingOf(world.people.system, 'services', services(600), { commits: true });
    const two = stagingOf(world.people.system, 'services', services(600, '20.00'), { commits: true });
    for (const envelope of [...one.envelopes, ...two.envelopes]) done(await world.send(envelope));
    await Promise.all([untilState(world, one.importId, 'DONE'), untilState(world, two.importId, 'DONE')]);
    expect(await servicesIn(world)).toBe(600);
    expect(await world.findings()).toEqual([]);
  }));

test('an actor that ends in the middle goes on when it wakes, and does nothing twice', () =>
  inWorld(async (world) => {
    const { people, send, database, another } = world;
    const { id } = await checkedImport(world, 'services', services(1_000));
    done(await send(command(people.system, 'CommitImport', { importId: id })));
    for (let tries = 0; tries < 400 && (await servicesIn(world)) === 0; tries += 1)
      await untilState(world, id, 'APPLYING');
    // The first instance reaches nothing any more: as if it had been killed.
    database.mood = 'gone';
    expect(await servicesIn(world)).toBeLessThan(1_000);
    await another({ connect: (name) => connect(env, name) }).rang();
    const record = await untilState(world, id, 'DONE');
    expect(record.applied).toEqual({ created: 1_000, changed: 0, unchanged: 0, refused: 0 });
    const rows = (await world.journal()).filter(({ action }) => action === 'PutService');
    expect(new Set(rows.map(({ command_id }) => command_id)).size).toBe(rows.length);
    expect(rows).toHaveLength(1_002);
    expect(await world.findings()).toEqual([]);
  }));

test("people's commands get their turn while an import is applied", () =>
  inWorld(async (world) => {
    const { people, send } = world;
    const { id } = await checkedImport(world, 'services', services(2_000));
    done(await send(command(people.system, 'CommitImport', { importId: id })));
    const waits: number[] = [];
    for (let i = 0; i < 10; i += 1) {
      const began = performance.now();
      done(await send(command(people.system, 'PutClient', { code: 'AAA', name: `A${i}` })));
      waits.push(performance.now() - began);
    }
    expect((await untilState(world, id, 'APPLYING', 'DONE')).state).toBe('APPLYING');
    expect(Math.max(...waits)).toBeLessThan(1_000);
    await untilState(world, id, 'DONE');
  }));

test('rows of a discarded import go at once, and those of a finished one after 30 days', () =>
  inWorld(async (world) => {
    const { people, send, desk, later } = world;
    const one = await checkedImport(world, 'services', services(3));
    done(await send(command(people.system, 'DiscardImport', { importId: one.id })));
    expect(await rowsOf(world, one.id)).toEqual([]);
    const two = await checkedImport(world, 'services', services(3), { commits: true });
    const waiting = await checkedImport(world, 'services', services(4));
    later(31 * 24 * 3_600_000);
    await desk.rang();
    expect(await rowsOf(world, two.id)).toEqual([]);
    expect((await untilState(world, two.id, 'DONE')).expiresAt).toBeNull();
    expect((await untilState(world, waiting.id, 'DISCARDED')).expiresAt).toBeNull();
    expect(await world.findings()).toEqual([]);
  }));

test('an import takes the permission of its kind, and rows come in their order', () =>
  inWorld(async (world) => {
    const { people, send } = world;
    const [first, rows] = stagingOf(people.staff, 'services', services(2)).envelopes;
    if (!first || !rows) throw new Error('nothing is staged');
    expect(refusedAs(await send(first))).toBe('forbidden');
    const own = stagingOf(people.system, 'services', services(600));
    done(await send(own.envelopes[0] ?? first));
    expect(refusedAs(await send(own.envelopes[2] ?? first))).toBe('wrong_state');
    for (const type of ['CommitImport', 'DiscardImport'] as const)
      expect(refusedAs(await send(command(people.staff, type, { importId: own.importId })))).toBe(
        'forbidden',
      );
  }));
