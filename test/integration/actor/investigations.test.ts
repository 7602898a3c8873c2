import { expect, test } from 'vitest';
import { inWorld, type World } from './a-desk.ts';
import { claimOf, filed, investigating, manages, rows } from './a-risk-world.ts';
import { command, done, refusedAs } from './a-tenant.ts';

const day_ms = 86_400_000;
const licence = 'MDCN/123';

/** Waits until nothing is swept any more. */
async function settled(world: World): Promise<void> {
  await expect
    .poll(() => rows(world, 'select count(*) n from holds where sweeping = 1'), { timeout: 10_000 })
    .toEqual([{ n: 0 }]);
}

/** A claim of another day for each: none is near another. */
const spread = (world: World, n: number, more = {}) =>
  filed(world, { startedAt: new Date(world.now() - n * 3 * day_ms).toISOString(), ...more });

test('a facility on hold: its open claims are held in the background, new ones as they come, and none is approved', () =>
  inWorld(async (world) => {
    const { send, people, approval } = world;
    const number = await world.taken();
    const before = await claimOf(world, number);
    const investigation = await investigating(world, [number]);
    const facility = { on: 'facility', of: people.facility.organisation.id } as const;
    await manages(world, 'PlaceHold', { investigation, ...facility });
    await settled(world);
    expect(await claimOf(world, number)).toMatchObject({ holds: [investigation], version: before.version });
    const refused = await send(await approval(number));
    expect(refused).toMatchObject({ code: 'wrong_state', message: expect.stringContaining(investigation) });
    const next = await spread(world, 5);
    expect(await claimOf(world, next)).toMatchObject({ holds: [investigation], heldAt: expect.any(Number) });
    expect(await rows(world, "select audience from notices where kind = 'facility-held'")).toEqual([
      { audience: 'network.link' },
    ]);
    world.later(6 * 3_600_000);
    const closing = { version: 2, verdict: 'CLEARED', reason: 'All was well.' } as const;
    await manages(world, 'CloseInvestigation', { investigation, ...closing });
    await settled(world);
    const free = await claimOf(world, number);
    expect(free).toMatchObject({ holds: [], heldAt: null });
    expect((free.dueAt ?? 0) - (before.dueAt ?? 0)).toBeGreaterThanOrEqual(6 * 3_600_000);
    expect((free.rankAt ?? 0) - (before.rankAt ?? 0)).toBe((free.dueAt ?? 0) - (before.dueAt ?? 0));
    expect(await claimOf(world, next)).toMatchObject({ holds: [] });
    expect(await rows(world, 'select data from holds')).toEqual([
      { data: JSON.stringify({ subject: `f:${facility.of}`, holds: [] }) },
    ]);
    expect(await world.findings()).toEqual([]);
  }));

test('more claims than one portion holds: every one of them is held, and let go', () =>
  inWorld(async (world) => {
    const { people } = world;
    const hours = Array.from({ length: 120 }, (_, n) => n + 1);
    const numbers = await Promise.all(
      hours.map((n) => filed(world, { startedAt: new Date(world.now() - n * 3_600_000).toISOString() })),
    );
    const investigation = await investigating(world, numbers.slice(0, 2));
    const facility = { on: 'facility', of: people.facility.organisation.id } as const;
    await manages(world, 'PlaceHold', { investigation, on: 'claims', of: '' });
    await manages(world, 'PlaceHold', { investigation, ...facility });
    await settled(world);
    const held = () => rows(world, "select count(*) n from claims where body ->> '$.holds' is not null");
    expect(await held()).toEqual([{ n: 120 }]);
    await manages(world, 'LiftHold', { investigation, ...facility });
    await settled(world);
    expect(await held()).toEqual([{ n: 2 }]);
    await manages(world, 'LiftHold', { investigation, on: 'claims', of: '' });
    await settled(world);
    expect(await held()).toEqual([{ n: 0 }]);
    expect(await world.findings()).toEqual([]);
  }));

test('a practitioner on hold by licence, however it was typed, at whichever facility', () =>
  inWorld(async (world) => {
    const theirs = await spread(world, 1, { practitionerLicence: licence });
    const other = await spread(world, 2);
    const investigation = await investigating(world, [theirs]);
    await manages(world, 'PlaceHold', { investigation, on: 'practitioner', of: 'mdcn 123' });
    await settled(world);
    expect(await claimOf(world, theirs)).toMatchObject({ holds: [investigation] });
    expect(await claimOf(world, other)).toMatchObject({ holds: [] });
    const next = await spread(world, 3, { practitionerLicence: 'mdcn-123' });
    expect(await claimOf(world, next)).toMatchObject({ holds: [investigation] });
  }));

test('what a crash cut off goes on when the actor wakes', () =>
  inWorld(async (world) => {
    const number = await spread(world, 1);
    const investigation = await investigating(world, [number]);
    await manages(world, 'PlaceHold', { investigation, on: 'claims', of: '' });
    await settled(world);
    await rows(
      world,
      `update holds set sweeping = 1, data = json_set(data, '$.holds[0].sweep', 'LIFTING', '$.holds[0].after', 0, '$.holds[0].since', 1)`,
    );
    const other = world.another();
    await other.cycle.start();
    await settled(world);
    expect(await claimOf(world, number)).toMatchObject({ holds: [] });
  }));

test('an event disposed of counts no more, the claim moves back in the queue, and counts equal the rows', () =>
  inWorld(async (world) => {
    const { send, people } = world;
    await filed(world);
    const number = await filed(world);
    const before = await claimOf(world, number);
    const dispose = (n: number, verdict: 'CONFIRMED' | 'DISMISSED') =>
      command(people.staff, 'DisposeRiskEvent', { number, n, verdict, reason: 'They came twice.' });
    const first = dispose(1, 'DISMISSED');
    done(await send(first));
    expect(await send(first)).toMatchObject({ repeated: true });
    expect(refusedAs(await send(dispose(1, 'CONFIRMED')))).toBe('wrong_state');
    done(await send(dispose(2, 'DISMISSED')));
    const after = await claimOf(world, number);
    expect(after).toMatchObject({ risk: 0, version: before.version });
    expect(after.rankAt ?? 0).toBeGreaterThan(before.rankAt ?? 0);
    const counted = `select rule, count(*) raised, sum(state = 'CONFIRMED') confirmed, sum(state = 'DISMISSED') dismissed from risk_events group by rule order by rule`;
    const kept =
      "select rule, raised, confirmed, dismissed from risk_counts where facility_id = '' order by rule";
    expect(await rows(world, kept)).toEqual(await rows(world, counted));
    const byPile =
      "select rule, raised, confirmed, dismissed from risk_counts where facility_id <> '' order by rule";
    expect(await rows(world, byPile)).toEqual(await rows(world, counted));
    const told = await rows(world, "select data from journal where action = 'DisposeRiskEvent'");
    expect(told.map(({ data }) => JSON.parse(String(data)).tell)).toEqual([undefined, undefined]);
    expect(JSON.stringify(told)).not.toContain('twice');
    expect(await world.findings()).toEqual([]);
  }));

test('a count, or a row, of risk events that is not so is found', () =>
  inWorld(async (world) => {
    await filed(world);
    await filed(world);
    expect(await world.findings()).toEqual([]);
    await rows(world, "update risk_counts set confirmed = 1 where facility_id = '' and rule = 'duplicate'");
    await rows(world, "update risk_events set state = 'DISMISSED' where n = 2");
    const found = await world.findings();
    expect(new Set(found.map(({ check }) => check))).toEqual(new Set(['risk events', 'risk counts']));
    expect(found.some(({ message }) => message.startsWith('the rows say'))).toBe(true);
  }));

test('an investigation says which claim or event there is not', () =>
  inWorld(async ({ send, people }) => {
    const input = { title: 'T', events: [{ number: 'CLM-26-000001', n: 1 }], claims: ['CLM-26-000002'] };
    expect(await send(command(people.system, 'OpenInvestigation', input))).toMatchObject({
      code: 'invalid',
      errors: [{ field: 'events.0' }, { field: 'claims.0' }],
    });
    const on = { investigation: 'INV-000009' };
    expect(refusedAs(await send(command(people.system, 'NoteInvestigation', { ...on, text: 'N' })))).toBe(
      'not_found',
    );
  }));
