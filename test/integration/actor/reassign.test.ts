import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { claimIdOf } from '../../../schema/domain/ids.ts';
import type { Principal } from '../../../schema/domain/permissions.ts';
import { tenantDatabase } from '../../../worker/queries/database.ts';
import { noticesPage } from '../../../worker/queries/notices-page.ts';
import { inWorld, type World } from './a-desk.ts';
import { command, done, refusedAs } from './a-tenant.ts';
import { claimForm } from './claim-form.ts';

async function aManager({ people, send }: World): Promise<Principal> {
  const meg = { ...people.staff, id: 'meg', name: 'Meg Udo' };
  const input = { accountId: 'meg', name: 'Meg Udo', email: `meg@${people.id}.example` };
  const staff = { ...input, roleKey: 'claims-manager', state: 'ACTIVE' } as const;
  done(await send(command(people.system, 'PutStaff', staff)));
  return meg;
}

async function bellOf(world: World, accountId: string): Promise<string[]> {
  const db = tenantDatabase(env, world.people.id);
  const found = await noticesPage(db, { accountId, permissions: [], tenantStaff: true, limit: 10 });
  return found.map(({ kind, subject, data }) => `${subject} ${kind} ${data.with}`);
}

const holderOf = async ({ desk }: World, number: string) =>
  (await desk.overview.leases([claimIdOf(number) ?? 0]))[0]?.lease.name ?? null;

test('a manager gives a claim that somebody has to somebody else: the lease moves, both are told, and the former is refused by name', () =>
  inWorld(async (world) => {
    const { people, send } = world;
    const meg = await aManager(world);
    const number = await world.taken();
    const deciding = await world.approval(number);
    done(await send(command(meg, 'ReassignClaim', { number, to: 'ben' })));
    expect(await holderOf(world, number)).toBe('Ben Eze');
    expect(await bellOf(world, 'ada')).toEqual([`${number} reassigned Ben Eze`]);
    expect(await bellOf(world, 'ben')).toEqual([`${number} reassigned Ben Eze`]);
    expect(await bellOf(world, 'meg')).toEqual([]);
    expect(await send(deciding)).toMatchObject({
      code: 'lease_held',
      message: expect.stringContaining('Ben Eze'),
    });
    expect(await world.desk.overview.renew(claimIdOf(number) ?? 0, 'ada')).toBe(false);
    done(await send(await world.approval(number, { by: people.other })));
    expect(await world.findings()).toEqual([]);
  }));

test('a claim that nobody has is given, from the queue into review', () =>
  inWorld(async (world) => {
    const { people, send } = world;
    const meg = await aManager(world);
    const filed = done(await send(command(people.facility, 'SubmitClaim', claimForm())));
    const number = 'number' in filed ? filed.number : '';
    expect(done(await send(command(meg, 'ReassignClaim', { number, to: 'ada' })))).toMatchObject({
      state: 'IN_REVIEW',
    });
    expect(await holderOf(world, number)).toBe('Ada Obi');
    expect(await bellOf(world, 'ada')).toEqual([`${number} reassigned Ada Obi`]);
  }));

test('a manager frees a claim, and whoever had it is told', () =>
  inWorld(async (world) => {
    const { people, send } = world;
    const meg = await aManager(world);
    const number = await world.taken();
    done(await send(command(meg, 'ReassignClaim', { number, to: null })));
    expect(await holderOf(world, number)).toBeNull();
    expect(await bellOf(world, 'ada')).toEqual([`${number} reassigned `]);
    expect(refusedAs(await send(command(meg, 'ReassignClaim', { number, to: null })))).toBe('wrong_state');
    done(await send(command(people.other, 'TakeClaim', { number })));
  }));

test('nobody gets a claim who may not review, who is not one of the people, or who has it already', () =>
  inWorld(async (world) => {
    const { send } = world;
    const meg = await aManager(world);
    const number = await world.taken();
    const to = async (accountId: string) => send(command(meg, 'ReassignClaim', { number, to: accountId }));
    expect(await to('rita')).toMatchObject({
      code: 'invalid',
      errors: [{ field: 'to', message: expect.stringContaining('Rita Reader') }],
    });
    expect(refusedAs(await to('nobody'))).toBe('invalid');
    expect(refusedAs(await to('ada'))).toBe('wrong_state');
    const decided = await world.taken();
    done(await send(await world.approval(decided)));
    const late = await send(command(meg, 'ReassignClaim', { number: decided, to: 'ben' }));
    expect(refusedAs(late)).toBe('wrong_state');
  }));

test('an adjudicator reassigns nothing', () =>
  inWorld(async (world) => {
    const number = await world.taken();
    const sent = command(world.people.other, 'ReassignClaim', { number, to: 'ben' });
    expect(refusedAs(await world.send(sent))).toBe('forbidden');
  }));

test('after a crash the claim is with whom it was given to', () =>
  inWorld(async (world) => {
    const meg = await aManager(world);
    const number = await world.taken();
    done(await world.send(command(meg, 'ReassignClaim', { number, to: 'ben' })));
    const awake = world.another();
    const id = claimIdOf(number) ?? 0;
    expect((await awake.overview.leases([id]))[0]?.lease.name).toBe('Ben Eze');
    expect(refusedAs(await world.send(command(world.people.staff, 'TakeClaim', { number }), awake))).toBe(
      'lease_held',
    );
  }));

test('a decision and a reassignment at once: one of them is first, and the other is told so', () =>
  inWorld(async (world) => {
    const meg = await aManager(world);
    const number = await world.taken();
    const deciding = await world.approval(number);
    const [given, decided] = await Promise.all([
      world.send(command(meg, 'ReassignClaim', { number, to: 'ben' })),
      world.send(deciding),
    ]);
    expect([given, decided].filter((answer) => !answer.refused)).toHaveLength(1);
    expect(await world.findings()).toEqual([]);
  }));
