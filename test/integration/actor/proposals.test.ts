import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { claimIdOf } from '../../../schema/domain/ids.ts';
import type { Principal } from '../../../schema/domain/permissions.ts';
import { connect } from '../../../worker/databases/connect.ts';
import { tenantDatabase } from '../../../worker/queries/database.ts';
import { noticesPage } from '../../../worker/queries/notices-page.ts';
import { unreadNotices } from '../../../worker/queries/unread-notices.ts';
import { inWorld, type World } from './a-desk.ts';
import { command, done, refusedAs } from './a-tenant.ts';
import { claimForm } from './claim-form.ts';

const asked = 800_000;

/** Adjudicators may approve less than a claim is for; Meg and Max manage claims, Ola the same up to little. */
async function withManagers(world: World): Promise<{ meg: Principal; max: Principal }> {
  const { people, send } = world;
  for (const [accountId, name] of [
    ['meg', 'Meg Udo'],
    ['max', 'Max Bala'],
  ] as const)
    done(
      await send(
        command(people.system, 'PutStaff', {
          accountId,
          name,
          email: `${accountId}@${people.id}.example`,
          roleKey: 'claims-manager',
          state: 'ACTIVE',
        }),
      ),
    );
  const roles = [{ role: 'adjudicator', limits: { claim: asked - 1 } }];
  done(await send(command(people.system, 'PutApprovalLimits', { roles })));
  const as = (id: string, name: string): Principal => ({ ...people.staff, id, name });
  return { meg: as('meg', 'Meg Udo'), max: as('max', 'Max Bala') };
}

const rows = async (world: World, sql: string) =>
  (await connect(env, `tenant-${world.people.id}`).execute(sql)).rows.map((row) => ({ ...row }));

const bellOf = async (world: World, principal: Principal) => {
  const db = tenantDatabase(env, world.people.id);
  const reader = {
    accountId: principal.id,
    permissions: ['claim.view', 'claim.approve'] as const,
    tenantStaff: true,
  };
  const found = await noticesPage(db, { ...reader, limit: 50 });
  const { unread } = await unreadNotices(db, reader);
  expect(unread).toBe(found.length);
  return found.flatMap(({ kind, subject }) => (kind === 'submitted' ? [] : [`${subject} ${kind}`]));
};

/** A claim that Ada has proposed to approve. */
async function proposedClaim(world: World): Promise<string> {
  const number = await world.taken();
  const answer = await world.send(await world.approval(number));
  expect(done(answer)).toEqual({ number, state: 'IN_REVIEW', version: 3, proposed: asked });
  return number;
}

test('above the ceiling a decision becomes a proposal: in review, free, nothing booked, its place kept, its facility told nothing', () =>
  inWorld(async (world) => {
    const { desk, send, people } = world;
    await withManagers(world);
    const number = await world.taken();
    const before = (await desk.overview.queue({ limit: 5 })).rows;
    done(await send(await world.approval(number)));
    const after = (await desk.overview.queue({ limit: 5 })).rows;
    expect(after).toMatchObject([{ id: before[0]?.id, rankAt: before[0]?.rankAt, lease: null }]);
    expect(await rows(world, 'select state, approved, proposed, decided_by from claims')).toEqual([
      { state: 'IN_REVIEW', approved: null, proposed: asked, decided_by: null },
    ]);
    expect(await rows(world, 'select * from ledger')).toEqual([]);
    const [entry] = await rows(world, 'select action, data from journal order by seq desc limit 1');
    expect(entry?.action).toBe('ApproveClaim');
    expect(JSON.parse(String(entry?.data))).toMatchObject({ proposed: asked, approved: null });
    expect(JSON.parse(String(entry?.data))).not.toHaveProperty('tell');
    expect(refusedAs(await send(await world.approval(number, { version: 3 })))).toBe('lease_held');
    done(await send(command(people.other, 'TakeClaim', { number })));
    expect(await world.findings()).toEqual([]);
  }));

test('up to the ceiling it is approved at once', () =>
  inWorld(async (world) => {
    await withManagers(world);
    const roles = [{ role: 'adjudicator', limits: { claim: asked } }];
    done(await world.send(command(world.people.system, 'PutApprovalLimits', { roles })));
    const number = await world.taken();
    expect(done(await world.send(await world.approval(number)))).toMatchObject({ state: 'APPROVED' });
  }));

test('a role that was given no ceiling approves nothing alone, and one without limit approves anything', () =>
  inWorld(async (world) => {
    const { people, send } = world;
    await withManagers(world);
    const set = async (limits: { claim?: 'unlimited' }) =>
      done(
        await send(command(people.system, 'PutApprovalLimits', { roles: [{ role: 'adjudicator', limits }] })),
      );
    await set({});
    expect(done(await send(await world.approval(await world.taken())))).toMatchObject({ proposed: asked });
    await set({ claim: 'unlimited' });
    expect(done(await send(await world.approval(await world.taken())))).toMatchObject({ state: 'APPROVED' });
  }));

test('a second person confirms: judged anew, booked, and the proposer hears of it', () =>
  inWorld(async (world) => {
    const { meg } = await withManagers(world);
    const number = await proposedClaim(world);
    expect(await bellOf(world, meg)).toEqual([`${number} proposed`]);
    expect(await bellOf(world, world.people.staff)).toEqual([]);
    expect(await bellOf(world, world.people.other)).toEqual([]);
    const confirming = command(meg, 'ConfirmProposal', { number, version: 3 });
    expect(done(await world.send(confirming))).toEqual({ number, state: 'APPROVED', version: 4 });
    expect(await rows(world, 'select approved, proposed, decided_by from claims')).toEqual([
      { approved: asked, proposed: null, decided_by: 'meg' },
    ]);
    expect(await rows(world, 'select sum(amount) booked from ledger')).toEqual([{ booked: asked }]);
    expect(await bellOf(world, world.people.staff)).toEqual([`${number} confirmed`]);
    const again = await world.send(confirming);
    expect(again).toMatchObject({ repeated: true });
    expect(await world.findings()).toEqual([]);
  }));

test('neither the proposer, nor who entered the claim, nor somebody with a lower ceiling decides a proposal', () =>
  inWorld(async (world) => {
    const { people, send } = world;
    const { meg } = await withManagers(world);
    const number = await proposedClaim(world);
    const both = (by: Principal, version = 3) => [
      command(by, 'ConfirmProposal', { number, version }),
      command(by, 'DeclineProposal', { number, version, sentence: 'Please look again.' }),
    ];
    for (const envelope of [...both(people.staff), ...both(people.other)]) {
      const answer = await send(envelope);
      expect(refusedAs(answer)).toBe('forbidden');
      if (!answer.refused) continue;
      const named = envelope.principal.id === 'ada' ? /You proposed/ : /up to ₦ 7,999\.99.*₦ 8,000\.00/;
      expect(answer.message).toMatch(named);
    }
    for (const envelope of both(meg, 2)) expect(refusedAs(await send(envelope))).toBe('stale');
    const rita = { ...people.staff, id: 'rita', name: 'Rita Reader' };
    for (const envelope of both(rita)) expect(refusedAs(await send(envelope))).toBe('forbidden');
    expect(await world.findings()).toEqual([]);
  }));

test('nobody approves what they entered: alone, in a batch, by confirming', () =>
  inWorld(async (world) => {
    const { people, send, desk } = world;
    const { meg, max } = await withManagers(world);
    const form = claimForm({ facilityExternalId: 'SUN' });
    const filed = done(await send(command(meg, 'SubmitClaim', form)));
    const number = 'number' in filed ? filed.number : '';
    done(await send(command(meg, 'TakeClaim', { number })));
    const own = await send(await world.approval(number, { by: meg }));
    expect(own).toMatchObject({ code: 'forbidden', message: expect.stringContaining('You entered') });
    done(await send(command(meg, 'ReleaseClaim', { number })));
    done(await send(command(people.staff, 'TakeClaim', { number })));
    done(await send(await world.approval(number)));
    expect(await bellOf(world, meg)).toEqual([]);
    expect(await bellOf(world, max)).toEqual([`${number} proposed`]);
    const confirming = await send(command(meg, 'ConfirmProposal', { number, version: 3 }));
    expect(confirming).toMatchObject({ code: 'forbidden', message: expect.stringContaining('You entered') });
    expect(await desk.inquiries.judgement(number)).toMatchObject({ version: 3 });
    done(await send(command(max, 'ConfirmProposal', { number, version: 3 })));
  }));

test('declined, the claim is free again with the sentence on it, and the proposer hears of it', () =>
  inWorld(async (world) => {
    const { people, send } = world;
    const { meg } = await withManagers(world);
    const number = await proposedClaim(world);
    const sentence = 'The second test was not needed.';
    done(await send(command(meg, 'DeclineProposal', { number, version: 3, sentence })));
    expect(
      await rows(world, "select proposed, body ->> '$.proposal.declined.sentence' said from claims"),
    ).toEqual([{ proposed: null, said: sentence }]);
    expect(await bellOf(world, people.staff)).toEqual([`${number} declined`]);
    const gone = await send(command(meg, 'ConfirmProposal', { number, version: 4 }));
    expect(refusedAs(gone)).toBe('wrong_state');
    const [entry] = await rows(world, 'select data, sealed from journal order by seq desc limit 1');
    expect(String(entry?.data)).not.toContain('second test');
    expect(entry?.sealed).not.toBeNull();
    done(await send(command(people.other, 'TakeClaim', { number })));
  }));

test('other figures than were proposed: stale, with the new ones', () =>
  inWorld(async (world) => {
    const { people, send } = world;
    const { meg } = await withManagers(world);
    const number = await proposedClaim(world);
    const from = new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10);
    const end = { externalId: 'EMP-1', change: 'terminate', from, reason: 'Left' } as const;
    done(await send(command(people.system, 'SetEnrolleeCover', end)));
    expect(await send(command(meg, 'ConfirmProposal', { number, version: 3 }))).toMatchObject({
      code: 'stale',
      message: expect.stringMatching(/₦ 8,000\.00 was proposed: ₦ 0\.00 now/),
    });
    expect(await rows(world, 'select * from ledger')).toEqual([]);
  }));

test('a proposal falls away when the claim is decided otherwise', () =>
  inWorld(async (world) => {
    const { people, send } = world;
    const { meg } = await withManagers(world);
    const waiting = 'select count(*) n from claims where proposed is not null';
    for (const type of ['QueryClaim', 'RejectClaim'] as const) {
      const number = await proposedClaim(world);
      done(await send(command(people.other, 'TakeClaim', { number })));
      const confirming = command(meg, 'ConfirmProposal', { number, version: 3 });
      const held = await send(confirming);
      expect(held).toMatchObject({ code: 'lease_held', message: expect.stringContaining('Ben Eze') });
      const otherwise =
        type === 'QueryClaim'
          ? command(people.other, type, { number, version: 3, question: 'Which drug?' })
          : command(people.other, type, { number, version: 3, reasons: ['50'], sentence: 'No.' });
      done(await send(otherwise));
      expect(await rows(world, waiting)).toEqual([{ n: 0 }]);
      expect(refusedAs(await send(command(meg, 'ConfirmProposal', { number, version: 4 })))).toBe(
        'wrong_state',
      );
    }
    expect(await world.findings()).toEqual([]);
  }));

test('two who confirm at once: one of them does', () =>
  inWorld(async (world) => {
    const { meg, max } = await withManagers(world);
    const number = await proposedClaim(world);
    const answers = await Promise.all(
      [meg, max].map((by) => world.send(command(by, 'ConfirmProposal', { number, version: 3 }))),
    );
    expect(answers.filter((answer) => !answer.refused)).toHaveLength(1);
    expect(answers.filter((answer) => answer.refused).map(refusedAs)).toEqual(['wrong_state']);
    expect(await rows(world, 'select sum(amount) booked from ledger')).toEqual([{ booked: asked }]);
    expect(await world.findings()).toEqual([]);
  }));

test('confirmed while somebody queries it: whoever came first is done, the other is refused', () =>
  inWorld(async (world) => {
    const { people, send } = world;
    const { meg } = await withManagers(world);
    const number = await proposedClaim(world);
    const [taken, confirmed] = await Promise.all([
      send(command(people.other, 'TakeClaim', { number })),
      send(command(meg, 'ConfirmProposal', { number, version: 3 })),
    ]);
    expect([taken, confirmed].filter((answer) => !answer.refused)).toHaveLength(1);
    expect(await world.findings()).toEqual([]);
  }));

test('after a crash the proposal still waits, and is counted', () =>
  inWorld(async (world) => {
    const { meg } = await withManagers(world);
    const number = await proposedClaim(world);
    const awake = world.another();
    expect((await awake.counts()).proposals).toBe(1);
    done(await world.send(command(meg, 'ConfirmProposal', { number, version: 3 }), awake));
    expect((await awake.counts()).proposals).toBe(0);
    expect((await awake.overview.queue({ limit: 5 })).rows).toEqual([]);
    expect(claimIdOf(number)).not.toBeNull();
  }));
