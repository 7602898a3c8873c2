import { expect, test } from 'vitest';
import { inWorld, type World } from './a-desk.ts';
import { aFamily } from './a-family.ts';
import { balancesOf, filedRequest, granting, requestOf, reservedEntries } from './a-request.ts';
import { command, done } from './a-tenant.ts';

const price = 900_000;

/** Two requests, each for nearly all of what a family has left in the year: of two people, or of one on two days. */
async function rivals(world: World, people: readonly [string, string] = ['bola', 'tayo']) {
  await aFamily(world);
  const numbers: string[] = [];
  for (const [nth, enrolleeExternalId] of people.entries())
    numbers.push(
      await filedRequest(world, {
        memberId: undefined,
        enrolleeExternalId,
        serviceDate: new Date(Date.now() + (nth + 1) * 86_400_000).toISOString().slice(0, 10),
        lines: [{ service: 'CONS', quantity: 1, unitPrice: price }],
      }),
    );
  return numbers;
}

test.each([
  ['of two of a family', ['bola', 'tayo']],
  ['of one person', ['bola', 'bola']],
] as const)(
  'two requests %s for the last of a benefit, granted at once: one gets it, the other is told what is left',
  (_, who) =>
    inWorld(async (world) => {
      const numbers = await rivals(world, who);
      const grants = await Promise.all(numbers.map((number) => granting(world, number)));
      const answers = await Promise.all(grants.map((grant) => world.send(grant)));
      expect(answers.map((answer) => answer.refused === true).sort()).toEqual([false, true]);
      expect(answers.find((answer) => answer.refused)).toMatchObject({
        code: 'stale',
        message: expect.stringContaining('100000'),
      });
      expect(await balancesOf(world)).toEqual({ reserved: price, used: 0 });
      expect(await reservedEntries(world)).toHaveLength(1);
      const states = await Promise.all(numbers.map((number) => requestOf(world, number)));
      expect(states.map(({ state }) => state).sort()).toEqual(['APPROVED', 'REQUESTED']);
      expect(await world.findings()).toEqual([]);
    }),
);

test('what the first gives back is there for the second', () =>
  inWorld(async (world) => {
    const [first = '', second = ''] = await rivals(world);
    const late = await granting(world, second);
    done(await world.send(await granting(world, first)));
    const answers = await Promise.all([
      world.send(command(world.people.facility, 'CancelAuthorization', { number: first })),
      world.send(late),
    ]);
    expect(answers.map((answer) => answer.refused === true)).toEqual([false, false]);
    expect(await balancesOf(world)).toEqual({ reserved: price, used: 0 });
    expect(await world.findings()).toEqual([]);
  }));

test('granted and cancelled at once: whichever is first, nothing is reserved of what was cancelled', () =>
  inWorld(async (world) => {
    for (const isFirst of [true, false]) {
      const number = await filedRequest(world);
      const both = [
        await granting(world, number),
        command(world.people.facility, 'CancelAuthorization', { number }),
      ];
      const sent = isFirst ? both : both.toReversed();
      const answers = await Promise.all(sent.map((each) => world.send(each)));
      // Nothing stands in the way of taking it back, before or after.
      expect(answers.at(isFirst ? 1 : 0)?.refused).not.toBe(true);
      expect((await requestOf(world, number)).state).toBe('CANCELLED');
    }
    expect(await balancesOf(world)).toEqual({ reserved: 0, used: 0 });
    expect(await world.findings()).toEqual([]);
  }));

test('granted by one and rejected by another at once: one decision stands', () =>
  inWorld(async (world) => {
    const number = await filedRequest(world);
    const no = { verdict: 'reject' as const, number, version: 1, reasons: ['50'], sentence: 'No.' };
    const answers = await Promise.all([
      world.send(await granting(world, number)),
      world.send(command(world.people.other, 'DecideAuthorization', no)),
    ]);
    expect(answers.map((answer) => answer.refused === true)).toEqual([false, true]);
    expect(await requestOf(world, number)).toMatchObject({ state: 'APPROVED', decidedBy: 'ada' });
  }));
