import { expect, test } from 'vitest';
import type { Principal } from '../../../schema/domain/permissions.ts';
import { inWorld, type World } from './a-desk.ts';
import { aPile } from './a-pile.ts';
import { command, done, refusedAs } from './a-tenant.ts';

type Pile = { facilityId: string; month: string };

async function next({ send }: World, who: Principal, { facilityId, month }: Pile, after?: string) {
  const input = { facilityId, month, ...(after === undefined ? {} : { after }) };
  const outcome = done(await send(command(who, 'VetNext', input)));
  return 'number' in outcome ? outcome.number : '';
}

test('each gets the most urgent claim of the pile that nobody else has, and first what they still hold', () =>
  inWorld(async (world) => {
    const { people, send } = world;
    const pile = await aPile(world, 3);
    const [first, second, third] = pile.numbers;
    expect(await next(world, people.staff, pile)).toBe(first);
    expect(await next(world, people.other, pile)).toBe(second);
    expect(await next(world, people.staff, pile)).toBe(first);
    done(await send(await world.approval(first ?? '')));
    expect(await next(world, people.staff, pile)).toBe(third);
    const none = await send(
      command(people.other, 'VetNext', { facilityId: pile.facilityId, month: '2020-01' }),
    );
    expect(none).toMatchObject({ code: 'wrong_state', message: 'Nothing is left to vet in this pile.' });
    expect(await world.findings()).toEqual([]);
  }));

test('what one leaves comes last, so that leaving goes on through the pile', () =>
  inWorld(async (world) => {
    const { people, send } = world;
    const pile = await aPile(world, 3);
    const seen: string[] = [];
    for (let at: string | undefined, nth = 0; nth < 4; nth += 1) {
      if (at !== undefined) done(await send(command(people.staff, 'ReleaseClaim', { number: at })));
      at = await next(world, people.staff, pile, at);
      seen.push(at);
    }
    expect(seen).toEqual([...pile.numbers, pile.numbers[0]]);
  }));

test('queried claims are skipped, and when none is left it says what remains', () =>
  inWorld(async (world) => {
    const { people, send } = world;
    const pile = await aPile(world, 2);
    const number = await next(world, people.staff, pile);
    done(await send(command(people.staff, 'QueryClaim', { number, version: 2, question: 'Why?' })));
    await next(world, people.staff, pile);
    const { facilityId, month } = pile;
    expect(await send(command(people.other, 'VetNext', { facilityId, month }))).toMatchObject({
      code: 'wrong_state',
      message:
        'Nothing is left to vet in this pile. Of what is open, 1 waits for an answer, 1 is with somebody else.',
    });
  }));

test('many who ask at once each get another claim, and the same question asked twice the same one', () =>
  inWorld(async (world) => {
    const { people, send } = world;
    const pile = await aPile(world, 12);
    const { facilityId, month } = pile;
    const crowd = Array.from({ length: 15 }, (_, nth) => ({ ...people.staff, id: `vet-${nth}` }));
    for (const { id } of crowd)
      done(
        await send(
          command(people.system, 'PutStaff', {
            accountId: id,
            name: id,
            email: `${id}@x.example`,
            roleKey: 'adjudicator',
            state: 'ACTIVE',
          }),
        ),
      );
    // Woken anew: nothing is in memory, and nobody's claim either.
    const desk = world.another();
    const asked = crowd.map((who) => command(who, 'VetNext', { facilityId, month }));
    const answers = await Promise.all([...asked, ...asked].map((envelope) => send(envelope, desk)));
    const got = answers.flatMap((answer) =>
      answer.refused || !('number' in answer.outcome) ? [] : [answer.outcome.number],
    );
    expect(got.length).toBe(24);
    expect(new Set(got).size).toBe(12);
    for (const answer of answers.filter(({ refused }) => refused))
      expect(refusedAs(answer)).toBe('wrong_state');
    expect(await world.findings()).toEqual([]);
  }));

test('a lease survives waking up: one comes back to the claim one was at', () =>
  inWorld(async (world) => {
    const { people } = world;
    const pile = await aPile(world, 3);
    await next(world, people.other, pile);
    const mine = await next(world, people.staff, pile);
    const { facilityId, month } = pile;
    const woken = world.another();
    const again = done(await world.send(command(people.staff, 'VetNext', { facilityId, month }), woken));
    expect(again).toMatchObject({ number: mine });
  }));
