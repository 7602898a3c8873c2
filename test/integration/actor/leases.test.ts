import { expect, test } from 'vitest';
import { claimIdOf } from '../../../schema/domain/ids.ts';
import { inWorld } from './a-desk.ts';
import { command, done, refusedAs } from './a-tenant.ts';

const eleven_minutes_ms = 11 * 60_000;

test('a lease that is over frees the claim by the alarm, and the claim stays in review', () =>
  inWorld(async (world) => {
    const { people, desk, send, taken, later, journal, findings } = world;
    const number = await taken();
    expect(refusedAs(await send(command(people.other, 'TakeClaim', { number })))).toBe('lease_held');
    later(eleven_minutes_ms);
    await desk.rang();
    expect((await journal()).at(-1)).toMatchObject({ action: 'ReleaseClaim' });
    expect((await desk.overview.queue({ limit: 5 })).rows).toMatchObject([
      { state: 'IN_REVIEW', lease: null },
    ]);
    expect(refusedAs(await send(await world.approval(number)))).toBe('lease_held');
    done(await send(command(people.other, 'TakeClaim', { number })));
    done(await send(await world.approval(number, { by: people.other })));
    expect(await findings()).toEqual([]);
  }));

test('an alarm that rings twice frees a claim once', () =>
  inWorld(async ({ desk, taken, later, journal, findings }) => {
    await taken();
    later(eleven_minutes_ms);
    await Promise.all([desk.rang(), desk.rang()]);
    await desk.rang();
    expect((await journal()).filter((entry) => entry.action === 'ReleaseClaim')).toHaveLength(1);
    expect(await findings()).toEqual([]);
  }));

test('a lease that is renewed outlives its first end, and another instance knows it', () =>
  inWorld(async ({ people, desk, send, taken, later, another, now }) => {
    const number = await taken();
    const id = claimIdOf(number) ?? 0;
    later(eleven_minutes_ms - 120_000);
    expect(await desk.overview.renew(id, 'ben')).toBe(false);
    expect(await desk.overview.renew(id, 'ada')).toBe(true);
    await desk.rang();
    later(120_000);
    const awake = another();
    await awake.rang();
    expect(await awake.overview.leases([id])).toEqual([
      { id, lease: { accountId: 'ada', name: 'Ada Obi', until: expect.any(Number) } },
    ]);
    expect((await awake.overview.leases([id]))[0]?.lease.until).toBeGreaterThan(now());
    expect(refusedAs(await send(command(people.other, 'TakeClaim', { number }), awake))).toBe('lease_held');
  }));

test('a lease taken just before a crash is read from the journal', () =>
  inWorld(async ({ send, taken, another, approval }) => {
    const number = await taken();
    const approving = await approval(number);
    // Nothing has been written to the actor's own storage yet.
    const awake = another();
    const [mine] = (await awake.overview.queue({ mine: 'ada', limit: 5 })).rows;
    expect(mine).toMatchObject({ state: 'IN_REVIEW', lease: { accountId: 'ada', name: 'Ada Obi' } });
    done(await send(approving, awake));
  }));

test('whoever holds a claim may give it back', () =>
  inWorld(async ({ people, send, taken }) => {
    const number = await taken();
    expect(refusedAs(await send(command(people.other, 'ReleaseClaim', { number })))).toBe('lease_held');
    done(await send(command(people.staff, 'ReleaseClaim', { number })));
    done(await send(command(people.other, 'TakeClaim', { number })));
  }));
