import { expect, test } from 'vitest';
import { inWorld } from './a-desk.ts';
import { command, done, refusedAs } from './a-tenant.ts';
import { claimForm } from './claim-form.ts';

test('100 decisions at once on one claim: one is done, 99 are refused, one entry is written', () =>
  inWorld(async (world) => {
    const { send } = world;
    const number = await world.taken();
    const approvals = await Promise.all(Array.from({ length: 100 }, () => world.approval(number)));
    const answers = await Promise.all(approvals.map((approval) => send(approval)));
    const states = answers.map((answer) => (answer.refused ? answer.code : 'done'));
    expect(states.filter((state) => state === 'done')).toHaveLength(1);
    expect(states.filter((state) => state === 'wrong_state')).toHaveLength(99);
    expect((await world.journal()).filter((entry) => entry.action === 'ApproveClaim')).toHaveLength(1);
    expect(await world.findings()).toEqual([]);
  }));

test('commands that come together share batches', () =>
  inWorld(async (world) => {
    const { people, send, database } = world;
    const before = database.writes;
    const answers = await Promise.all(
      Array.from({ length: 60 }, () => send(command(people.facility, 'SubmitClaim', claimForm()))),
    );
    answers.map(done);
    expect(database.writes - before).toBeLessThanOrEqual(3);
    expect(await world.findings()).toEqual([]);
  }));

test('refusals cost no write', () =>
  inWorld(async (world) => {
    const { people, send, database } = world;
    const before = database.writes;
    expect(
      refusedAs(
        await send(command(people.facility, 'SubmitClaim', claimForm({ memberId: 'TST-INDV-99999-P' }))),
      ),
    ).toBe('invalid');
    expect(refusedAs(await send(command(people.staff, 'TakeClaim', { number: 'CLM-26-000099' })))).toBe(
      'not_found',
    );
    expect(database.writes).toBe(before);
  }));

test('a command that comes again, and again, is never written again, nor does it disturb others', () =>
  inWorld(async (world) => {
    const { people, send, database } = world;
    const filing = command(people.facility, 'SubmitClaim', claimForm());
    const first = done(await send(filing));
    const before = database.writes;
    for (let times = 0; times < 3; times += 1)
      expect(await send(filing)).toMatchObject({ outcome: first, repeated: true });
    expect(database.writes).toBe(before);
    // An instance that has just woken finds out once, by its batch, and then knows.
    const other = world.another();
    done(await send(command(people.system, 'PutClient', { code: 'AAA', name: 'A' }), other));
    await send(filing, other);
    const woken = database.writes;
    expect(await send(filing, other)).toMatchObject({ outcome: first, repeated: true });
    expect(database.writes).toBe(woken);
    expect(await world.findings()).toEqual([]);
  }));

test('a handler that throws in the middle of a cycle harms no other command of it', () => {
  let fails = false;
  const random = (count: number) => {
    // A sealed text needs 12 random bytes: only the query below asks for them.
    if (fails && count === 12) throw new Error('no entropy');
    return crypto.getRandomValues(new Uint8Array(count));
  };
  return inWorld(
    async (world) => {
      const { people, send } = world;
      const [first, second, third] = [await world.taken(), await world.taken(), await world.taken()];
      const [one, other] = [await world.approval(first), await world.approval(third)];
      fails = true;
      const query = command(people.staff, 'QueryClaim', { number: second, version: 2, question: 'Why?' });
      const answers = await Promise.all([send(one), send(query), send(other)]);
      expect(answers.map((answer) => (answer.refused ? answer.code : 'done'))).toEqual([
        'done',
        'unavailable',
        'done',
      ]);
      expect(await world.findings()).toEqual([]);
      fails = false;
      expect(done(await send(query))).toMatchObject({ state: 'QUERIED', version: 3 });
      expect(await world.findings()).toEqual([]);
    },
    { random },
  );
});

test('the same id with the same input is done once and answered alike, at once or later', () =>
  inWorld(async (world) => {
    const { people, send } = world;
    const filing = command(people.facility, 'SubmitClaim', claimForm());
    const [first, second] = await Promise.all([send(filing), send(filing)]);
    expect([first, second].map((answer) => !answer.refused && answer.repeated)).toEqual([false, true]);
    expect(done(second ?? first)).toEqual(done(first));
    const awake = world.another();
    expect(await send(filing, awake)).toMatchObject({ outcome: done(first), repeated: true });
    expect((await world.journal()).filter((entry) => entry.action === 'SubmitClaim')).toHaveLength(1);
  }));

test('the same id with another input is refused, at once or later', () =>
  inWorld(async (world) => {
    const { people, send } = world;
    const filing = command(people.facility, 'SubmitClaim', claimForm());
    const changed = command(
      people.facility,
      'SubmitClaim',
      claimForm({ practitionerName: 'Dr Other' }),
      filing.id,
    );
    const answers = await Promise.all([send(filing), send(changed)]);
    done(answers[0]);
    expect(refusedAs(answers[1])).toBe('id_reused');
    expect(refusedAs(await send(changed))).toBe('id_reused');
    expect(refusedAs(await send(changed, world.another()))).toBe('id_reused');
  }));

test('a decision repeated after the claim has moved on is answered as it was', () =>
  inWorld(async (world) => {
    const { people, send } = world;
    const number = await world.taken();
    const query = command(people.staff, 'QueryClaim', { number, version: 2, question: 'Why?' });
    const first = await send(query);
    done(await send(command(people.facility, 'AnswerQuery', { number, answer: 'So.' })));
    expect(await send(query)).toEqual({ ...first, repeated: true });
  }));

test('what is not loaded is loaded, and what is absent is absent', () =>
  inWorld(async (world) => {
    const { people, send } = world;
    const awake = world.another();
    done(await send(command(people.facility, 'SubmitClaim', claimForm()), awake));
    const unknown = claimForm({ memberId: undefined, enrolleeExternalId: 'EMP-2' });
    const refused = await send(command(people.facility, 'SubmitClaim', unknown), awake);
    expect(refused).toMatchObject({
      code: 'invalid',
      errors: [{ field: 'enrolleeExternalId', reason: '31' }],
    });
    const put = {
      externalId: 'EMP-2',
      clientCode: 'INDV',
      relation: 'principal',
      firstName: 'Bola',
      lastName: 'Ade',
      birthDate: '1990-05-17',
      sex: 'male',
      coverFrom: '2020-01-01',
    } as const;
    done(await send(command(people.system, 'PutEnrollee', put), awake));
    done(await send(command(people.facility, 'SubmitClaim', unknown), awake));
    expect(await world.findings()).toEqual([]);
  }));

test('everything a command may name can be cold at once', () =>
  inWorld(async (world) => {
    const { people, send } = world;
    const numbers = [await world.taken(), await world.taken(), await world.taken()];
    const approvals = await Promise.all(numbers.map((number) => world.approval(number)));
    const awake = world.another();
    const answers = await Promise.all([
      ...approvals.map((approval) => send(approval, awake)),
      send(command(people.facility, 'SubmitClaim', claimForm({ externalId: 'A-1' })), awake),
      send(command(people.facility, 'SubmitClaim', claimForm({ externalId: 'A-1' })), awake),
    ]);
    expect(answers.map((answer) => (answer.refused ? answer.code : 'done'))).toEqual([
      'done',
      'done',
      'done',
      'done',
      'invalid',
    ]);
    expect(await world.findings()).toEqual([]);
  }));
