import { expect, test } from 'vitest';
import { inWorld, type World } from './a-desk.ts';
import { aPile, managers } from './a-pile.ts';
import { claimOf, filed, investigating, rows } from './a-risk-world.ts';
import { command, done } from './a-tenant.ts';

const licence = 'MDCN/123';

/** The hold and what comes right behind it, in one breath: no claim has been swept when the second is decided. */
async function heldAndThen(
  { send, people }: World,
  hold: { investigation: string; on: 'facility' | 'practitioner'; of: string },
  next: Parameters<World['send']>[0],
) {
  const [placed, answer] = await Promise.all([send(command(people.system, 'PlaceHold', hold)), send(next)]);
  done(placed);
  return answer;
}

/** An investigation into another claim than the one that is approved. */
const anInvestigation = async (world: World) => investigating(world, [await filed(world)]);

const refusal = (investigation: string) => ({
  refused: true,
  code: 'wrong_state',
  message: expect.stringContaining(`Investigation ${investigation} holds claim`),
});

test('a hold on a facility binds an approval that comes right behind it', () =>
  inWorld(async (world) => {
    const investigation = await anInvestigation(world);
    const number = await world.taken();
    const approval = await world.approval(number);
    const hold = { investigation, on: 'facility', of: world.people.facility.organisation.id } as const;
    expect(await heldAndThen(world, hold, approval)).toMatchObject(refusal(investigation));
    expect((await claimOf(world, number)).state).toBe('IN_REVIEW');
    expect(await world.findings()).toEqual([]);
  }));

test('a hold on a practitioner binds at once for their claims, and for nobody else’s', () =>
  inWorld(async (world) => {
    const { send, people } = world;
    const investigation = await anInvestigation(world);
    const startedAt = new Date(world.now() - 9 * 86_400_000).toISOString();
    const theirs = await filed(world, { practitionerLicence: licence, startedAt });
    done(await send(command(people.staff, 'TakeClaim', { number: theirs })));
    const others = await world.taken();
    const [theirApproval, otherApproval] = [await world.approval(theirs), await world.approval(others)];
    const hold = { investigation, on: 'practitioner', of: 'mdcn 123' } as const;
    const [refused, approved] = await Promise.all([
      heldAndThen(world, hold, theirApproval),
      send(otherApproval),
    ]);
    expect(refused).toMatchObject(refusal(investigation));
    expect(done(approved)).toMatchObject({ state: 'APPROVED' });
    expect(await world.findings()).toEqual([]);
  }));

test('a proposal that is confirmed right behind a hold stays a proposal', () =>
  inWorld(async (world) => {
    const { send, people } = world;
    const investigation = await anInvestigation(world);
    await managers(world, 'ben');
    const roles = [{ role: 'adjudicator', limits: { claim: 1 } }];
    done(await send(command(people.system, 'PutApprovalLimits', { roles })));
    const number = await world.taken();
    done(await send(await world.approval(number)));
    const confirming = command(people.other, 'ConfirmProposal', { number, version: 3 });
    const hold = { investigation, on: 'facility', of: people.facility.organisation.id } as const;
    expect(await heldAndThen(world, hold, confirming)).toMatchObject(refusal(investigation));
    expect((await claimOf(world, number)).state).toBe('IN_REVIEW');
    expect(await rows(world, 'select * from ledger')).toEqual([]);
    expect(await world.findings()).toEqual([]);
  }));

test('a batch that is decided right behind a hold approves nothing, and says which investigation', () =>
  inWorld(async (world) => {
    const { send, people, desk } = world;
    await managers(world, 'ada');
    const { facilityId, month, numbers } = await aPile(world, 3);
    const investigation = await anInvestigation(world);
    const prepared = done(await send(command(people.staff, 'PrepareBatch', { facilityId, month })));
    const batchId = 'batchId' in prepared ? prepared.batchId : '';
    const hold = { investigation, on: 'facility', of: facilityId } as const;
    const deciding = command(people.staff, 'DecideBatch', { batchId, verb: 'approve' as const });
    done(await heldAndThen(world, hold, deciding));
    const batch = await desk.works.batches.settled(batchId);
    expect(batch?.results.map(({ number }) => number).sort()).toEqual(numbers);
    for (const result of batch?.results ?? [])
      expect(result).toMatchObject({ became: 'skipped', why: expect.stringContaining(investigation) });
    expect(await rows(world, "select id from claims where state = 'APPROVED'")).toEqual([]);
    expect(await world.findings()).toEqual([]);
  }));

test('a hold on the investigation’s own claims is theirs by its own command, and so of a claim that is added', () =>
  inWorld(async (world) => {
    const { send, people } = world;
    const [first, second, other] = [await world.taken(), await world.taken(), await world.taken()];
    const investigation = await investigating(world, [first]);
    const hold = { investigation, on: 'claims', of: '' } as const;
    done(await send(command(people.system, 'PlaceHold', hold)));
    expect(await send(await world.approval(first))).toMatchObject(refusal(investigation));
    const adding = { investigation, events: [], claims: [first, second] };
    done(await send(command(people.system, 'AddToInvestigation', adding)));
    expect(await send(await world.approval(second))).toMatchObject(refusal(investigation));
    expect(done(await send(await world.approval(other)))).toMatchObject({ state: 'APPROVED' });
    // What the sweep finds is held already: it changes nothing any more.
    const moved =
      "select action, json_extract(data, '$.also') also from journal where data ->> '$.also' is not null";
    expect(await rows(world, `${moved} and action <> 'SweepHold'`)).toEqual([
      { action: 'PlaceHold', also: '[1]' },
      { action: 'AddToInvestigation', also: '[2]' },
    ]);
    expect(await rows(world, `${moved} and action = 'SweepHold' and data ->> '$.also' <> '[]'`)).toEqual([]);
    expect(await world.findings()).toEqual([]);
  }));

test('of more claims than are held at once the sweep holds the rest', () =>
  inWorld(async (world) => {
    const hours = Array.from({ length: 130 }, (_, n) => n + 1);
    const numbers = await Promise.all(
      hours.map((n) => filed(world, { startedAt: new Date(world.now() - n * 3_600_000).toISOString() })),
    );
    const investigation = await investigating(world, numbers);
    const held = () =>
      rows(world, "select count(*) n from claims where json_array_length(body, '$.holds') = 1");
    const placing = command(world.people.system, 'PlaceHold', { investigation, on: 'claims', of: '' });
    done(await world.send(placing));
    const [{ also } = { also: '' }] = await rows(
      world,
      "select json_array_length(data, '$.also') also from journal where action = 'PlaceHold'",
    );
    expect(also).toBe(100);
    await expect.poll(held, { timeout: 10_000 }).toEqual([{ n: 130 }]);
    expect(await world.findings()).toEqual([]);
  }));
