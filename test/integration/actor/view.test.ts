import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { LocalStore } from '../../../durable-objects/actor/local-store.ts';
import { openStore } from '../../../durable-objects/actor/store.ts';
import type { TenantDesk } from '../../../durable-objects/tenant/desk.ts';
import { byRank, isIn, placeOf, start } from '../../../durable-objects/tenant/place.ts';
import { claimsById, openAfter, partFromDatabase } from '../../../durable-objects/tenant/read-claims.ts';
import { View } from '../../../durable-objects/tenant/view.ts';
import type { Envelope, TenantCommand } from '../../../schema/commands.ts';
import { openStates } from '../../../schema/domain/claims/claim.ts';
import { connect } from '../../../worker/databases/connect.ts';
import { inWorld, type World } from './a-desk.ts';
import { command } from './a-tenant.ts';
import { claimForm } from './claim-form.ts';

/** A sequence that looks random and is the same every time. */
function* numbers(seed: number): Generator<number> {
  for (let x = seed; ; ) {
    x = (x * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield x;
  }
}

/** Sends commands of all kinds on some claims, allowed or not, several at once. */
async function busy({ people, send, later, database }: World, seed: number, rounds: number): Promise<void> {
  const random = numbers(seed);
  const pick = <T>(...choices: T[]): T => choices[(random.next().value ?? 0) % choices.length] as T;
  const year = new Date().getUTCFullYear() % 100;
  for (let round = 0; round < rounds; round += 1) {
    database.mood = round % 7 === 3 ? pick('lost', 'cut') : 'well';
    const sent = Array.from({ length: 12 }, () => {
      const number = `CLM-${year}-00000${pick(1, 2, 3, 4, 5, 6, 7, 8, 9)}`;
      const version = pick(1, 2, 2, 3, 4, 5);
      const who = pick(people.staff, people.other);
      const reasons = ['50'];
      return pick<() => Envelope<TenantCommand>>(
        () => command(people.facility, 'SubmitClaim', claimForm()),
        () => command(who, 'TakeClaim', { number }),
        () => command(who, 'TakeClaim', { number }),
        () => command(who, 'ReleaseClaim', { number }),
        () => command(people.system, 'ApproveClaim', { number, version }),
        () => command(who, 'RejectClaim', { number, version, reasons, sentence: 'No.' }),
        () => command(people.system, 'QueryClaim', { number, version, question: 'Why?' }),
        () => command(people.facility, 'AnswerQuery', { number, answer: 'So.' }),
      )();
    });
    await Promise.all(sent.map((envelope) => send(envelope)));
    later(60_000);
  }
  database.mood = 'well';
}

const open = "state in ('SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'QUERIED', 'RESUBMITTED')";

async function stored(id: string) {
  const [rows, late] = await connect(env, `tenant-${id}`).batch(
    [
      `select id, state, rank_at as rankAt from claims where ${open} order by rank_at, id`,
      {
        sql: `select count(*) n from claims where ${open} and state <> 'QUERIED' and due_at < ?`,
        args: [Date.now() + 1e12],
      },
    ],
    'read',
  );
  return {
    rows: rows?.rows.map((row) => ({ id: row.id, state: row.state, rankAt: row.rankAt })),
    late: late?.rows[0]?.n,
  };
}

async function shown(desk: TenantDesk, limit = 3) {
  const rows = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page = await desk.overview.queue({ limit, ...(after ? { after } : {}) });
    rows.push(...page.rows.map(({ id, state, rankAt }) => ({ id, state, rankAt })));
    after = page.next;
  }
  return rows;
}

for (const seed of [7, 1_991, 20_261_123])
  test(`after random commands and faults (seed ${seed}) the view equals the rows, before and after it is written, and after it is lost`, () =>
    inWorld(async (world) => {
      const { people, desk, another } = world;
      await busy(world, seed, 12);
      const { rows } = await stored(people.id);
      expect(await shown(desk)).toEqual(rows);
      // Another instance, before anything was written down: it catches up.
      expect(await shown(another())).toEqual(rows);
      await desk.rang();
      expect(await shown(another(), 200)).toEqual(rows);
      expect(await world.findings()).toEqual([]);
    }));

test('a lost view is rebuilt, and answers while it is', () =>
  inWorld(async (world) => {
    const { people, another, state } = world;
    await busy(world, 42, 8);
    const { rows } = await stored(people.id);
    for (const table of ['queue', 'leases', 'marks', 'parked']) state.storage.sql.exec(`drop table ${table}`);
    const awake = another();
    expect(await shown(awake)).toEqual(rows);
    await awake.isWhole();
    expect(await shown(awake)).toEqual(rows);
    await awake.rang();
    expect(state.storage.sql.exec('select count(*) n from queue').one().n).toBe(rows?.length);
  }));

test('a view of an older shape is dropped, and filled again from the rows, its leases kept', () =>
  inWorld(async (world) => {
    const { people, another, state, desk, taken } = world;
    await taken();
    await desk.rang();
    const { rows } = await stored(people.id);
    const { sql } = state.storage;
    sql.exec('drop table queue');
    sql.exec('create table queue (id integer primary key, state text not null)');
    sql.exec("delete from marks where name = 'view_version'");
    const awake = another();
    expect(await shown(awake)).toEqual(rows);
    await awake.isWhole();
    expect(await shown(awake)).toEqual(rows);
    expect((await awake.overview.queue({ mine: people.staff.id, limit: 5 })).rows).toHaveLength(1);
  }));

/** Marks some claims in their rows as the risk commands do: flagged, held, at a risk, of another client. */
async function marked(id: string): Promise<void> {
  const flags = JSON.stringify([{ state: 'OPEN' }, { state: 'DISMISSED' }, { state: 'OPEN' }]);
  await connect(env, `tenant-${id}`).batch(
    [
      {
        sql: "update claims set body = json_set(body, '$.flags', json(?)) where id % 2 = 0",
        args: [flags],
      },
      "update claims set body = json_set(body, '$.holds', json('[\"i1\"]')) where id % 3 = 0",
      // as where claims are received by hand
      "update claims set state = 'SUBMITTED', rank_at = submitted_at, due_at = null where id = (select max(id) from claims where state = 'RECEIVED')",
      "update claims set risk = 40 + id * 5, client_code = iif(id % 2, 'ODD', 'EVEN'), plan_code = iif(id % 3, 'P', null)",
    ],
    'write',
  );
}

test('what a lost view is filled with is what the claims say, and every filter finds the same meanwhile', () =>
  inWorld(async (world) => {
    const { people, state, another } = world;
    await busy(world, 4_711, 10);
    // nothing of it is left to be written down over what follows
    await world.desk.rang();
    await marked(people.id);
    const store = openStore(connect(env, `tenant-${people.id}`));
    const places = await openAfter(store, 0, 1_000);
    const claims = await claimsById(
      store,
      places.map(({ id }) => id),
    );
    expect(places).toEqual(claims.map(placeOf).sort((a, b) => a.id - b.id));
    expect(places.length).toBeGreaterThan(3);
    for (const table of ['queue', 'leases', 'marks', 'parked']) state.storage.sql.exec(`drop table ${table}`);
    await another().isWhole();
    const view = new View(new LocalStore(state.storage));
    for (const own of [
      {},
      { clientCode: 'ODD' },
      { planCode: 'P' },
      { riskMin: 60 },
      { held: true },
      { flagged: true },
      { flagged: false },
      { clean: true as const },
      { clientCode: 'ODD', riskMin: 60 },
      { dueFrom: 0, dueBefore: Date.now() + 1e12 },
      { states: ['SUBMITTED'] as const },
    ]) {
      const part = { states: openStates, after: start, ...own };
      const found = view.page(part, 500);
      expect(found.places.map(({ id }) => id)).toEqual(
        places
          .filter((place) => isIn(place, part))
          .sort(byRank)
          .map(({ id }) => id),
      );
      expect(await partFromDatabase(store, part, 500)).toEqual(found);
      const first = view.page(part, 2);
      expect(await partFromDatabase(store, part, 2)).toMatchObject({ places: first.places });
      const after = first.places.at(-1) ?? start;
      const rest = await partFromDatabase(store, { ...part, after }, 500);
      expect(rest.places).toEqual(found.places.slice(2));
    }
  }));

test('the queue is asked by state, by facility, by who holds it and by lateness', () =>
  inWorld(async ({ people, desk, send, taken, later }) => {
    const number = await taken();
    await send(command(people.facility, 'SubmitClaim', claimForm()));
    const states = async (question: Parameters<typeof desk.overview.queue>[0]) =>
      (await desk.overview.queue(question)).rows.map((row) => row.state);
    expect(await states({ limit: 10 })).toEqual(['IN_REVIEW', 'RECEIVED']);
    expect(await states({ states: ['RECEIVED'], limit: 10 })).toEqual(['RECEIVED']);
    expect(await states({ facilityId: people.facility.organisation.id, limit: 10 })).toHaveLength(2);
    expect(await states({ facilityId: 'another', limit: 10 })).toEqual([]);
    expect(await states({ mine: 'ada', limit: 10 })).toEqual(['IN_REVIEW']);
    expect(await states({ mine: 'ben', limit: 10 })).toEqual([]);
    expect(await states({ late: true, limit: 10 })).toEqual([]);
    expect((await desk.counts()).late).toBe(0);
    later(30 * 24 * 3_600_000);
    expect(await states({ late: true, limit: 10 })).toHaveLength(2);
    expect((await desk.counts()).late).toBe(2);
    await send(command(people.system, 'QueryClaim', { number, version: 2, question: 'Why?' }));
    expect((await desk.counts()).late).toBe(1);
    await desk.rang();
    expect((await desk.counts()).late).toBe(1);
    expect(await states({ late: true, limit: 10 })).toEqual(['RECEIVED']);
  }));
