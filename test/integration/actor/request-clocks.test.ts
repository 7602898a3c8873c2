import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { defaultAuthorizations } from '../../../schema/domain/authorizations/settings.ts';
import type { RequestAuthorizationInput } from '../../../schema/forms/request-authorization.ts';
import { connect } from '../../../worker/databases/connect.ts';
import { inWorld, type World } from './a-desk.ts';
import { command, done } from './a-tenant.ts';
import { requestForm } from './authorization-inputs.ts';

const minute = 60_000;
const hour = 60 * minute;

async function rowsOf({ people }: World, sql: string) {
  const { rows } = await connect(env, `tenant-${people.id}`).execute(sql);
  return rows.map((row) => Object.values(row));
}
const stagesOf = (world: World) =>
  rowsOf(
    world,
    "select json(data ->> '$.stages') from journal where action = 'AdvanceAuthorization' order by seq",
  );
const noticesOf = (world: World) =>
  rowsOf(
    world,
    "select kind, audience, subject from notices where kind in ('authorization-due-soon', 'authorization-late') order by seq",
  );

async function asked(world: World, changes: Partial<RequestAuthorizationInput> = {}): Promise<string> {
  const { send, people } = world;
  const filed = done(await send(command(people.facility, 'RequestAuthorization', requestForm(changes))));
  return 'number' in filed ? filed.number : '';
}

/** The scheme of everybody's plan becomes another one. */
async function under(world: World, scheme: 'nhia' | 'private') {
  const { send, people } = world;
  done(await send(command(people.system, 'ChangePlan', { code: 'FULL', name: 'Full', scheme })));
}

test('with nobody looking, who may decide is told at a quarter left and who gives out work at the end: once each', () =>
  inWorld(async (world) => {
    const { desk, later } = world;
    const number = await asked(world);
    expect(desk.works.nextAt()).toBeGreaterThan(world.now());
    later(3 * hour - minute);
    await desk.rang();
    expect(await stagesOf(world)).toEqual([]);
    later(2 * minute);
    await desk.rang();
    await desk.rang();
    const soon = ['authorization-due-soon', 'authorization.decide', number];
    expect(await noticesOf(world)).toEqual([soon]);
    later(hour);
    await desk.rang();
    await desk.rang();
    expect(await noticesOf(world)).toEqual([soon, ['authorization-late', 'claim.reassign', number]]);
    expect(await stagesOf(world)).toEqual([['["warn"]'], ['["breach"]']]);
    // Nobody may proceed under this scheme: nothing of it changed for who decides.
    expect(await rowsOf(world, 'select state, version, reference, next_at from authorizations')).toEqual([
      ['REQUESTED', 1, null, null],
    ]);
    expect(await world.findings()).toEqual([]);
  }));

test('a clock rings after a restart, and what was slept through is not told of', () =>
  inWorld(async (world) => {
    const { later } = world;
    await asked(world);
    later(5 * hour);
    const woken = world.another();
    await woken.rang();
    expect(await stagesOf(world)).toEqual([['["breach"]']]);
    await woken.rang();
    await world.another().rang();
    expect(await stagesOf(world)).toEqual([['["breach"]']]);
  }));

test('where the scheme says so, the facility may proceed with a reference', () =>
  inWorld(async (world) => {
    const { desk, later, send, people } = world;
    await under(world, 'nhia');
    const number = await asked(world);
    later(50 * minute);
    await desk.rang();
    // a question does not stop this clock
    done(await send(command(people.staff, 'QueryAuthorization', { number, version: 1, question: 'Why?' })));
    later(11 * minute);
    await desk.rang();
    const [row = []] = await rowsOf(world, 'select state, version, reference, code from authorizations');
    expect(row).toEqual(['QUERIED', 3, expect.stringMatching(/^TST-BR-\d{6}-[A-Z2-9]{6}$/), null]);
  }));

test('a clock stands while a question waits for its answer, and goes on with it', () =>
  inWorld(async (world) => {
    const { desk, later, send, people } = world;
    const number = await asked(world);
    later(2 * hour);
    done(await send(command(people.staff, 'QueryAuthorization', { number, version: 1, question: 'Why?' })));
    later(72 * hour);
    await desk.rang();
    expect(await stagesOf(world)).toEqual([]);
    done(await send(command(people.facility, 'AnswerAuthorization', { number, answer: 'So.' })));
    later(hour + minute);
    await desk.rang();
    later(hour);
    await desk.rang();
    expect(await stagesOf(world)).toEqual([['["warn"]'], ['["breach"]']]);
    const steps = await rowsOf(
      world,
      "select value ->> 'what' from authorizations, json_each(body, '$.history')",
    );
    expect(steps.flat()).toEqual(['requested', 'queried', 'answered', 'due soon', 'breached']);
  }));

test('what was cancelled, or what is filled in from long ago while it is, rings no clock', () =>
  inWorld(async (world) => {
    const { desk, later, send, people, now } = world;
    const number = await asked(world);
    done(await send(command(people.facility, 'CancelAuthorization', { number, reason: 'They went home.' })));
    later(5 * hour);
    await desk.rang();
    const past = {
      ...command(people.system, 'RequestAuthorization', requestForm({ facilityExternalId: 'SUN' })),
    };
    done(await send({ ...past, at: now() - 5 * hour }));
    await desk.rang();
    expect(await stagesOf(world)).toEqual([]);
    later(minute);
    await desk.rang();
    expect(await stagesOf(world)).toEqual([['["breach"]']]);
  }));

test('another setting is for what is filed from then on', () =>
  inWorld(async (world) => {
    const { send, people } = world;
    await asked(world);
    const slow = { EMERGENCY: hour, URGENT: 2 * hour, ROUTINE: 3 * hour };
    const clocks = {
      ...defaultAuthorizations.clocks,
      private: { within_ms: slow, queryStops: false, mayProceed: true },
    };
    const settings = { ...defaultAuthorizations, clocks };
    done(await send(command(people.system, 'PutAuthorizationSettings', settings)));
    await asked(world);
    const found = await rowsOf(
      world,
      "select answer_by - requested_at, coalesce(body ->> '$.mayProceed', 0) from authorizations order by id",
    );
    expect(found).toEqual([
      [4 * hour, 0],
      [2 * hour, 1],
    ]);
  }));
