import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { openStore } from '../../../durable-objects/actor/store.ts';
import { connect } from '../../../worker/databases/connect.ts';
import { inWorld } from './a-desk.ts';
import { command, done, refusedAs } from './a-tenant.ts';
import { claimForm } from './claim-form.ts';

test('a stale instance loses its batch, reads what happened, and decides anew', () =>
  inWorld(async (world) => {
    const { people, send } = world;
    const number = await world.taken();
    const other = world.another();
    // Both have started, and both have the claim in memory as it is now.
    done(await send(command(people.system, 'PutClient', { code: 'AAA', name: 'A' }), other));
    expect(refusedAs(await send(command(people.system, 'ReceiveClaim', { number }), other))).toBe(
      'wrong_state',
    );
    done(await send(await world.approval(number)));
    const reject = { number, version: 2, reasons: ['50'], sentence: 'Not needed.' };
    expect(refusedAs(await send(command(people.system, 'RejectClaim', reject), other))).toBe('wrong_state');
    // The first one is stale now as well: its next command loses its batch, and is done all the same.
    done(await send(command(people.system, 'PutClient', { code: 'BBB', name: 'B' }), other));
    done(await send(command(people.system, 'PutClient', { code: 'CCC', name: 'C' })));
    expect(await world.findings()).toEqual([]);
  }));

test('an answer that is lost is found in the journal: the caller is told that it was done', () =>
  inWorld(async (world) => {
    const { send, database } = world;
    const number = await world.taken();
    const approval = await world.approval(number);
    database.mood = 'lost';
    expect(await send(approval)).toMatchObject({
      outcome: { state: 'APPROVED', version: 3 },
      repeated: false,
    });
    database.mood = 'well';
    expect(await send(approval)).toMatchObject({
      outcome: { state: 'APPROVED', version: 3 },
      repeated: true,
    });
    expect((await world.desk.counts()).byState.APPROVED.claims).toBe(1);
    expect((await world.desk.overview.queue({ limit: 5 })).rows).toEqual([]);
    expect(await world.findings()).toEqual([]);
  }));

test('while the database is away nothing is done and everybody is told so; when it is back work goes on', () =>
  inWorld(async (world) => {
    const { people, send, database } = world;
    const number = await world.taken();
    const before = await world.journal();
    const approval = await world.approval(number);
    for (const mood of ['down', 'gone'] as const) {
      database.mood = mood;
      const sent = [approval, command(people.facility, 'SubmitClaim', claimForm(), `filing-${mood}`)];
      const answers = await Promise.all(sent.map((envelope) => send(envelope)));
      expect(answers.map(refusedAs)).toEqual(['unavailable', 'unavailable']);
    }
    database.mood = 'well';
    expect(await world.journal()).toEqual(before);
    done(await send(approval));
    expect(await world.findings()).toEqual([]);
  }));

test('a batch cut off in the middle leaves nothing behind', () =>
  inWorld(async (world) => {
    const { send, database } = world;
    const number = await world.taken();
    const before = await world.journal();
    const approval = await world.approval(number);
    database.mood = 'cut';
    expect(refusedAs(await send(approval))).toBe('unavailable');
    expect(await world.journal()).toEqual(before);
    database.mood = 'well';
    expect(await send(approval)).toMatchObject({ outcome: { state: 'APPROVED' }, repeated: false });
    expect(await world.findings()).toEqual([]);
  }));

test('a batch that is never answered is given up after its time', async () => {
  const silent = new Proxy(connect(env, 'nobody'), {
    get: (target, name) =>
      name === 'batch' ? () => new Promise(() => undefined) : Reflect.get(target, name),
  });
  const store = openStore(silent, 1);
  await expect(store.write([])).rejects.toThrow('has not answered for 1 ms');
  await expect(store.read([])).rejects.toThrow('has not answered for 1 ms');
});

test('a slow batch that runs after all: retried with its id it was done once', () =>
  inWorld(async (world) => {
    const { send, database } = world;
    const number = await world.taken();
    const approval = await world.approval(number);
    database.mood = 'held';
    expect(refusedAs(await send(approval))).toBe('unavailable');
    database.mood = 'well';
    expect(await database.letGo()).toEqual([null]);
    expect(await send(approval)).toMatchObject({
      outcome: { state: 'APPROVED', version: 3 },
      repeated: true,
    });
    expect(await world.findings()).toEqual([]);
  }));

test('a slow batch that others overtook loses: retried with its id it is done once', () =>
  inWorld(async (world) => {
    const { people, send, database } = world;
    const number = await world.taken();
    const approval = await world.approval(number);
    database.mood = 'held';
    expect(refusedAs(await send(approval))).toBe('unavailable');
    database.mood = 'well';
    done(await send(command(people.system, 'PutClient', { code: 'FAST', name: 'Faster' })));
    expect(await database.letGo()).toEqual([expect.stringMatching(/UNIQUE|constraint/i)]);
    expect(await send(approval)).toMatchObject({
      outcome: { state: 'APPROVED', version: 3 },
      repeated: false,
    });
    const entries = await world.journal();
    expect(entries.filter((entry) => entry.action === 'ApproveClaim')).toHaveLength(1);
    expect(await world.findings()).toEqual([]);
  }));

test('a slow batch that runs while others are being decided: one of them wins, none is lost or doubled', () =>
  inWorld(async (world) => {
    const { people, send, database } = world;
    const number = await world.taken();
    const approval = await world.approval(number);
    database.mood = 'held';
    expect(refusedAs(await send(approval))).toBe('unavailable');
    database.mood = 'well';
    const rejection = { number, version: 2, reasons: ['50'], sentence: 'Not needed.' };
    const [answer] = await Promise.all([
      send(command(people.staff, 'RejectClaim', rejection)),
      database.letGo(),
    ]);
    const again = await send(approval);
    const states = [answer, again].map((each) => (each.refused ? each.code : 'done'));
    expect(states.filter((state) => state === 'done')).toHaveLength(1);
    expect(await world.findings()).toEqual([]);
  }));

test('a sum that no number holds exactly keeps nobody from starting, and is looked at to its last digit', () =>
  inWorld(async (world) => {
    await world.taken();
    await connect(env, `tenant-${world.people.id}`).execute(
      "update claim_counts set claimed = 9007199254740993 where state = 'IN_REVIEW' and facility_id = ''",
    );
    const { byState } = await world.another().counts();
    expect(byState.IN_REVIEW).toMatchObject({ claims: 1, claimed: 9_007_199_254_740_992 });
    expect((await world.findings()).map(({ message }) => message).join()).toContain('9007199254740993');
  }));
