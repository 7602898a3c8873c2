import { expect, test } from 'vitest';
import type { Principal } from '../../../schema/domain/permissions.ts';
import { inWorld, type World } from './a-desk.ts';
import { command, done } from './a-tenant.ts';
import { requestForm } from './authorization-inputs.ts';
import { claimForm } from './claim-form.ts';

const burst_claims = 640;

const keyOf = ({ people }: World): Principal => ({ ...people.facility, id: 'rapid-key', via: 'key' });

/** So many claims of the facility's key at once, none a repetition of another. */
const filings = (world: World) =>
  Array.from({ length: burst_claims }, (_, nth) => {
    const startedAt = new Date(Date.now() - (nth % 80) * 86_400_000).toISOString();
    const claim = claimForm({ startedAt, encounterId: `visit-${nth}` });
    return command(keyOf(world), 'SubmitClaim', claim);
  });
const burstOf = (world: World) => filings(world).map((filing) => world.send(filing));

test('people decide, and others file, in the next cycle while a facility’s burst is worked through', () =>
  inWorld(async (world) => {
    const { send, people, database } = world;
    const number = await world.taken();
    const decision = await world.approval(number);
    const filing = command(people.facility, 'SubmitClaim', claimForm({ encounterId: 'by-hand' }));
    database.inOrder = true;
    const before = database.writes;
    const burst = burstOf(world);
    const answered = async (sent: ReturnType<typeof send>) => {
      done(await sent);
      return database.writes - before;
    };
    const [decided = 0, filed = 0] = await Promise.all([answered(send(decision)), answered(send(filing))]);
    expect(decided).toBeLessThanOrEqual(2);
    // What a filing looks at is known step by step: a look-up each, beside which a cycle of the burst is written.
    expect(filed).toBeLessThanOrEqual(5);
    for (const answer of await Promise.all(burst)) done(answer);
    expect(database.writes - before).toBeGreaterThanOrEqual(Math.ceil(burst_claims / 64));
    expect(await world.findings()).toEqual([]);
  }));

test('an emergency is filed in a batch of its own while a facility’s burst is worked through', () =>
  inWorld(async (world) => {
    const { send, database } = world;
    const burst = burstOf(world);
    const emergency = command(keyOf(world), 'RequestAuthorization', requestForm({ urgency: 'EMERGENCY' }));
    const entry = await send(emergency);
    for (const answer of await Promise.all(burst)) done(answer);
    done(entry);
    const batches = database.sent.map((statements) => JSON.stringify(statements));
    const [own = ''] = batches.filter((batch) => batch.includes(emergency.id));
    expect(own).toContain('RequestAuthorization');
    expect(own).not.toContain('SubmitClaim');
    expect(batches.indexOf(own)).toBeLessThan(batches.length - 1);
    expect(batches.filter((batch) => batch.includes('SubmitClaim')).length).toBeGreaterThanOrEqual(10);
  }));

test('a burst is numbered in the order in which it was sent', () =>
  inWorld(async (world) => {
    const outcomes = (await Promise.all(burstOf(world))).map(done);
    const numbers = outcomes.map((outcome) => ('number' in outcome ? outcome.number : ''));
    expect(numbers).toEqual([...numbers].sort());
  }));

test('a burst outlives batches that did not arrive: what waited behind them is looked up anew, and done', () =>
  inWorld(async (world) => {
    const { database, send } = world;
    const burst = filings(world);
    const failing = [1, 3, 5].map((nth) => database.writes + nth);
    for (const write of failing) database.downAt.add(write);
    const answers = await Promise.all(burst.map((filing) => send(filing)));
    const lost = burst.filter((_, nth) => answers[nth]?.refused);
    expect(lost.length).toBeGreaterThan(0);
    expect(lost.length).toBeLessThanOrEqual(failing.length * 64);
    for (const filing of lost) done(await send(filing));
    expect((await world.desk.counts()).byState.RECEIVED.claims).toBe(burst_claims);
  }));

test('one sender has so much under way and no more; what is refused was not done, and others are served', () =>
  inWorld(async (world) => {
    const { send, people } = world;
    const key = keyOf(world);
    const held = Array.from({ length: 5_000 }, () =>
      send(command(key, 'AnswerQuery', { number: 'none', answer: 'x' })),
    );
    expect(await send(command(key, 'SubmitClaim', claimForm()))).toMatchObject({ code: 'too_many' });
    for (const answer of await Promise.all(held)) expect(answer).toMatchObject({ code: 'not_found' });
    done(await send(command(people.facility, 'SubmitClaim', claimForm())));
    done(await send(command(key, 'SubmitClaim', claimForm({ encounterId: 'again' }))));
  }));
