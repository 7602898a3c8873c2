import { expect, test } from 'vitest';
import { inWorld } from './a-desk.ts';
import { aFamily, approvedOf, inReview } from './a-family.ts';
import { command, done } from './a-tenant.ts';

test('cover that is ended back-dated sends the approved claims after that day back to people', async () => {
  await inWorld(async (world) => {
    await aFamily(world);
    const { send, people, desk, findings } = world;
    const [today, longAgo] = [
      await inReview(world, 'tayo', 100_000, 'a'),
      await inReview(world, 'tayo', 100_000, 'h'),
    ];
    const hers = await inReview(world, 'bola', 100_000, 'b');
    for (const number of [today, longAgo, hers]) done(await send(await world.approval(number)));
    const from = new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10);
    const end = { externalId: 'tayo', change: 'terminate' as const, from, reason: 'Left the family.' };
    done(await send(command(people.system, 'SetEnrolleeCover', end)));
    await desk.outbox.drain();
    expect(await approvedOf(world, today)).toEqual({ state: 'IN_REVIEW', approved: null });
    expect(await approvedOf(world, longAgo)).toEqual({ state: 'APPROVED', approved: 100_000 });
    expect(await approvedOf(world, hers)).toEqual({ state: 'APPROVED', approved: 100_000 });
    expect(await desk.inquiries.judgement(today)).toMatchObject({
      judgement: { approved: 0, lines: [{ reasons: [{ code: '27' }] }] },
    });
    expect(await findings()).toEqual([]);
  });
});

test('a principal whose cover ends takes the dependants along, their claims too', async () => {
  await inWorld(async (world) => {
    await aFamily(world);
    const { send, people, desk } = world;
    const his = await inReview(world, 'tayo', 100_000, 'a');
    done(await send(await world.approval(his)));
    const from = new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10);
    const end = { externalId: 'bola', change: 'suspend' as const, from, reason: 'Unpaid.' };
    done(await send(command(people.system, 'SetEnrolleeCover', end)));
    await desk.outbox.drain();
    expect(await approvedOf(world, his)).toEqual({ state: 'IN_REVIEW', approved: null });
  });
});
