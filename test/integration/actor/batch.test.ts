import { expect, test, vi } from 'vitest';
import type { Batch } from '../../../schema/domain/piles/batch.ts';
import { outcomesOf } from '../../../schema/domain/piles/batch.ts';
import type { DecideBatch } from '../../../schema/forms/piles.ts';
import { inWorld, type World } from './a-desk.ts';
import { tell } from './a-family.ts';
import { aPile, managers } from './a-pile.ts';
import { command, done, refusedAs } from './a-tenant.ts';

type Pile = { facilityId: string; month: string };

async function prepared(
  { send, people }: World,
  { facilityId, month }: Pile,
  numbers?: string[],
): Promise<string> {
  const input = { facilityId, month, ...(numbers === undefined ? {} : { numbers }) };
  const outcome = done(await send(command(people.staff, 'PrepareBatch', input)));
  return 'batchId' in outcome ? outcome.batchId : '';
}

/** Decides the batch and waits until it is done, as the actor's door does. */
async function decided(
  { send, people, desk }: World,
  input: DecideBatch,
  { on = desk, id = `${input.batchId}-go` } = {},
): Promise<Batch> {
  const answer = await send(command(people.staff, 'DecideBatch', input, id), on);
  if (answer.refused && answer.code !== 'wrong_state') throw new Error(answer.message);
  const batch = await on.works.batches.settled(input.batchId);
  if (!batch) throw new Error('there is no such batch');
  return batch;
}

const states = (world: World) =>
  tell(world, 'select state, count(*) n from claims group by state order by state');

test('all clean: every claim is approved as recommended, each in an entry of its own, and sending it again changes nothing', () =>
  inWorld(async (world) => {
    await managers(world, 'ada');
    const pile = await aPile(world, 30);
    const batchId = await prepared(world, pile);
    const batch = await decided(world, { batchId, verb: 'approve' });
    expect(batch.state).toBe('DECIDED');
    expect(outcomesOf(batch.results)).toEqual({ decided: 30, proposed: 0, skipped: 0 });
    expect(await states(world)).toEqual([{ state: 'APPROVED', n: 30 }]);
    const entries = await world.journal();
    expect(
      entries
        .filter(({ action }) => action === 'DecideInBatch')
        .map(({ command_id }) => command_id)
        .sort(),
    ).toEqual(pile.numbers.map((number) => `${batchId}:${number}`).sort());
    // The same call again, another call for the same batch, and the same from another instance.
    expect(await decided(world, { batchId, verb: 'approve' })).toEqual(batch);
    expect(await decided(world, { batchId, verb: 'approve' }, { id: 'another-click' })).toEqual(batch);
    const on = world.another();
    expect(await decided(world, { batchId, verb: 'approve' }, { on })).toEqual(batch);
    expect(await world.journal()).toEqual(entries);
    expect(await world.findings()).toEqual([]);
  }));

test('what somebody else holds, what has changed and what is decided already is skipped, each with the reason', () =>
  inWorld(async (world) => {
    const { send, people } = world;
    await managers(world, 'ada');
    const pile = await aPile(world, 5);
    const [held, queried, rejected, ...rest] = pile.numbers;
    const batchId = await prepared(world, pile, pile.numbers);
    done(await send(command(people.other, 'TakeClaim', { number: held ?? '' })));
    for (const number of [queried ?? '', rejected ?? ''])
      done(await send(command(people.other, 'TakeClaim', { number })));
    done(
      await send(
        command(people.other, 'QueryClaim', { number: queried ?? '', version: 2, question: 'Why?' }),
      ),
    );
    const no = { number: rejected ?? '', version: 2, reasons: ['50'], sentence: 'Not needed.' };
    done(await send(command(people.other, 'RejectClaim', no)));
    const batch = await decided(world, { batchId, verb: 'approve' });
    const became = new Map(batch.results.map((result) => [result.number, result]));
    expect(became.get(held ?? '')).toMatchObject({ became: 'skipped', code: 'stale' });
    expect(became.get(queried ?? '')).toMatchObject({ became: 'skipped' });
    expect(became.get(rejected ?? '')).toMatchObject({ became: 'skipped' });
    for (const number of rest) expect(became.get(number)).toEqual({ number, became: 'decided' });
    expect(await world.findings()).toEqual([]);
  }));

test('a claim that somebody else took and left untouched is named with who has it', () =>
  inWorld(async (world) => {
    const { send, people } = world;
    await managers(world, 'ada');
    const pile = await aPile(world, 2);
    const [first = ''] = pile.numbers;
    done(await send(command(people.staff, 'TakeClaim', { number: first })));
    done(await send(command(people.staff, 'ReleaseClaim', { number: first })));
    const batchId = await prepared(world, pile, pile.numbers);
    done(await send(command(people.other, 'TakeClaim', { number: first })));
    const { results } = await decided(world, { batchId, verb: 'approve' });
    expect(results[0]).toMatchObject({
      number: first,
      became: 'skipped',
      code: 'lease_held',
      why: expect.stringContaining('Ben Eze is working on'),
    });
  }));

test('reject them all with a reason and a sentence; a reason that is not in the table is refused before anything is done', () =>
  inWorld(async (world) => {
    await managers(world, 'ada');
    const { send, people } = world;
    const pile = await aPile(world, 4);
    const batchId = await prepared(world, pile, pile.numbers.slice(0, 3));
    const wrong = { batchId, verb: 'reject', reasons: ['ZZ'], sentence: 'Not covered.' } as const;
    expect(await send(command(people.staff, 'DecideBatch', { ...wrong, reasons: ['ZZ'] }))).toMatchObject({
      code: 'invalid',
      errors: [{ field: 'reasons' }],
    });
    const batch = await decided(world, {
      batchId,
      verb: 'reject',
      reasons: ['96'],
      sentence: 'Not covered.',
    });
    expect(outcomesOf(batch.results)).toEqual({ decided: 3, proposed: 0, skipped: 0 });
    expect(await states(world)).toEqual([
      { state: 'RECEIVED', n: 1 },
      { state: 'REJECTED', n: 3 },
    ]);
    expect(await world.findings()).toEqual([]);
  }));

test('whoever may decide singly but not in batches, or in batches but not this, is refused', () =>
  inWorld(async (world) => {
    const { send, people } = world;
    await managers(world, 'ada');
    const pile = await aPile(world, 2);
    const { facilityId, month } = pile;
    expect(refusedAs(await send(command(people.other, 'PrepareBatch', { facilityId, month })))).toBe(
      'forbidden',
    );
    const batchId = await prepared(world, pile);
    const role = { accountId: 'ada', name: 'Ada Obi', email: 'ada@x.example', state: 'ACTIVE' } as const;
    done(await send(command(people.system, 'PutStaff', { ...role, roleKey: 'adjudicator' })));
    expect(refusedAs(await send(command(people.staff, 'DecideBatch', { batchId, verb: 'approve' })))).toBe(
      'forbidden',
    );
    const number = pile.numbers[0] ?? '';
    expect(refusedAs(await send(command(people.staff, 'DecideInBatch', { batchId, number })))).toBe(
      'forbidden',
    );
  }));

test('nobody approves in a batch what they entered', () =>
  inWorld(async (world) => {
    await managers(world, 'ada');
    const { send, people } = world;
    const pile = await aPile(world, 2);
    const batchId = await prepared(world, pile, pile.numbers);
    await tell(
      world,
      `update claims set body = json_set(body, '$.submittedBy', 'ada') where number = '${pile.numbers[0]}'`,
    );
    const on = world.another();
    const { results } = await decided(world, { batchId, verb: 'approve' }, { on });
    expect(results).toMatchObject([
      { became: 'skipped', code: 'forbidden', why: expect.stringContaining('You entered this claim') },
      { became: 'decided' },
    ]);
    expect(
      (await send(command(people.system, 'PutClient', { code: 'AAA', name: 'A' }))).refused ?? false,
    ).toBe(false);
  }));

test('above the decider’s ceiling each claim is proposed, stays in its pile, and the figures go on being right', () =>
  inWorld(async (world) => {
    const { send, people } = world;
    await managers(world, 'ada', 'ben');
    const pile = await aPile(world, 3);
    const roles = [{ role: 'claims-manager', limits: { claim: 799_999 } }];
    done(await send(command(people.system, 'PutApprovalLimits', { roles })));
    const batchId = await prepared(world, pile);
    const batch = await decided(world, { batchId, verb: 'approve' });
    expect(outcomesOf(batch.results)).toEqual({ decided: 0, proposed: 3, skipped: 0 });
    expect(await states(world)).toEqual([{ state: 'IN_REVIEW', n: 3 }]);
    expect(await tell(world, 'select * from ledger')).toEqual([]);
    expect(await world.findings()).toEqual([]);
    // What waits for a second person is nobody's to vet, and in no batch.
    const { facilityId, month } = pile;
    expect(refusedAs(await send(command(people.other, 'VetNext', { facilityId, month })))).toBe(
      'wrong_state',
    );
    expect(refusedAs(await send(command(people.staff, 'PrepareBatch', { facilityId, month })))).toBe(
      'wrong_state',
    );
    const again = await prepared(world, pile, pile.numbers);
    const { results } = await decided(world, { batchId: again, verb: 'approve' });
    for (const result of results)
      expect(result).toMatchObject({
        became: 'skipped',
        why: expect.stringContaining('Ada Obi has proposed'),
      });
  }));

test('what an investigation holds is left out of all clean, and skipped where it was chosen', () =>
  inWorld(async (world) => {
    const { send, people } = world;
    await managers(world, 'ada');
    const pile = await aPile(world, 2);
    const [held = '', free = ''] = pile.numbers;
    const early = await prepared(world, pile, pile.numbers);
    const opening = { title: 'Looks odd', events: [], claims: [held] };
    const opened = done(await send(command(people.staff, 'OpenInvestigation', opening)));
    const investigation = 'number' in opened ? String(opened.number) : '';
    done(await send(command(people.staff, 'PlaceHold', { investigation, on: 'claims', of: '' })));
    await vi.waitFor(async () => {
      await world.desk.rang();
      expect(await tell(world, `select number from claims where body ->> '$.holds' is not null`)).toEqual([
        { number: held },
      ]);
    });
    const clean = await prepared(world, pile);
    const { facilityId, month } = pile;
    const next = done(await send(command(people.other, 'VetNext', { facilityId, month })));
    expect(next).toMatchObject({ number: free });
    done(await send(command(people.other, 'ReleaseClaim', { number: free })));
    const { results } = await decided(world, { batchId: early, verb: 'approve' });
    expect(results[0]).toMatchObject({ number: held, became: 'skipped' });
    const { items } = await decided(world, { batchId: clean, verb: 'approve' });
    expect(items.map(({ number }) => number)).toEqual([free]);
    expect(await world.findings()).toEqual([]);
  }));

test('cut off in the middle, it goes on where it was when the actor wakes, and nothing is done twice', () =>
  inWorld(async (world) => {
    const { send, people, database } = world;
    await managers(world, 'ada');
    const pile = await aPile(world, 150);
    const batchId = await prepared(world, pile);
    done(await send(command(people.staff, 'DecideBatch', { batchId, verb: 'approve' })));
    // Some of it is done when the line breaks; the instance that began it is left behind, and gets in the way of the next.
    await vi.waitFor(async () => {
      const [row] = await tell(world, `select count(*) n from journal where action = 'DecideInBatch'`);
      expect(Number(row?.n)).toBeGreaterThan(0);
    });
    database.mood = 'gone';
    const woken = world.another();
    database.mood = 'well';
    const batch = await decided(world, { batchId, verb: 'approve' }, { on: woken });
    expect(outcomesOf(batch.results)).toEqual({ decided: 150, proposed: 0, skipped: 0 });
    expect(await states(world)).toEqual([{ state: 'APPROVED', n: 150 }]);
    const ids = (await world.journal()).filter(({ action }) => action === 'DecideInBatch');
    expect(new Set(ids.map(({ command_id }) => command_id)).size).toBe(150);
    expect(ids.length).toBe(150);
    expect(await world.findings()).toEqual([]);
  }));

test('a batch runs while others vet and decide singly: nothing twice, never the same claim', () =>
  inWorld(async (world) => {
    const { send, people } = world;
    await managers(world, 'ada');
    const pile = await aPile(world, 120);
    const { facilityId, month } = pile;
    const batchId = await prepared(world, pile);
    const running = decided(world, { batchId, verb: 'approve' });
    const singly: string[] = [];
    for (let nth = 0; nth < 15; nth += 1) {
      const answer = await send(command(people.other, 'VetNext', { facilityId, month }));
      if (answer.refused) break;
      const number = 'number' in answer.outcome ? answer.outcome.number : '';
      const approval = await world.approval(number, { by: people.other });
      done(await send(approval));
      singly.push(number);
    }
    const batch = await running;
    const skipped = batch.results.filter(({ became }) => became === 'skipped').map(({ number }) => number);
    expect(skipped.sort()).toEqual(singly.sort());
    expect(await states(world)).toEqual([{ state: 'APPROVED', n: 120 }]);
    const claims = await tell(world, `select count(distinct claim_id) n from ledger where kind = 'CONSUME'`);
    expect(claims).toEqual([{ n: 120 }]);
    expect(await world.findings()).toEqual([]);
  }));

test('five hundred claims in one call', () =>
  inWorld(async (world) => {
    await managers(world, 'ada');
    const pile = await aPile(world, 500);
    const started = performance.now();
    const batchId = await prepared(world, pile);
    const ready = performance.now();
    const batch = await decided(world, { batchId, verb: 'approve' });
    const ended = performance.now();
    console.info(
      `500 claims: judged in ${Math.round(ready - started)} ms, decided in ${Math.round(ended - ready)} ms`,
    );
    expect(outcomesOf(batch.results)).toEqual({ decided: 500, proposed: 0, skipped: 0 });
    expect(await world.findings()).toEqual([]);
  }));
