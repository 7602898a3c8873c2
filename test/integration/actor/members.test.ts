import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import type { Answer, TenantOutcome } from '../../../schema/commands.ts';
import { addDays, dateIn } from '../../../schema/domain/dates.ts';
import { addMonths, firstOfNextMonth } from '../../../schema/domain/members/months.ts';
import type { Permission, Principal } from '../../../schema/domain/permissions.ts';
import { blankBenefit, blankRules } from '../../../schema/domain/plans/blank-rules.ts';
import type { PutEnrollee } from '../../../schema/forms/put-enrollee.ts';
import { connect } from '../../../worker/databases/connect.ts';
import { inWorld, type World } from './a-desk.ts';
import { command, done, refusedAs } from './a-tenant.ts';

const zone = 'Africa/Lagos';
const todayIn = (world: World) => dateIn(zone, world.now());

const person = (externalId: string, change: Partial<PutEnrollee> = {}): PutEnrollee => ({
  externalId,
  clientCode: 'DANG',
  relation: 'principal',
  firstName: 'Bola',
  lastName: 'Ade',
  birthDate: '1985-02-03',
  sex: 'male',
  coverFrom: '2024-01-01',
  ...change,
});
const child = (externalId: string, change: Partial<PutEnrollee> = {}) =>
  person(externalId, { relation: 'child', principalExternalId: 'P-1', birthDate: '2019-06-30', ...change });

const rules = {
  ...blankRules,
  benefits: [{ ...blankBenefit('OPD', 'Visits', 'outpatient'), groups: ['consultation'] }],
  dependants: { spouse: true, childrenUnder: 21, other: false, most: 3 },
};
const planNamed = (code: string) =>
  ({ code, name: code, scheme: 'private', from: '2024-01-01', rules }) as const;

/** What a PutEnrollee came to. */
function enrolled(answer: Answer<TenantOutcome>) {
  const outcome = done(answer);
  if (!('memberId' in outcome)) throw new Error('it enrolled nobody');
  return outcome;
}

/** A client with one offered plan and another published one, a principal with two children. */
async function aFamily(world: World) {
  const { people, send } = world;
  const by = (input: PutEnrollee) => send(command(people.system, 'PutEnrollee', input));
  for (const code of ['GOLD', 'SILVER', 'PLATINUM'])
    done(await send(command(people.system, 'PutPlanVersion', planNamed(code))));
  const offers = ['GOLD', 'SILVER'].map((plan) => ({ plan, premium: 100, per: 'year' }) as const);
  const client = { code: 'DANG', name: 'Dangira', offers };
  done(await send(command(people.system, 'PutClient', client)));
  const principal = enrolled(await by(person('P-1', { plan: 'GOLD' })));
  const children = [enrolled(await by(child('C-1'))), enrolled(await by(child('C-2')))];
  return { by, client, principal, children };
}

async function rowOf({ people }: World, externalId: string) {
  const database = connect(env, `tenant-${people.id}`);
  const { rows } = await database.execute({
    sql: 'select * from enrollees where external_id = ?',
    args: [externalId],
  });
  return rows[0];
}

async function entriesOf({ people }: World, subject: string) {
  const database = connect(env, `tenant-${people.id}`);
  const { rows } = await database.execute({
    sql: 'select action, data, sealed from journal where subject = ? order by seq',
    args: [subject],
  });
  return rows;
}

/** A key of the tenant with just these scopes, as a principal. */
async function keyWith({ people, send }: World, ...scopes: Permission[]): Promise<Principal> {
  const id = `key-${scopes.join('-')}-${people.id}`.slice(0, 40);
  const issue = { id, name: 'K', scopes, secretHash: id.padEnd(64, '0').slice(0, 64) };
  done(await send(command(people.system, 'IssueApiKey', issue)));
  return { ...people.staff, id, via: 'key', permissions: scopes };
}

test('a principal’s suspension is the family’s without a word in their rows, and the outcome names a past day', () =>
  inWorld(async (world) => {
    const { people, send } = world;
    const { principal } = await aFamily(world);
    const today = todayIn(world);
    const before = await rowOf(world, 'C-1');
    const from = addDays(today, -10);
    const suspend = { externalId: 'P-1', change: 'suspend', from, reason: 'Unpaid leave' } as const;
    expect(done(await send(command(people.system, 'SetEnrolleeCover', suspend)))).toEqual({
      enrolleeId: principal.enrolleeId,
      change: 'suspend',
      from,
      reviewFrom: from,
    });
    expect(await rowOf(world, 'C-1')).toEqual(before);
    expect(await rowOf(world, 'P-1')).toMatchObject({ suspended_from: from, suspended_to: null });
    const [, entry] = await entriesOf(world, `enrollee:${principal.enrolleeId}`);
    expect(JSON.parse(String(entry?.data))).toMatchObject({ change: 'suspend', from, backDated: true });
    expect([String(entry?.data).includes('leave'), entry?.sealed === null]).toEqual([false, false]);
    expect(await world.findings()).toEqual([]);
  }));

test('covers are suspended, reinstated and ended by their rules, also by an actor that has just woken', () =>
  inWorld(async (world) => {
    const { people, send, another } = world;
    await aFamily(world);
    const today = todayIn(world);
    const set = (change: 'suspend' | 'reinstate' | 'terminate', from: string, to = another()) =>
      send(command(people.system, 'SetEnrolleeCover', { externalId: 'C-1', change, from, reason: 'R' }), to);
    expect(refusedAs(await set('reinstate', today))).toBe('invalid');
    expect(refusedAs(await set('suspend', addDays(today, -31)))).toBe('invalid');
    expect(done(await set('suspend', addDays(today, -30)))).toMatchObject({
      reviewFrom: addDays(today, -30),
    });
    expect(done(await set('reinstate', today))).toMatchObject({ reviewFrom: null });
    expect(done(await set('terminate', addDays(today, 5)))).toMatchObject({ reviewFrom: null });
    expect(await rowOf(world, 'C-1')).toMatchObject({ cover_to: addDays(today, 4), suspended_to: today });
    const nobody = { memberId: 'TST-DANG-09999-P', change: 'suspend', from: today, reason: 'R' } as const;
    expect(refusedAs(await send(command(people.system, 'SetEnrolleeCover', nobody)))).toBe('not_found');
  }));

test('a client is suspended by itself, from any day of thirty back', () =>
  inWorld(async (world) => {
    const { people, send } = world;
    await aFamily(world);
    const today = todayIn(world);
    const set = (change: 'suspend' | 'reinstate', from: string, code = 'DANG') =>
      send(command(people.system, 'SetClientCover', { code, change, from, reason: 'Unpaid' }));
    const before = await rowOf(world, 'P-1');
    expect(done(await set('suspend', today))).toEqual({
      code: 'DANG',
      change: 'suspend',
      from: today,
      reviewFrom: null,
    });
    expect(refusedAs(await set('suspend', today))).toBe('invalid');
    expect(done(await set('reinstate', addDays(today, 3)))).toMatchObject({ change: 'reinstate' });
    expect(await rowOf(world, 'P-1')).toEqual(before);
    expect(refusedAs(await set('suspend', today, 'NONE'))).toBe('not_found');
  }));

test('a move takes the family along from the first of the next month, and is replaced and taken back', () =>
  inWorld(async (world) => {
    const { people, send, another } = world;
    const { principal, children } = await aFamily(world);
    const from = firstOfNextMonth(todayIn(world));
    const move = (plan: string, withFamily = true) =>
      send(command(people.system, 'MovePlan', { externalId: 'P-1', plan, withFamily }), another());
    const everybody = [principal, ...children].map(({ enrolleeId }) => enrolleeId);
    expect(done(await move('SILVER'))).toEqual({
      enrolleeId: principal.enrolleeId,
      plan: 'SILVER',
      from,
      takenBack: false,
      moved: everybody,
    });
    expect(await rowOf(world, 'C-2')).toMatchObject({
      plan_code: 'GOLD',
      next_plan: 'SILVER',
      next_plan_from: from,
    });
    expect(refusedAs(await move('SILVER'))).toBe('invalid');
    expect(refusedAs(await move('PLATINUM'))).toBe('invalid');
    expect(done(await move('GOLD'))).toMatchObject({ takenBack: true, moved: everybody });
    expect(await rowOf(world, 'C-1')).toMatchObject({ plan_code: 'GOLD', next_plan: null });
    expect(done(await move('SILVER', false))).toMatchObject({ moved: [principal.enrolleeId] });
  }));

test('a primary facility is chosen at once and changed from the next month, once in six', () =>
  inWorld(async (world) => {
    const { people, send, later } = world;
    await aFamily(world);
    const facility = String(people.facility.organisation.id);
    const link = (facilityId: string) => ({
      facilityId,
      profile: { name: facilityId, kind: 'clinic' } as const,
    });
    for (const id of ['fac-b', 'fac-c']) done(await send(command(people.system, 'LinkFacility', link(id))));
    const choose = (facilityId: string) =>
      send(command(people.system, 'ChangePrimaryFacility', { externalId: 'P-1', facilityId }));
    const today = todayIn(world);
    const next = firstOfNextMonth(today);
    expect(done(await choose(facility))).toMatchObject({ from: today });
    expect(refusedAs(await choose(facility))).toBe('invalid');
    expect(refusedAs(await choose('nowhere'))).toBe('invalid');
    expect(done(await choose('fac-b'))).toMatchObject({ from: next });
    later(40 * 86_400_000);
    expect(refusedAs(await choose('fac-c'))).toBe('invalid');
    later(170 * 86_400_000);
    const then = firstOfNextMonth(todayIn(world));
    expect(then >= addMonths(next, 6)).toBe(true);
    expect(done(await choose('fac-c'))).toMatchObject({ from: then });
  }));

test('a plan says who may be covered, a member id is never given twice, and the client counts everybody', () =>
  inWorld(async (world) => {
    const { people, send, another } = world;
    const { by } = await aFamily(world);
    const today = todayIn(world);
    expect(refusedAs(await by(child('O-1', { relation: 'other' })))).toBe('invalid');
    expect(refusedAs(await by(child('X-1', { birthDate: '1999-01-01' })))).toBe('invalid');
    done(await by(child('S-1', { relation: 'spouse', birthDate: '1987-01-01' })));
    expect(refusedAs(await by(child('C-3')))).toBe('invalid');
    const ended = { externalId: 'C-2', change: 'terminate', from: today, reason: 'Left' } as const;
    done(await send(command(people.system, 'SetEnrolleeCover', ended)));
    const third = command(people.system, 'PutEnrollee', child('C-3', { coverFrom: today }));
    expect(done(await send(third, another()))).toMatchObject({ memberId: 'TST-DANG-00001-C3' });
    expect(done(await by(person('P-2', { plan: 'SILVER' })))).toMatchObject({ memberId: 'TST-DANG-00002-P' });
    const { rows } = await connect(env, `tenant-${people.id}`).execute(
      "select people, families from clients where code = 'DANG'",
    );
    expect(rows[0]).toMatchObject({ people: 6, families: 2 });
    expect(await world.findings()).toEqual([]);
  }));

test('somebody sent again as they are is unchanged, and the same command id does nothing twice', () =>
  inWorld(async (world) => {
    const { people, send } = world;
    const { by, client } = await aFamily(world);
    const before = await rowOf(world, 'P-1');
    expect(done(await by(person('P-1')))).toMatchObject({ outcome: 'unchanged', created: false });
    expect(await rowOf(world, 'P-1')).toEqual(before);
    expect(done(await send(command(people.system, 'PutClient', client)))).toMatchObject({ changed: false });
    const suspend = { externalId: 'P-1', change: 'suspend', from: todayIn(world), reason: 'R' } as const;
    const once = command(people.system, 'SetEnrolleeCover', suspend, 'suspend-1');
    const [first, second] = [await send(once), await send(once)];
    expect([first, second]).toMatchObject([{ repeated: false }, { repeated: true }]);
    expect(done(second)).toEqual(done(first));
  }));

test('people enrolled by hand are known by their member id, and given an integrator’s id once', () =>
  inWorld(async (world) => {
    const { by } = await aFamily(world);
    const { externalId: _, ...byHand } = person('unused', { plan: 'GOLD' });
    const made = enrolled(await by(byHand));
    expect(made.memberId).toBe('TST-DANG-00002-P');
    const named = { ...byHand, memberId: made.memberId };
    expect(refusedAs(await by({ ...named, externalId: 'P-1' }))).toBe('invalid');
    expect(done(await by({ ...named, externalId: 'P-9' }))).toMatchObject({ outcome: 'changed' });
    expect(done(await by(person('P-9')))).toMatchObject({
      enrolleeId: made.enrolleeId,
      outcome: 'unchanged',
    });
    expect(refusedAs(await by({ ...named, externalId: 'P-10' }))).toBe('invalid');
  }));

test('what an input calls for decides which permission is wanted', () =>
  inWorld(async (world) => {
    const { send } = world;
    await aFamily(world);
    const today = todayIn(world);
    const cover = (change: 'suspend' | 'terminate' | 'reinstate', from = today) =>
      ({ externalId: 'C-1', change, from, reason: 'R' }) as const;
    const [creates, updates, suspends, ends] = [
      await keyWith(world, 'enrollee.create', 'client.create'),
      await keyWith(world, 'enrollee.update', 'client.update'),
      await keyWith(world, 'enrollee.suspend'),
      await keyWith(world, 'enrollee.terminate'),
    ];
    const put = (who: Principal, input: PutEnrollee) => send(command(who, 'PutEnrollee', input));
    expect(refusedAs(await put(creates, person('P-1', { firstName: 'New' })))).toBe('forbidden');
    expect(refusedAs(await put(updates, person('P-3', { plan: 'GOLD' })))).toBe('forbidden');
    done(await put(creates, person('P-3', { plan: 'GOLD' })));
    done(await put(updates, person('P-1', { firstName: 'New' })));
    // moving and ending are more than changing a record
    expect(refusedAs(await put(updates, person('P-1', { firstName: 'New', plan: 'SILVER' })))).toBe(
      'invalid',
    );
    expect(refusedAs(await put(updates, person('P-1', { firstName: 'New', coverTo: today })))).toBe(
      'invalid',
    );

    const client = (who: Principal, code: string) =>
      send(command(who, 'PutClient', { code, name: 'Renamed' }));
    expect(refusedAs(await client(creates, 'DANG'))).toBe('forbidden');
    expect(refusedAs(await client(updates, 'NEWC'))).toBe('forbidden');
    done(await client(creates, 'NEWC'));
    done(await client(updates, 'DANG'));

    const set = (who: Principal, input: ReturnType<typeof cover>) =>
      send(command(who, 'SetEnrolleeCover', input));
    expect(refusedAs(await set(suspends, cover('terminate')))).toBe('forbidden');
    expect(refusedAs(await set(ends, cover('suspend')))).toBe('forbidden');
    done(await set(suspends, cover('suspend')));
    done(await set(ends, cover('terminate', addDays(today, 1))));
    // taking an end back takes what ending does
    expect(refusedAs(await set(suspends, cover('reinstate', addDays(today, 1))))).toBe('forbidden');
    expect(done(await set(ends, cover('reinstate', addDays(today, 1))))).toMatchObject({
      change: 'reinstate',
    });
  }));
