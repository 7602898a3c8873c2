import { expect, test } from 'vitest';
import { inWorld, type World } from './a-desk.ts';
import { person } from './a-family.ts';
import { aCodeOf, comeTo, inDays, moved, movers, nextMonth, reservedByPlan } from './a-move.ts';
import { balancesOf, filedRequest, requestOf, rowsOf } from './a-request.ts';
import { command, done, refusedAs } from './a-tenant.ts';
import { applied, checkedImport } from './import-file.ts';

const judgedAgain = async (world: World) =>
  (await world.journal()).filter(({ action }) => action === 'JudgeAgain').map(({ command_id }) => command_id);
const waiting = (world: World) => rowsOf(world, 'select day, enrollee_id from plan_moves where swept = 0');

test('on the day of a move an open code is judged again: what is reserved moves, and what is covered no more is said', () =>
  inWorld(async (world) => {
    await movers(world, 'bola');
    const { number } = await aCodeOf(world, 'bola');
    expect(await reservedByPlan(world)).toEqual({ RICH: 1_100_000 });
    const on = await moved(world, 'bola');
    expect(on).toBe(nextMonth(world));
    expect(await waiting(world)).toMatchObject([{ day: on }]);
    comeTo(world, inDays(world, 0));
    await world.desk.rang();
    expect(await judgedAgain(world)).toEqual([]);
    comeTo(world, on);
    expect(world.desk.works.nextAt()).toBeLessThanOrEqual(world.now());
    await world.desk.rang();
    expect(await judgedAgain(world)).toEqual([`move-${on}-${number}`]);
    expect(await waiting(world)).toEqual([]);
    const after = await requestOf(world, number);
    expect(after).toMatchObject({
      state: 'PARTIALLY_APPROVED',
      approved: 300_000,
      moved: { on, from: 'RICH', to: 'LEAN', before: 1_100_000, after: 300_000, lowered: true },
      lines: [
        { approvedQuantity: 0, approved: 0, reasons: [{ code: '96' }], reservation: null },
        { approvedQuantity: 4, approved: 300_000, reservation: { plan: 'LEAN', benefit: 'LAB' } },
      ],
    });
    expect(after.history.at(-1)).toMatchObject({ what: 'judged again', detail: 'RICH → LEAN', by: 'Vetra' });
    expect(after.conversation.at(-1)).toMatchObject({ from: 'tenant', kind: 'decision' });
    expect(after.conversation.at(-1)?.text).toMatch(
      /on Lean and no longer on Rich.*Consultation: not covered any more\./,
    );
    expect(await reservedByPlan(world)).toEqual({ RICH: 0, LEAN: 300_000 });
    expect(await balancesOf(world)).toEqual({ reserved: 300_000, used: 0 });
    const [entry] = await rowsOf(world, "select json(data) as data from journal where action = 'JudgeAgain'");
    expect(JSON.parse(String(entry?.data))).toMatchObject({
      number,
      approved: 300_000,
      says: 'authorization-judged-again',
      moved: { on, from: 'RICH', to: 'LEAN', before: 1_100_000, after: 300_000 },
    });
    expect(await world.findings()).toEqual([]);
  }));

test('it is done once, whatever breaks in the middle: the rest after a restart, and nothing a second time', () =>
  inWorld(async (world) => {
    const ids = ['bola', 'tayo', 'sade'];
    await movers(world, ...ids);
    const codes: string[] = [];
    for (const id of ids) codes.push((await aCodeOf(world, id)).number);
    for (const id of ids) await moved(world, id);
    const on = nextMonth(world);
    comeTo(world, on);
    // One was done before the machine stopped.
    const [first = ''] = codes;
    const own = command(world.people.system, 'JudgeAgain', { number: first, on }, `move-${on}-${first}`);
    done(await world.send(own));
    world.database.mood = 'cut';
    await world.desk.rang().catch(() => undefined);
    world.database.mood = 'lost';
    await world
      .another()
      .rang()
      .catch(() => undefined);
    world.database.mood = 'well';
    await world.another().rang();
    expect((await judgedAgain(world)).toSorted()).toEqual(codes.map((each) => `move-${on}-${each}`));
    expect(await waiting(world)).toEqual([]);
    expect(await reservedByPlan(world)).toEqual({ RICH: 0, LEAN: 900_000 });
    const before = (await world.journal()).length;
    await world.another().rang();
    await world.desk.rang();
    const again = { ...own, id: 'another-id' };
    expect(refusedAs(await world.send(again, world.another()))).toBe('wrong_state');
    expect((await world.journal()).length).toBe(before);
    expect(await world.findings()).toEqual([]);
  }));

test('more people than one portion takes are all gone through', () =>
  inWorld(async (world) => {
    const ids = Array.from({ length: 60 }, (_, i) => `p${i}`);
    await movers(world, ...ids);
    const { number } = await aCodeOf(world, 'p59');
    for (const id of ids) await moved(world, id);
    comeTo(world, nextMonth(world));
    await world.desk.rang();
    expect(await waiting(world)).toHaveLength(10);
    await world.desk.rang();
    expect(await waiting(world)).toEqual([]);
    expect((await requestOf(world, number)).moved).not.toBe(null);
  }));

test('an admission is judged by the plan it began under; a code that was asked for under the new plan, and a move taken back, change nothing', () =>
  inWorld(async (world) => {
    await movers(world, 'bola', 'tayo');
    const stay = await aCodeOf(world, 'bola', { encounterType: 'inpatient' });
    const kept = await aCodeOf(world, 'tayo');
    const on = await moved(world, 'bola');
    const later = await aCodeOf(world, 'bola', {
      serviceDate: on,
      lines: [{ service: 'LAB-MP', quantity: 1, unitPrice: 150_000 }],
    });
    await moved(world, 'tayo');
    await moved(world, 'tayo', { plan: 'RICH' });
    comeTo(world, on);
    await world.desk.rang();
    expect(await judgedAgain(world)).toEqual([]);
    expect(await waiting(world)).toEqual([]);
    for (const { number } of [stay, kept, later]) expect((await requestOf(world, number)).moved).toBe(null);
    expect(await world.findings()).toEqual([]);
  }));

test('who is not covered on the day keeps what was issued', () =>
  inWorld(async (world) => {
    await movers(world, 'bola');
    const { number } = await aCodeOf(world, 'bola');
    const on = await moved(world, 'bola');
    comeTo(world, on);
    const end = { externalId: 'bola', change: 'suspend' as const, from: on, reason: 'Unpaid.' };
    done(await world.send(command(world.people.system, 'SetEnrolleeCover', end)));
    await world.desk.rang();
    expect(await requestOf(world, number)).toMatchObject({
      state: 'APPROVED',
      approved: 1_100_000,
      moved: null,
    });
    expect(await reservedByPlan(world)).toEqual({ RICH: 1_100_000 });
  }));

test('a file that moves people is a move of each: their codes are judged again on the day', () =>
  inWorld(async (world) => {
    await movers(world, 'bola', 'tayo');
    const { number } = await aCodeOf(world, 'bola');
    const file = ['action,external_id,plan', 'CHANGE,bola,LEAN', 'CHANGE,tayo,RICH'].join('\n');
    const { id } = await checkedImport(world, 'enrollees', file);
    expect((await applied(world, id)).applied).toMatchObject({ changed: 1, unchanged: 1 });
    const on = nextMonth(world);
    expect(await waiting(world)).toMatchObject([{ day: on }]);
    comeTo(world, on);
    await world.desk.rang();
    expect((await requestOf(world, number)).moved).toMatchObject({ on, from: 'RICH', to: 'LEAN' });
    expect(await world.findings()).toEqual([]);
  }));

test('whoever is on a plan through their principal moves with them', () =>
  inWorld(async (world) => {
    const { send, people } = world;
    await movers(world);
    const [bola, tayo] = [
      person('bola', { plan: undefined }),
      person('tayo', {
        plan: undefined,
        relation: 'spouse',
        principalExternalId: 'bola',
        birthDate: '1991-05-17',
      }),
    ];
    for (const each of [bola, tayo, { ...bola, plan: 'RICH' }])
      done(await send(command(people.system, 'PutEnrollee', each)));
    const { number } = await aCodeOf(world, 'tayo');
    const on = await moved(world, 'bola');
    comeTo(world, on);
    await world.desk.rang();
    expect((await requestOf(world, number)).moved).toMatchObject({ from: 'RICH', to: 'LEAN' });
    expect(await reservedByPlan(world)).toEqual({ RICH: 0, LEAN: 300_000 });
    expect(await world.findings()).toEqual([]);
  }));

test('a request that nobody has decided is recommended by the cover in force: the new plan, or none', () =>
  inWorld(async (world) => {
    const { desk } = world;
    await movers(world, 'bola');
    const on = nextMonth(world);
    const ask = { enrolleeExternalId: 'bola', memberId: undefined, birthDate: '1991-05-17', serviceDate: on };
    const number = await filedRequest(world, ask);
    expect(await desk.inquiries.requestJudgement(number)).toMatchObject({ approved: 800_000 });
    await moved(world, 'bola');
    expect(await desk.inquiries.requestJudgement(number)).toMatchObject({
      approved: 300_000,
      lines: [
        { approved: 0, reasons: [{ code: '96' }] },
        { approved: 300_000, plan: 'LEAN' },
      ],
    });
    const end = { externalId: 'bola', change: 'terminate' as const, from: on, reason: 'Left.' };
    done(await world.send(command(world.people.system, 'SetEnrolleeCover', end)));
    expect(await desk.inquiries.requestJudgement(number)).toMatchObject({
      approved: 0,
      cover: { covered: false, because: 'terminated' },
    });
    comeTo(world, on);
    await world.desk.rang();
    expect((await requestOf(world, number)).moved).toBe(null);
    expect(await world.findings()).toEqual([]);
  }));
