import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { openStore } from '../../../durable-objects/actor/store.ts';
import type { TenantDesk } from '../../../durable-objects/tenant/desk.ts';
import { claimsById } from '../../../durable-objects/tenant/read-claims.ts';
import type { QueueRule } from '../../../schema/domain/claims/queue-rule.ts';
import { rankOf } from '../../../schema/domain/claims/rank.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import { defaultRanking } from '../../../schema/domain/tenant-settings.ts';
import { connect } from '../../../worker/databases/connect.ts';
import { inWorld, type World } from './a-desk.ts';
import { command, done } from './a-tenant.ts';
import { claimForm } from './claim-form.ts';

const inPatients: QueueRule = {
  name: 'In-patients first',
  hours: 9,
  facilityId: null,
  clientCode: null,
  planCode: null,
  serviceGroup: null,
  amountFrom: null,
  amountTo: null,
  encounterType: 'inpatient',
};

const ids = (count: number) => Array.from({ length: count }, (_, nth) => nth + 1);

/** Files so many claims, every third of an in-patient. */
async function filed({ people, send }: World, count: number): Promise<void> {
  for (const nth of ids(count)) {
    const startedAt = new Date(Date.now() - (nth % 80) * 86_400_000).toISOString();
    const encounterType = nth % 3 === 0 ? ('inpatient' as const) : ('outpatient' as const);
    done(await send(command(people.facility, 'SubmitClaim', claimForm({ startedAt, encounterType }))));
  }
}

const stored = ({ people }: World, count: number) =>
  claimsById(openStore(connect(env, `tenant-${people.id}`)), ids(count));

async function shown(desk: TenantDesk): Promise<[number, number][]> {
  const { rows } = await desk.overview.queue({ limit: 200 });
  return rows.map(({ id, rankAt }) => [id, rankAt]);
}

/** That every open claim stands where the rules put it, in its row and in the view. */
async function allRanked(world: World, desk: TenantDesk, count: number, rules: QueueRule[]): Promise<void> {
  const claims = await stored(world, count);
  for (const claim of claims)
    expect(claim.rankAt).toBe(rankOf(claim, { ...defaultRanking, queueRules: rules }));
  const wanted = claims
    .map(({ id, rankAt }) => [id, rankAt ?? 0] as const)
    .sort(([a, first], [b, second]) => first - second || a - b);
  expect(await shown(desk)).toEqual(wanted);
}

const rulesOf = (...rules: QueueRule[]) => ({ highValue: defaultRanking.highValue, rules });

test('changed rules rank every open claim anew, portion by portion, without a new version of any', () =>
  inWorld(async (world) => {
    const { people, desk, send, journal, another } = world;
    await filed(world, 60);
    const answer = await send(command(people.system, 'PutQueueRules', rulesOf(inPatients)));
    expect(answer).toMatchObject({ outcome: { rules: 1, toRank: 60 } });
    await desk.works.ranker.isDone();
    await allRanked(world, desk, 60, [inPatients]);
    await allRanked(world, another(), 60, [inPatients]);
    expect((await stored(world, 60)).every(({ version }) => version === 1)).toBe(true);
    expect((await journal()).filter(({ action }) => action === 'RankAnew')).toHaveLength(2);
    expect(await world.findings()).toEqual([]);
    // a claim filed from now on stands by the same rules at once
    await send(command(people.facility, 'SubmitClaim', claimForm({ encounterType: 'inpatient' })));
    await allRanked(world, desk, 61, [inPatients]);
  }));

test('what a crash cuts off goes on where it was, by another instance', () =>
  inWorld(async (world) => {
    const { people, send, another, database } = world;
    await filed(world, 60);
    await send(command(people.system, 'PutQueueRules', rulesOf(inPatients)));
    database.mood = 'lost';
    await Promise.allSettled([send(command(people.system, 'TakeClaim', { number: 'CLM-26-000001' }))]);
    database.mood = 'well';
    const awake = another();
    await awake.isWhole();
    await awake.works.ranker.isDone();
    await allRanked(world, awake, 60, [inPatients]);
  }));

test('rules that change while the queue is ranked begin anew, and a claim decided meanwhile is left alone', () =>
  inWorld(async (world) => {
    const { people, desk, send, taken, journal } = world;
    await filed(world, 60);
    const number = await taken();
    await send(command(people.system, 'PutQueueRules', rulesOf(inPatients)));
    const later = { ...inPatients, hours: -30 };
    const rejection = { number, version: 2, reasons: ['50'], sentence: 'No.' };
    await Promise.all([
      send(command(people.staff, 'RejectClaim', rejection)),
      send(command(people.system, 'PutQueueRules', rulesOf(later))),
    ]);
    await desk.works.ranker.isDone();
    await allRanked(world, desk, 60, [later]);
    const [decided] = (await stored(world, 61)).slice(-1);
    expect(decided).toMatchObject({ state: 'REJECTED', version: 3 });
    const entries = await journal();
    expect(new Set(entries.map(({ command_id }) => command_id)).size).toBe(entries.length);
  }));

test('a rule about what is not there is refused at its field, and nothing is ranked', () =>
  inWorld(async ({ people, send }) => {
    const rules = rulesOf(inPatients, { ...inPatients, facilityId: 'elsewhere', planCode: 'NONE' });
    const answer = await send(command(people.system, 'PutQueueRules', rules));
    expect(isRefusal(answer) && answer.errors?.map(({ field }) => field)).toEqual([
      'rules.1.facilityId',
      'rules.1.planCode',
    ]);
  }));
