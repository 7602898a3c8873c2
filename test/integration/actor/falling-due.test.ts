import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { connect } from '../../../worker/databases/connect.ts';
import { inWorld, type World } from './a-desk.ts';
import { command, done } from './a-tenant.ts';
import { claimForm } from './claim-form.ts';

const day = 86_400_000;

/** The rows of a question put to the tenant's own database. */
async function rowsOf({ people }: World, sql: string) {
  const { rows } = await connect(env, `tenant-${people.id}`).execute(sql);
  return rows.map((row) => Object.values(row));
}
const noticesOf = (world: World) =>
  rowsOf(
    world,
    "select kind, audience, subject, data from notices where kind in ('due-soon', 'late') order by seq",
  );
const deedsOf = (world: World, action: string) =>
  rowsOf(world, `select subject from journal where action = '${action}' order by seq`);

async function queried(world: World): Promise<string> {
  const number = await world.taken();
  const { send, people } = world;
  done(await send(command(people.staff, 'QueryClaim', { number, version: 2, question: 'Why?' })));
  return number;
}

const stateOf = async (world: World, number: string) =>
  (
    await rowsOf(
      world,
      `select state, body->>'$.remindedAt' is not null from claims where number = '${number}'`,
    )
  )[0];

test('a query is reminded of on day 7 and rejected on day 14, once, with nobody looking', () =>
  inWorld(async (world) => {
    const { desk, later } = world;
    const number = await queried(world);
    await desk.rang();
    expect(await stateOf(world, number)).toEqual(['QUERIED', 0]);
    later(7 * day);
    await desk.rang();
    await desk.rang();
    expect(await stateOf(world, number)).toEqual(['QUERIED', 1]);
    expect(await deedsOf(world, 'RemindFacility')).toEqual([['claim:1']]);
    later(7 * day);
    await desk.rang();
    await desk.rang();
    expect(await stateOf(world, number)).toEqual(['REJECTED', 1]);
    expect(await deedsOf(world, 'ExpireQuery')).toEqual([['claim:1']]);
    expect(await world.findings()).toEqual([]);
  }));

test('while what happened long ago is filled in, nothing falls due', () =>
  inWorld(async (world) => {
    const { desk, later, send, people, now } = world;
    const number = await world.taken();
    const at = now() - 20 * day;
    const asked = command(people.system, 'QueryClaim', { number, version: 2, question: 'Why?' });
    done(await send({ ...asked, at }));
    await desk.rang();
    expect(await stateOf(world, number)).toEqual(['QUERIED', 0]);
    const answered = command(people.system, 'AnswerQuery', { number, answer: 'So.' });
    done(await send({ ...answered, at: at + day }));
    later(60_000);
    await desk.rang();
    expect(await stateOf(world, number)).toEqual(['RESUBMITTED', 0]);
    // Left without its answer it falls due once the history is all there.
    done(await send(command(people.staff, 'TakeClaim', { number })));
    done(
      await send({
        ...command(people.system, 'QueryClaim', { number, version: 5, question: 'Why?' }),
        at: at + 2 * day,
      }),
    );
    later(60_000);
    await desk.rang();
    expect(await stateOf(world, number)).toEqual(['REJECTED', 0]);
  }));

test('an answer in time is the end of it', () =>
  inWorld(async (world) => {
    const { desk, later, send, people } = world;
    const number = await queried(world);
    later(6 * day);
    done(await send(command(people.facility, 'AnswerQuery', { number, answer: 'So.' })));
    later(20 * day);
    await desk.rang();
    expect(await stateOf(world, number)).toEqual(['RESUBMITTED', 0]);
    expect(await deedsOf(world, 'RemindFacility')).toEqual([]);
  }));

/** The clock goes on to a Wednesday, 11 o'clock in Lagos: within working hours, whenever this is run. */
function toWednesdayMorning({ now, later }: World): void {
  const at = new Date(now());
  const until = 3 - at.getUTCDay();
  const wednesday = Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate() + until, 10);
  later((wednesday < now() ? wednesday + 7 * day : wednesday) - now());
}

test('who decides is told when claims are due soon, and who gives out work when they are late: once, as one notice', () =>
  inWorld(async (world) => {
    const { desk, later, send, people } = world;
    toWednesdayMorning(world);
    for (let nth = 0; nth < 3; nth += 1)
      done(await send(command(people.facility, 'SubmitClaim', claimForm())));
    await desk.rang();
    expect(await noticesOf(world)).toEqual([]);
    // 72 working hours are eight working days, and of those a quarter is two: due on a Monday, soon from a Thursday on
    later(9 * day);
    await desk.rang();
    await desk.rang();
    const soon = ['due-soon', 'claim.approve', '', '{"claims":3}'];
    expect(await noticesOf(world)).toEqual([soon]);
    later(6 * day);
    await desk.rang();
    await desk.rang();
    expect(await noticesOf(world)).toEqual([soon, ['late', 'claim.reassign', '', '{"claims":3}']]);
    const versions = await rowsOf(world, 'select distinct version from claims');
    expect(versions).toEqual([[1]]);
  }));

test('a claim that is late alone is named; what was slept through is not told of', () =>
  inWorld(async (world) => {
    const { desk, later, send, people } = world;
    const { number } = done(await send(command(people.facility, 'SubmitClaim', claimForm()))) as {
      number: string;
    };
    later(30 * day);
    await desk.rang();
    expect(await noticesOf(world)).toEqual([
      ['late', 'claim.reassign', number, '{"facility":"Sunrise Clinic"}'],
    ]);
  }));

test('after a restart, and with the view lost, the clocks go on', () =>
  inWorld(async (world) => {
    const { later, state, another } = world;
    const number = await queried(world);
    later(7 * day);
    const restarted = another();
    await restarted.rang();
    expect(await stateOf(world, number)).toEqual(['QUERIED', 1]);
    state.storage.sql.exec('drop table queue');
    state.storage.sql.exec('delete from marks');
    later(7 * day);
    const again = another();
    expect(await again.isWhole()).toBe(true);
    await again.rang();
    expect(await stateOf(world, number)).toEqual(['REJECTED', 1]);
  }));

test('notices are deleted after ninety days, and no sooner', () =>
  inWorld(async (world) => {
    const { desk, later } = world;
    await world.taken();
    await desk.rang();
    const kinds = () => rowsOf(world, 'select kind from notices order by seq');
    expect(await kinds()).toEqual([['submitted']]);
    later(89 * day);
    await desk.rang();
    expect((await kinds()).map(([kind]) => kind)).toContain('submitted');
    later(2 * day);
    await desk.rang();
    expect((await kinds()).map(([kind]) => kind)).not.toContain('submitted');
  }));
