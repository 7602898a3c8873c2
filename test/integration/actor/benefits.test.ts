import { expect, test } from 'vitest';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import { inWorld } from './a-desk.ts';
import { aFamily, approvedOf, inReview, ledger, tell } from './a-family.ts';
import { command, done } from './a-tenant.ts';

test('two claims of one family, decided in one cycle, share what is left', async () => {
  await inWorld(async (world) => {
    await aFamily(world);
    const { send, people, findings } = world;
    const [hers, his] = [
      await inReview(world, 'bola', 700_000, 'a'),
      await inReview(world, 'tayo', 700_000, 'b'),
    ];
    await Promise.all(
      [hers, his].map(async (number) =>
        done(await send(command(people.system, 'ApproveClaim', { number, version: 2 }))),
      ),
    );
    expect(await approvedOf(world, hers)).toEqual({ state: 'APPROVED', approved: 700_000 });
    expect(await approvedOf(world, his)).toEqual({ state: 'APPROVED', approved: 300_000 });
    expect(await ledger(world)).toEqual([
      { kind: 'CONSUME', amount: 700_000, claim: 1, line: 1 },
      { kind: 'CONSUME', amount: 300_000, claim: 2, line: 1 },
    ]);
    expect(await findings()).toEqual([]);
  });
});

test('a decision on figures that another decision has changed is refused, and says what is recommended now', async () => {
  await inWorld(async (world) => {
    await aFamily(world);
    const { send, people, desk } = world;
    const [hers, his] = [
      await inReview(world, 'bola', 700_000, 'a'),
      await inReview(world, 'tayo', 700_000, 'b'),
    ];
    const seen = await desk.inquiries.judgement(his);
    if (isRefusal(seen)) throw new Error(seen.message);
    expect(seen).toMatchObject({ version: 2, judgement: { approved: 700_000 } });
    done(await send(await world.approval(hers)));
    const { fingerprint: recommendation } = seen.judgement;
    const late = await send(
      command(people.staff, 'ApproveClaim', { number: his, version: 2, recommendation }),
    );
    expect(late).toMatchObject({ code: 'stale', message: expect.stringContaining('300000 minor units now') });
    const now = await desk.inquiries.judgement(his);
    expect(now).toMatchObject({ judgement: { approved: 300_000, enrolleeShare: 400_000 } });
  });
});

test('what was approved and is reopened is given back, and taken again when it is approved again', async () => {
  await inWorld(async (world) => {
    await aFamily(world);
    const { send, people, findings } = world;
    const number = await inReview(world, 'bola', 700_000, 'a');
    done(await send(await world.approval(number)));
    const reopening = { number, version: 3, reason: 'Cover ended before the visit.' };
    done(await send(command(people.system, 'ReopenClaim', reopening)));
    expect(await approvedOf(world, number)).toEqual({ state: 'IN_REVIEW', approved: null });
    expect(await tell(world, 'select people from accounts')).toEqual([{ people: '{}' }]);
    const next = await inReview(world, 'tayo', 900_000, 'b');
    done(await send(await world.approval(next)));
    done(await send(command(people.staff, 'TakeClaim', { number })));
    done(await send(await world.approval(number, { version: 4 })));
    expect(await approvedOf(world, number)).toEqual({ state: 'APPROVED', approved: 100_000 });
    expect(await ledger(world)).toEqual([
      { kind: 'CONSUME', amount: 700_000, claim: 1, line: 1 },
      { kind: 'REVERSE', amount: 700_000, claim: 1, line: 1 },
      { kind: 'CONSUME', amount: 900_000, claim: 2, line: 1 },
      { kind: 'CONSUME', amount: 100_000, claim: 1, line: 1 },
    ]);
    expect(await findings()).toEqual([]);
  });
});

test('an account that is not the sum of its ledger is found', async () => {
  await inWorld(async (world) => {
    await aFamily(world);
    const { send, findings } = world;
    const number = await inReview(world, 'bola', 700_000, 'a');
    done(await send(await world.approval(number)));
    await tell(world, `update accounts set people = replace(people, '"used":700000', '"used":600000')`);
    const found = await findings();
    expect(found.map(({ check }) => check)).toEqual(['benefits', 'benefits']);
    expect(found[0]?.message).toContain('used 700000');
  });
});
