import { expect, test } from 'vitest';
import { addDays, dateIn } from '../../../schema/domain/dates.ts';
import { inWorld, type World } from './a-desk.ts';
import { balancesOf, filedRequest, granting, requestOf, rowsOf } from './a-request.ts';
import { command, done, refusedAs } from './a-tenant.ts';

const day_ms = 86_400_000;
const zone = 'Africa/Lagos';
const bed = 1_000_000;

/** An admission of three days from today, with an operation; granted by Ada. */
async function admitted(world: World) {
  const { send, people } = world;
  const service = { name: 'Ward bed', group: 'admission' as const, unit: 'day' as const, active: true };
  done(await send(command(people.system, 'PutService', { externalId: 'BED', ...service })));
  const from = dateIn(zone, world.now());
  const number = await filedRequest(world, {
    encounterType: 'inpatient',
    serviceDate: from,
    lines: [
      { service: 'BED', quantity: 3, unitPrice: bed },
      { service: 'CONS', quantity: 1, unitPrice: 500_000 },
    ],
  });
  done(await send(await granting(world, number)));
  return { number, from };
}

const reservedDays = async (world: World) => {
  const [row] = await rowsOf(
    world,
    `select sum(case kind when 'RESERVE' then days else -days end) days from ledger where kind in ('RESERVE', 'RELEASE')`,
  );
  return row?.days;
};

test('an admission is granted in days, and extended by day: judged, reserved, its code valid to the last of them', () =>
  inWorld(async (world) => {
    const { number, from } = await admitted(world);
    expect(await requestOf(world, number)).toMatchObject({
      admission: { from, days: 3, dischargedOn: null },
    });
    expect(await reservedDays(world)).toBe(3);
    const { people, send } = world;
    const extending = command(people.staff, 'ExtendAuthorization', {
      number,
      version: 2,
      days: 14,
      sentence: 'Two weeks more.',
    });
    const outcome = done(await send(extending));
    expect(outcome).toMatchObject({ state: 'APPROVED', version: 3 });
    expect(done(await send(extending))).toEqual(outcome);
    const one = await requestOf(world, number);
    expect(one).toMatchObject({
      admission: { days: 17 },
      approved: 17 * bed + 500_000,
      validTo: addDays(from, 17),
      lines: [{ quantity: 17, approvedQuantity: 17, approved: 17 * bed }, { approvedQuantity: 1 }],
    });
    expect(one.history.at(-1)).toMatchObject({ what: 'extended', detail: addDays(from, 17) });
    expect(await reservedDays(world)).toBe(17);
    expect(await balancesOf(world)).toEqual({ reserved: 17 * bed + 500_000, used: 0 });
    expect(await world.findings()).toEqual([]);
  }));

test('a code alone is extended in time, never shortened', () =>
  inWorld(async (world) => {
    const { people, send } = world;
    const number = await filedRequest(world);
    done(await send(await granting(world, number)));
    const { validTo } = await requestOf(world, number);
    const extend = (until: string | undefined, version = 2) =>
      command(people.staff, 'ExtendAuthorization', { number, version, validTo: until });
    expect(await send(extend(validTo ?? ''))).toMatchObject({ errors: [{ field: 'validTo' }] });
    expect(await send(extend(undefined))).toMatchObject({ errors: [{ field: 'validTo' }] });
    const later = addDays(validTo ?? '', 10);
    expect(done(await send(extend(later)))).toMatchObject({ version: 3 });
    expect(await requestOf(world, number)).toMatchObject({ validTo: later, reservedTo: addDays(later, 90) });
    const days = command(people.staff, 'ExtendAuthorization', { number, version: 3, days: 2 });
    expect(await send(days)).toMatchObject({
      errors: [{ field: 'days', message: 'Only an admission is extended by days.' }],
    });
    expect(await world.findings()).toEqual([]);
  }));

test('further days beyond what is left take a sentence; above the ceiling they are a proposal', () =>
  inWorld(async (world) => {
    const { number } = await admitted(world);
    const { people, send } = world;
    const roles = [{ role: 'adjudicator', limits: { authorization: 4_000_000 } }];
    done(await send(command(people.system, 'PutApprovalLimits', { roles })));
    const extending = command(people.staff, 'ExtendAuthorization', { number, version: 2, days: 2 });
    expect(done(await send(extending))).toMatchObject({ state: 'APPROVED', version: 3, proposed: 5_500_000 });
    expect(await reservedDays(world)).toBe(3);
    const manager = { accountId: 'meg', name: 'Meg Udo', email: 'm@x.example', roleKey: 'claims-manager' };
    done(await send(command(people.system, 'PutStaff', { ...manager, state: 'ACTIVE' })));
    const meg = { ...people.staff, id: 'meg', name: 'Meg Udo' };
    done(await send(command(meg, 'ConfirmAuthorizationProposal', { number, version: 3 })));
    expect(await requestOf(world, number)).toMatchObject({ admission: { days: 5 }, approved: 5_500_000 });
    expect(await reservedDays(world)).toBe(5);
    expect(await world.findings()).toEqual([]);
  }));

test('the discharge ends it: unused days are free again, and nothing more is extended', () =>
  inWorld(async (world) => {
    const { number, from } = await admitted(world);
    const { people, send, later } = world;
    later(2 * day_ms);
    const on = addDays(from, 2);
    const discharging = command(people.facility, 'DischargeAuthorization', {
      number,
      version: 2,
      dischargedOn: on,
    });
    const early = { ...discharging.command.input, dischargedOn: addDays(from, -1) };
    expect(await send(command(people.facility, 'DischargeAuthorization', early))).toMatchObject({
      errors: [{ field: 'dischargedOn' }],
    });
    const outcome = done(await send(discharging));
    expect(done(await send(discharging))).toEqual(outcome);
    expect(await requestOf(world, number)).toMatchObject({
      admission: { dischargedOn: on },
      validTo: on,
      approved: 2 * bed + 500_000,
      lines: [{ approvedQuantity: 2, approved: 2 * bed }, { approvedQuantity: 1 }],
    });
    expect(await reservedDays(world)).toBe(2);
    expect(await balancesOf(world)).toEqual({ reserved: 2 * bed + 500_000, used: 0 });
    const again = command(people.staff, 'ExtendAuthorization', { number, version: 3, days: 1 });
    expect(refusedAs(await send(again))).toBe('wrong_state');
    expect(await world.findings()).toEqual([]);
  }));
