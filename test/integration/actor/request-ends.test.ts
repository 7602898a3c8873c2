import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { connect } from '../../../worker/databases/connect.ts';
import { inWorld, type World } from './a-desk.ts';
import { filedRequest, grantedRequest, requestOf, reservedEntries, rowsOf } from './a-request.ts';

const day = 86_400_000;

const stagesOf = async (world: World) =>
  (
    await rowsOf(
      world,
      "select json(data ->> '$.stages') as stages from journal where action = 'AdvanceAuthorization' order by seq",
    )
  ).map(({ stages }) => stages);

const reserved = async (world: World) =>
  (await rowsOf(world, 'select coalesce(sum(amount), 0) as sum from ledger'))[0]?.sum;

test('a code expires at the end of its last day, and what it reserved is free after the filing window: once, after a restart', () =>
  inWorld(async (world) => {
    const { later, desk, now } = world;
    const { number } = await grantedRequest(world);
    const { expiresAt, releasesAt, validTo, reservedTo } = await requestOf(world, number);
    // Lagos is an hour ahead of UTC: its midnight is eleven in the evening there.
    expect(new Date(expiresAt ?? 0).toISOString()).toBe(`${validTo}T23:00:00.000Z`);
    expect(new Date(releasesAt ?? 0).toISOString()).toBe(`${reservedTo}T23:00:00.000Z`);
    expect((await reservedEntries(world)).length).toBeGreaterThan(0);
    later((expiresAt ?? 0) - now() - 60_000);
    await desk.rang();
    expect((await requestOf(world, number)).state).toBe('APPROVED');
    later(61_000);
    await desk.rang();
    await desk.rang();
    expect((await requestOf(world, number)).state).toBe('EXPIRED');
    const held = await reserved(world);
    expect(held).not.toBe(0);
    later((releasesAt ?? 0) - now() + 1_000);
    const woken = world.another();
    await woken.rang();
    await world.another().rang();
    expect(await stagesOf(world)).toEqual(['["expire"]', '["release"]']);
    const entries = await reservedEntries(world);
    expect(entries.filter(({ kind }) => kind === 'RELEASE')).not.toEqual([]);
    const { lines, state } = await requestOf(world, number);
    expect([state, lines.map(({ reservation }) => reservation)]).toEqual(['EXPIRED', [null, null]]);
    expect(await world.findings()).toEqual([]);
  }));

test('a timer with more that is due than one portion takes does all of it', () =>
  inWorld(async (world) => {
    const { later, desk } = world;
    const wanted = 105;
    await Promise.all(Array.from({ length: wanted }, () => filedRequest(world)));
    later(day / 2);
    await desk.rang();
    await desk.rang();
    const [row] = await rowsOf(
      world,
      "select count(*) as n, sum(body ->> '$.breach' is not null) as over from authorizations",
    );
    expect([row?.n, row?.over]).toEqual([wanted, wanted]);
  }));

test('whoever rewrites a request is found out', () =>
  inWorld(async (world) => {
    await filedRequest(world);
    await filedRequest(world);
    expect(await world.findings()).toEqual([]);
    const client = connect(env, `tenant-${world.people.id}`);
    await client.execute("update authorizations set state = 'APPROVED' where id = 1");
    await client.execute('update authorizations set answer_by = 5 where id = 2');
    expect((await world.findings()).map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^PA-\d\d-000001 is APPROVED version 1; its last entry says REQUESTED version 1$/,
      ),
      expect.stringMatching(/^PA-\d\d-000002 is not found by what it says$/),
    ]);
    await client.execute('delete from authorizations where id = 2');
    const found = (await world.findings()).map(({ message }) => message);
    expect(found).toContainEqual('authorization:2 is in the journal and has no row');
  }));
