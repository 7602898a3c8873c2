import { expect, test } from 'vitest';
import { inWorld, type World } from './a-desk.ts';
import { balancesOf, filedRequest, granting, recommendedFor, requestOf, rowsOf } from './a-request.ts';
import { command, done, refusedAs } from './a-tenant.ts';

const day_ms = 86_400_000;
const rejection = {
  verdict: 'reject' as const,
  version: 1,
  reasons: ['50'],
  sentence: 'Try the cheaper test first.',
};

/** Ada and Ben may decide appeals. */
async function managers({ send, people }: World): Promise<void> {
  for (const [accountId, name] of [
    ['ada', 'Ada Obi'],
    ['ben', 'Ben Eze'],
  ] as const)
    done(
      await send(
        command(people.system, 'PutStaff', {
          accountId,
          name,
          email: `${accountId}@x.example`,
          roleKey: 'claims-manager',
          state: 'ACTIVE',
        }),
      ),
    );
}

const appealing = ({ people }: World, number: string) =>
  command(people.facility, 'AppealAuthorization', { number, text: 'The cheaper test was done.' });

/** A request of the kind, appealed; Ada decided it first. */
async function appealed(world: World, { inPart = false } = {}): Promise<string> {
  await managers(world);
  const number = await filedRequest(world);
  const { people, send } = world;
  const lines = [{ line: 2, approvedQuantity: 0, approved: 0, reasons: ['50'] }];
  const first = inPart
    ? await granting(world, number, { lines })
    : command(people.staff, 'DecideAuthorization', { ...rejection, number });
  done(await send(first));
  done(await send(appealing(world, number)));
  return number;
}

async function overturning(world: World, number: string, by = world.people.other) {
  const recommendation = await recommendedFor(world, number);
  return command(by, 'DecideAppeal', {
    number,
    version: 3,
    verdict: 'overturn',
    recommendation,
    reasons: ['193'],
    sentence: 'You are right.',
  });
}

test('a rejection is appealed: it waits again with the same clock, and those who decide appeals are told', () =>
  inWorld(async (world) => {
    const number = await appealed(world);
    const one = await requestOf(world, number);
    expect(one).toMatchObject({
      state: 'REJECTED',
      version: 3,
      appeals: [{ n: 1, state: 'OPEN', text: 'The cheaper test was done.', against: 'ada', by: 'Chi Clerk' }],
    });
    const [appeal] = one.appeals;
    expect((appeal?.dueAt ?? 0) - (appeal?.at ?? 0)).toBe(one.clock_ms);
    expect(await rowsOf(world, 'select answer_by is not null as waits from authorizations')).toEqual([
      { waits: 1 },
    ]);
    const [notice] = await rowsOf(world, 'select kind, audience from notices order by seq desc limit 1');
    expect(notice).toEqual({ kind: 'authorization-appealed', audience: 'authorization.appeal_decide' });
    const [entry] = await rowsOf(world, 'select data from journal order by seq desc limit 1');
    expect(entry?.data).not.toContain('cheaper');
    expect(refusedAs(await world.send(appealing(world, number)))).toBe('wrong_state');
  }));

test('whoever decided first does not decide the appeal', () =>
  inWorld(async (world) => {
    const number = await appealed(world);
    const own = await overturning(world, number, world.people.staff);
    expect(await world.send(own)).toMatchObject({
      code: 'forbidden',
      message: expect.stringContaining('somebody else must decide the appeal'),
    });
  }));

test('upheld, the decision stands, with reason and sentence, and is not appealed again', () =>
  inWorld(async (world) => {
    const number = await appealed(world);
    const { people, send } = world;
    const sentence = 'It was not needed.';
    const input = { number, version: 3, verdict: 'uphold' as const, reasons: ['193'], sentence };
    expect(done(await send(command(people.other, 'DecideAppeal', input)))).toMatchObject({
      state: 'REJECTED',
    });
    expect(await requestOf(world, number)).toMatchObject({
      appeals: [
        { state: 'UPHELD', decided: { by: 'ben', name: 'Ben Eze', reasons: [{ code: '193' }], sentence } },
      ],
    });
    expect(refusedAs(await send(appealing(world, number)))).toBe('wrong_state');
    expect(await balancesOf(world)).toEqual({ reserved: 0, used: 0 });
  }));

test('overturned, a rejection becomes a grant with a code of its own', () =>
  inWorld(async (world) => {
    const number = await appealed(world);
    const deciding = await overturning(world, number);
    const outcome = done(await world.send(deciding));
    expect(outcome).toMatchObject({
      state: 'APPROVED',
      version: 4,
      code: expect.stringContaining('TST-PA-'),
    });
    expect(done(await world.send(deciding))).toEqual(outcome);
    expect(await requestOf(world, number)).toMatchObject({
      decidedBy: 'ben',
      appeals: [{ state: 'OVERTURNED' }],
      approved: 800_000,
    });
    expect(await balancesOf(world)).toEqual({ reserved: 800_000, used: 0 });
    expect(await world.findings()).toEqual([]);
  }));

test('what was granted in part stays usable meanwhile; overturned it keeps its code and reserves the rest', () =>
  inWorld(async (world) => {
    const number = await appealed(world, { inPart: true });
    const before = await requestOf(world, number);
    expect(before).toMatchObject({ state: 'PARTIALLY_APPROVED', approved: 500_000 });
    expect(await balancesOf(world)).toEqual({ reserved: 500_000, used: 0 });
    done(await world.send(await overturning(world, number)));
    expect(await requestOf(world, number)).toMatchObject({
      state: 'APPROVED',
      code: before.code,
      approved: 800_000,
    });
    expect(await balancesOf(world)).toEqual({ reserved: 800_000, used: 0 });
    expect(await world.findings()).toEqual([]);
  }));

test('a decision is appealed for thirty days, by its own facility, and what was granted in full not at all', () =>
  inWorld(async (world) => {
    await managers(world);
    const { people, send, later } = world;
    const number = await filedRequest(world);
    done(await send(command(people.staff, 'DecideAuthorization', { ...rejection, number })));
    const elsewhere = { ...people.facility, organisation: { kind: 'facility' as const, id: 'elsewhere' } };
    expect(refusedAs(await send({ ...appealing(world, number), principal: elsewhere }))).toBe('not_found');
    later(31 * day_ms);
    expect(await send(appealing(world, number))).toMatchObject({
      code: 'wrong_state',
      message: expect.stringContaining('30 days after the decision'),
    });
    const whole = await filedRequest(world, {
      serviceDate: new Date(world.now() + 3 * day_ms).toISOString().slice(0, 10),
    });
    done(await send(await granting(world, whole)));
    expect(refusedAs(await send(appealing(world, whole)))).toBe('wrong_state');
  }));

test('above the ceiling a new decision upon an appeal is a proposal, confirmed by who may decide appeals', () =>
  inWorld(async (world) => {
    const number = await appealed(world, { inPart: true });
    const { people, send } = world;
    const roles = [{ role: 'claims-manager', limits: { authorization: 700_000 } }];
    done(await send(command(people.system, 'PutApprovalLimits', { roles })));
    expect(done(await send(await overturning(world, number)))).toMatchObject({
      state: 'PARTIALLY_APPROVED',
      version: 4,
      proposed: 800_000,
    });
    expect(await balancesOf(world)).toEqual({ reserved: 500_000, used: 0 });
    const boss = { accountId: 'meg', name: 'Meg Udo', email: 'm@x.example', roleKey: 'admin' };
    done(await send(command(people.system, 'PutStaff', { ...boss, state: 'ACTIVE' })));
    const meg = { ...people.staff, id: 'meg', name: 'Meg Udo' };
    const confirming = command(meg, 'ConfirmAuthorizationProposal', { number, version: 4 });
    expect(done(await send(confirming))).toMatchObject({ state: 'APPROVED' });
    expect(await requestOf(world, number)).toMatchObject({
      proposal: null,
      appeals: [{ state: 'OVERTURNED', decided: { by: 'meg', reasons: [{ code: '193' }] } }],
    });
    expect(await balancesOf(world)).toEqual({ reserved: 800_000, used: 0 });
    expect(await world.findings()).toEqual([]);
  }));
