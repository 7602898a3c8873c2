import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { tenantMigrations } from '../../../durable-objects/tenant/migrations.ts';
import { connect } from '../../../worker/databases/connect.ts';
import { inWorld } from './a-desk.ts';
import { tell } from './a-family.ts';
import { command, done } from './a-tenant.ts';

const figures =
  'select claims, open, queried, clean, passed, rejected, claimed, approved, undecided from piles';

test('a pile is the sum of its claims whatever becomes of them', () =>
  inWorld(async (world) => {
    const { send, people } = world;
    const [a, b, c] = [await world.taken(), await world.taken(), await world.taken()];
    done(await send(await world.approval(a)));
    const no = { number: b, version: 2, reasons: ['50'], sentence: 'Not needed.' };
    done(await send(command(people.staff, 'RejectClaim', no)));
    done(await send(command(people.staff, 'QueryClaim', { number: c, version: 2, question: 'Why?' })));
    const sums = await tell(
      world,
      `select sum(claims) claims, sum(open) open, sum(queried) queried, sum(passed) passed, sum(rejected) rejected, sum(undecided) undecided from piles`,
    );
    expect(sums).toEqual([{ claims: 3, open: 1, queried: 1, passed: 1, rejected: 1, undecided: 800_000 }]);
    expect(await world.findings()).toEqual([]);
    done(await send(command(people.facility, 'AnswerQuery', { number: c, answer: 'Because.' })));
    const reopening = { number: a, version: 3, reason: 'Cover ended before the visit.' };
    done(await send(command(people.system, 'ReopenClaim', reopening)));
    expect(await tell(world, 'select sum(open) open, sum(approved) approved from piles')).toEqual([
      { open: 2, approved: 0 },
    ]);
    expect(await world.findings()).toEqual([]);
  }));

test('a batch whose answer is lost, and one that never was, leave the piles right', () =>
  inWorld(async (world) => {
    const { send, database } = world;
    const [a, b] = [await world.taken(), await world.taken()];
    const [first, second] = [await world.approval(a), await world.approval(b)];
    database.mood = 'lost';
    done(await send(first));
    database.mood = 'down';
    expect((await send(second)).refused).toBe(true);
    database.mood = 'well';
    done(await send(second));
    expect(await tell(world, 'select sum(passed) passed, sum(open) open from piles')).toEqual([
      { passed: 2, open: 0 },
    ]);
    expect(await world.findings()).toEqual([]);
  }));

test('the piles of claims that exist are filled by the migration', () =>
  inWorld(async (world) => {
    const a = await world.taken();
    await world.taken();
    done(await world.send(await world.approval(a)));
    const kept = await tell(world, figures);
    const filling = tenantMigrations.find(({ name }) => name === 'piles')?.sql ?? '';
    const client = connect(env, `tenant-${world.people.id}`);
    await client.executeMultiple(`drop table piles; drop index claims_of_pile; ${filling}`);
    expect(await tell(world, figures)).toEqual(kept);
    expect(await world.findings()).toEqual([]);
  }));

test('a pile that says something else than its claims is found', () =>
  inWorld(async (world) => {
    await world.taken();
    await tell(world, 'update piles set undecided = undecided + 1');
    expect((await world.findings()).map(({ check }) => check)).toEqual(['piles', 'piles']);
  }));
