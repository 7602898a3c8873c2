import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { tenantDatabase } from '../../../worker/queries/database.ts';
import { noticesPage } from '../../../worker/queries/notices-page.ts';
import { inWorld, type World } from './a-desk.ts';
import { aFamily } from './a-family.ts';
import { balancesOf, filedRequest, granting, requestOf, reservedEntries, rowsOf } from './a-request.ts';
import { command, done, refusedAs } from './a-tenant.ts';

const asked = 800_000;

/** Adjudicators may grant less than a request is for; Meg manages claims. */
async function withManager({ send, people }: World) {
  const manager = { accountId: 'meg', name: 'Meg Udo', email: 'meg@x.example', roleKey: 'claims-manager' };
  done(await send(command(people.system, 'PutStaff', { ...manager, state: 'ACTIVE' })));
  const roles = [{ role: 'adjudicator', limits: { claim: asked * 9, authorization: asked - 1 } }];
  done(await send(command(people.system, 'PutApprovalLimits', { roles })));
  return { ...people.staff, id: 'meg', name: 'Meg Udo' };
}

const bellOf = async ({ people }: World, accountId: string) => {
  const reader = { accountId, permissions: ['authorization.decide'] as const, tenantStaff: true };
  const found = await noticesPage(tenantDatabase(env, people.id), { ...reader, limit: 50 });
  return found.flatMap(({ kind }) => (kind === 'authorization-requested' ? [] : [kind]));
};

async function proposedRequest(world: World): Promise<string> {
  const number = await filedRequest(world);
  const outcome = done(await world.send(await granting(world, number, { sentence: 'Go ahead.' })));
  expect(outcome).toEqual({ number, state: 'REQUESTED', version: 2, proposed: asked });
  return number;
}

test('above the ceiling for requests a decision is a proposal: it waits as before, nothing is reserved, its facility hears nothing', () =>
  inWorld(async (world) => {
    await withManager(world);
    const number = await proposedRequest(world);
    const one = await requestOf(world, number);
    expect(one).toMatchObject({
      state: 'REQUESTED',
      approved: null,
      code: null,
      proposal: { approved: asked },
    });
    expect(one.dueAt).not.toBeNull();
    expect(one.history.map(({ what }) => what)).toEqual(['requested']);
    expect(await reservedEntries(world)).toEqual([]);
    const [entry] = await rowsOf(world, 'select data from journal order by seq desc limit 1');
    expect(JSON.parse(String(entry?.data))).toMatchObject({ proposed: asked });
    expect(JSON.parse(String(entry?.data))).not.toHaveProperty('tell');
    expect(await bellOf(world, 'meg')).toEqual(['authorization-proposed']);
    expect(await bellOf(world, 'ada')).toEqual([]);
    expect(await bellOf(world, 'ben')).toEqual([]);
  }));

test('a second person confirms: judged anew, reserved, the proposer hears of it; nobody confirms their own', () =>
  inWorld(async (world) => {
    const meg = await withManager(world);
    const number = await proposedRequest(world);
    const { people, send } = world;
    const confirm = (by: typeof meg, version = 2) =>
      command(by, 'ConfirmAuthorizationProposal', { number, version });
    expect(refusedAs(await send(confirm(people.staff)))).toBe('forbidden');
    expect(refusedAs(await send(confirm(people.other)))).toBe('forbidden');
    expect(refusedAs(await send(confirm(meg, 1)))).toBe('stale');
    const confirming = confirm(meg);
    expect(done(await send(confirming))).toMatchObject({ state: 'APPROVED', version: 3 });
    expect(done(await send(confirming))).toMatchObject({ state: 'APPROVED', version: 3 });
    expect(await requestOf(world, number)).toMatchObject({
      decidedBy: 'meg',
      proposal: null,
      conversation: [{ kind: 'decision', text: 'Go ahead.' }],
    });
    expect(await balancesOf(world)).toEqual({ reserved: asked, used: 0 });
    expect(await bellOf(world, 'ada')).toEqual(['authorization-confirmed']);
    expect(refusedAs(await send(confirm(meg, 3)))).toBe('wrong_state');
    expect(await world.findings()).toEqual([]);
  }));

test('declined it waits for anybody, with a sentence to the proposer', () =>
  inWorld(async (world) => {
    const meg = await withManager(world);
    const number = await proposedRequest(world);
    const { people, send } = world;
    const sentence = 'Ask for the notes first.';
    const declining = command(meg, 'DeclineAuthorizationProposal', { number, version: 2, sentence });
    expect(done(await send(declining))).toEqual({ number, state: 'REQUESTED', version: 3 });
    expect(await bellOf(world, 'ada')).toEqual(['authorization-declined']);
    expect(await requestOf(world, number)).toMatchObject({
      proposal: { declined: { name: 'Meg Udo', sentence } },
    });
    const rejection = {
      number,
      version: 3,
      verdict: 'reject' as const,
      reasons: ['50'],
      sentence: 'Not needed.',
    };
    expect(done(await send(command(people.other, 'DecideAuthorization', rejection)))).toMatchObject({
      state: 'REJECTED',
    });
  }));

test('what is recommended by then may be another: refused with both figures', () =>
  inWorld(async (world) => {
    const meg = await withManager(world);
    await aFamily(world);
    const { people, send } = world;
    const roles = [{ role: 'adjudicator', limits: { claim: asked, authorization: 100_000 } }];
    done(await send(command(people.system, 'PutApprovalLimits', { roles })));
    const forOne = (who: string, unitPrice: number) => ({
      memberId: undefined,
      enrolleeExternalId: who,
      lines: [{ service: 'CONS', quantity: 1, unitPrice }],
    });
    const number = await filedRequest(world, forOne('bola', 900_000));
    done(await send(await granting(world, number)));
    const other = await filedRequest(world, forOne('tayo', 600_000));
    done(await send(await granting(world, other, {}, meg)));
    const confirming = command(meg, 'ConfirmAuthorizationProposal', { number, version: 2 });
    expect(await send(confirming)).toMatchObject({
      code: 'stale',
      message: expect.stringMatching(/since ₦ 9,000\.00 was proposed: ₦ 4,000\.00 now/),
    });
    expect(await balancesOf(world)).toEqual({ reserved: 600_000, used: 0 });
  }));
