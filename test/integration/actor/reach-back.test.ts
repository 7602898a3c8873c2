import { expect, test } from 'vitest';
import { LocalStore } from '../../../durable-objects/actor/local-store.ts';
import { View } from '../../../durable-objects/tenant/view.ts';
import { claimIdOf } from '../../../schema/domain/ids.ts';
import { defaultRisk } from '../../../schema/domain/risk/settings.ts';
import { putRiskRulesForm } from '../../../schema/forms/put-risk-rules.ts';
import { inWorld, type World } from './a-desk.ts';
import { claimOf, filed, manages, rows } from './a-risk-world.ts';
import { command, done } from './a-tenant.ts';
import { claimForm } from './claim-form.ts';

const window_ms = 600_000;
/** A burst here is five claims in ten minutes, where one is usual. */
const { rules } = putRiskRulesForm.parse({
  rules: { ...defaultRisk, rapid_fire: { ...defaultRisk.rapid_fire, submissionsMin: 5 } },
});

/** On a day of its own, so that none is like another. */
const visit = ({ now }: World, nth: number) => ({
  startedAt: new Date(now() - (nth + 2) * 3 * 86_400_000).toISOString(),
});

/** A facility that has sent one claim at a time so far, at the begin of ten minutes. */
async function aQuietFacility(world: World): Promise<void> {
  const { later, now } = world;
  await manages(world, 'PutRiskRules', { rules });
  for (const nth of [20, 21, 22, 23]) {
    later(2 * window_ms);
    await filed(world, visit(world, nth));
  }
  later(2 * window_ms - (now() % window_ms));
}

/** So many claims within ten minutes; their numbers. */
async function burst(world: World, from: number, many: number): Promise<string[]> {
  const numbers: string[] = [];
  for (let nth = from; nth < from + many; nth += 1) numbers.push(await filed(world, visit(world, nth)));
  return numbers;
}

const flagsOf = async (world: World, numbers: readonly string[]) =>
  Promise.all(
    numbers.map(async (number) => (await claimOf(world, number)).flags.map(({ rule, n }) => `${rule} ${n}`)),
  );
const raised = ['rapid_fire 1'];

/** The numbers of the earlier claims that each filing changed, in the journal. */
const alsoOf = async (world: World) =>
  (await rows(world, "select data from journal where action = 'SubmitClaim' order by seq"))
    .map(({ data }): number[] => JSON.parse(String(data)).also ?? [])
    .filter((also) => also.length > 0);

test('what makes a burst is flagged on all of its claims, each once, and they stand earlier for it', () =>
  inWorld(async (world) => {
    await aQuietFacility(world);
    const first = await burst(world, 0, 4);
    expect(await flagsOf(world, first)).toEqual([[], [], [], []]);
    const before = await claimOf(world, first[0] ?? '');
    const [fifth = ''] = await burst(world, 4, 1);
    expect(await flagsOf(world, [...first, fifth])).toEqual([raised, raised, raised, raised, raised]);
    const after = await claimOf(world, first[0] ?? '');
    expect(after).toMatchObject({
      version: before.version,
      risk: 40,
      flags: [{ state: 'OPEN', claims: [] }],
    });
    expect(after.flags[0]?.evidence).toMatch(
      new RegExp(`^Found with ${fifth}: The facility submitted 5 claims within ten minutes`),
    );
    expect((before.rankAt ?? 0) - (after.rankAt ?? 0)).toBe(Math.round(0.4 * 24 * 3_600_000));
    const rest = await burst(world, 5, 3);
    expect(await flagsOf(world, rest)).toEqual([raised, raised, raised]);
    expect(await alsoOf(world)).toEqual([first.map(claimIdOf)]);
    expect(await world.findings()).toEqual([]);
  }));

test('a claim that was approved meanwhile has its event, one that was withdrawn has none', () =>
  inWorld(async (world) => {
    const { send, people } = world;
    await aQuietFacility(world);
    const [approved = '', withdrawn = '', ...others] = await burst(world, 0, 4);
    done(await send(command(people.staff, 'TakeClaim', { number: approved })));
    done(await send(await world.approval(approved)));
    const leaving = { ...people.facility, permissions: ['facility.claim.withdraw' as const] };
    done(await send(command(leaving, 'WithdrawClaim', { number: withdrawn })));
    const { rankAt } = await claimOf(world, approved);
    await burst(world, 4, 1);
    expect(await claimOf(world, approved)).toMatchObject({ state: 'APPROVED', risk: 40, rankAt });
    expect(await claimOf(world, withdrawn)).toMatchObject({ state: 'WITHDRAWN', risk: 0, flags: [] });
    expect(await flagsOf(world, others)).toEqual([raised, raised]);
    expect(await world.findings()).toEqual([]);
  }));

test('sent again, or with its answer lost, it is done once; an actor that woke reaches what it never held, and shows it', () =>
  inWorld(async (world) => {
    const { send, people, database, another, state } = world;
    await aQuietFacility(world);
    const first = await burst(world, 0, 4);
    const envelope = command(people.facility, 'SubmitClaim', claimForm(visit(world, 4)));
    database.mood = 'down';
    await send(envelope);
    expect(await flagsOf(world, first)).toEqual([[], [], [], []]);
    database.mood = 'well';
    const woken = another();
    await woken.cycle.start();
    database.mood = 'lost';
    const sent = done(await send(envelope, woken));
    database.mood = 'well';
    expect(await send(envelope, woken)).toMatchObject({ repeated: true, outcome: sent });
    expect(await flagsOf(world, first)).toEqual([raised, raised, raised, raised]);
    expect(await rows(world, "select count(*) n from risk_events where rule = 'rapid_fire'")).toEqual([
      { n: 5 },
    ]);
    // One that starts now reads from the journal which claims are otherwise than its view has them.
    const last = another();
    await last.isWhole();
    await last.rang();
    const view = new View(new LocalStore(state.storage));
    for (const number of first) {
      const { id, rankAt } = await claimOf(world, number);
      expect(view.find(id)).toMatchObject({ rankAt, risk: 40, openFlags: 1 });
    }
    expect(await world.findings()).toEqual([]);
  }));

test('the first of a pair shows the link and weighs no more; of two places at one hour both are in doubt', () =>
  inWorld(async (world) => {
    const { send, people } = world;
    const day = 86_400_000;
    const near = { startedAt: new Date(world.now() - 4 * day).toISOString() };
    const first = await filed(world, near);
    const second = await filed(world, { startedAt: new Date(world.now() - 3 * day).toISOString() });
    const link = { rule: 'near_duplicate', weight: 0, claims: [second], state: 'OPEN' };
    expect(await claimOf(world, first)).toMatchObject({ risk: 0, flags: [link] });
    expect((await claimOf(world, second)).risk).toBe(20);
    for (const [name, latitude] of [
      ['here', 6.6],
      ['there', 9.1],
    ] as const)
      done(
        await send(
          command(people.system, 'LinkFacility', {
            facilityId: `fac-${name}`,
            profile: { name, kind: 'clinic', latitude, longitude: 3.35 },
          }),
        ),
      );
    const startedAt = new Date(world.now() - 20 * day).toISOString();
    const at = (name: string) => ({
      ...people.facility,
      organisation: { kind: 'facility' as const, id: `fac-${name}` },
    });
    const one = (service: string) => ({
      startedAt,
      lines: [{ service, quantity: 1, unitPrice: 100_000 }],
      total: 100_000,
    });
    const here = await filed(world, one('CONS'), at('here'));
    const there = await filed(world, one('LAB-MP'), at('there'));
    for (const number of [here, there])
      expect(await claimOf(world, number)).toMatchObject({
        risk: 60,
        flags: [{ rule: 'impossible_dates', weight: 0.6 }],
      });
    expect(await world.findings()).toEqual([]);
  }));
