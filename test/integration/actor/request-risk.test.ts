import { expect, test } from 'vitest';
import { inWorld, type World } from './a-desk.ts';
import { filedRequest, requestOf, rowsOf } from './a-request.ts';
import { command, done, refusedAs } from './a-tenant.ts';
import { answers, emergency, withPortal } from './an-alert.ts';

test('a request is scored as it is filed: what is not plausible for the person is flagged, what is merely planned is not', () =>
  inWorld(async (world) => {
    const { people, send } = world;
    const service = { externalId: 'PSA', name: 'Prostate antigen', group: 'laboratory' as const };
    done(
      await send(
        command(people.system, 'PutService', { ...service, unit: 'each', active: true, sex: 'male' }),
      ),
    );
    const plain = await filedRequest(world);
    expect(await requestOf(world, plain)).toMatchObject({ risk: 0, flags: [] });
    const number = await filedRequest(world, { lines: [{ service: 'PSA', quantity: 1, unitPrice: 100 }] });
    const one = await requestOf(world, number);
    expect(one).toMatchObject({ risk: 40, flags: [{ rule: 'sex_age_mismatch', state: 'OPEN' }] });
    expect(await rowsOf(world, 'select number, rule, state from risk_events')).toEqual([
      { number, rule: 'sex_age_mismatch', state: 'OPEN' },
    ]);
    expect(await world.findings()).toEqual([]);
  }));

/** What is counted by rule, over all and by facility, and what the rows say. */
const counts = async (world: World) => {
  const kept = (where: string) =>
    `select rule, raised, confirmed, dismissed from risk_counts where ${where} order by rule`;
  const of =
    "select rule, count(*) raised, sum(state = 'CONFIRMED') confirmed, sum(state = 'DISMISSED') dismissed from risk_events group by rule order by rule";
  return {
    all: await rowsOf(world, kept("facility_id = ''")),
    piles: await rowsOf(world, kept("facility_id <> ''")),
    rows: await rowsOf(world, of),
  };
};

test('a risk event of a request is disposed of once, with a reason that is sealed; counts follow, its facility hears nothing', () =>
  inWorld(async (world) => {
    const { people, send } = world;
    const self = await withPortal(world);
    const number = await emergency(world);
    done(await answers(world, self, number, 'NOT_ME'));
    const before = await requestOf(world, number);
    const dispose = (n: number, verdict: 'CONFIRMED' | 'DISMISSED') =>
      command(people.staff, 'DisposeRiskEvent', { number, n, verdict, reason: 'She had forgotten it.' });
    const first = dispose(1, 'DISMISSED');
    expect(done(await send(first))).toMatchObject({ number, n: 1, verdict: 'DISMISSED', risk: 0 });
    expect(await send(first)).toMatchObject({ repeated: true });
    expect(refusedAs(await send(dispose(1, 'CONFIRMED')))).toBe('wrong_state');
    expect(refusedAs(await send(dispose(9, 'CONFIRMED')))).toBe('not_found');
    expect(await requestOf(world, number)).toMatchObject({
      risk: 0,
      version: before.version,
      holds: before.holds,
      flags: [{ rule: 'not_me', state: 'DISMISSED', disposed: { reason: 'She had forgotten it.' } }],
    });
    const { all, piles, rows } = await counts(world);
    expect(rows).toEqual([{ rule: 'not_me', raised: 1, confirmed: 0, dismissed: 1 }]);
    expect([all, piles]).toEqual([rows, rows]);
    const told = await rowsOf(world, "select data, sealed from journal where action = 'DisposeRiskEvent'");
    expect(told).toMatchObject([{ sealed: expect.any(String) }]);
    expect(JSON.parse(String(told[0]?.data))).toMatchObject({ n: 1, rule: 'not_me', verdict: 'DISMISSED' });
    expect(String(told[0]?.data)).not.toMatch(/"tell"|forgotten/);
    expect(await world.findings()).toEqual([]);
  }));

test('a request that there is not has no events', () =>
  inWorld(async ({ people, send }) => {
    const input = { number: 'PA-26-000099', n: 1, verdict: 'CONFIRMED' as const, reason: 'So.' };
    expect(refusedAs(await send(command(people.staff, 'DisposeRiskEvent', input)))).toBe('not_found');
  }));
