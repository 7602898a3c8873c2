import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test, vi } from 'vitest';
import { verifyOrganisation } from '../../../durable-objects/actor/verify.ts';
import { executeOn } from '../../../durable-objects/tenant/execute.ts';
import { alwaysInForce } from '../../../schema/domain/network/link.ts';
import type { LinkChanged, LinkNews } from '../../../schema/domain/network/message.ts';
import type { Principal } from '../../../schema/domain/permissions.ts';
import { freshId } from '../../../worker/command.ts';
import { connect } from '../../../worker/databases/connect.ts';
import { inWorld } from './a-desk.ts';
import { anOpenFacility } from './a-facility.ts';
import { command, done, openTenant, refusedAs, type Tenant, tenantPeople } from './a-tenant.ts';
import { claimForm } from './claim-form.ts';

const profile = { name: 'Hilltop Clinic', kind: 'clinic' } as const;
const actorOf = (id: string) => env.TENANT.get(env.TENANT.idFromName(id));
const facilityOf = (id: string) => env.FACILITY.get(env.FACILITY.idFromName(id));

/** A tenant with somebody of provider relations, and a facility with an owner that it is not linked with. */
async function strangers(): Promise<{
  tenant: Tenant;
  relations: Principal;
  facilityId: string;
  owner: Principal;
  clerk: Principal;
}> {
  const tenant = await openTenant();
  const person = (accountId: string, name: string, roleKey: string) =>
    ({ accountId, name, email: `${accountId}@${freshId()}.example`, roleKey, state: 'ACTIVE' }) as const;
  const put = person('rel', 'Rel Ade', 'provider-relations');
  done(await executeOn(actorOf(tenant.id), command(tenant.system, 'PutStaff', put)));
  const facilityId = `hill-${freshId().slice(-10)}`;
  const organisation = { kind: 'facility', id: facilityId } as const;
  const facility = facilityOf(facilityId);
  const system: Principal = { ...tenant.system, organisation };
  for (const each of [
    { type: 'OpenFacility', input: profile } as const,
    { type: 'PutStaff', input: person('own', 'Ola Owner', 'owner') } as const,
    { type: 'PutStaff', input: person('clerk', 'Chi Clerk', 'billing') } as const,
  ])
    done(await facility.execute({ id: freshId(), principal: system, command: each }));
  const session = (id: string, name: string): Principal => ({
    ...{ id, name, via: 'session', organisation, permissions: [] },
  });
  return {
    tenant,
    relations: { ...tenant.staff, id: 'rel', name: 'Rel Ade' },
    facilityId,
    owner: session('own', 'Ola Owner'),
    clerk: session('clerk', 'Chi Clerk'),
  };
}

async function mirrorOf(facilityId: string) {
  const [links, notices] = await connect(env, `facility-${facilityId}`).batch(
    ['select tenant_id, name, state, version, currency from links', 'select kind from notices order by seq'],
    'read',
  );
  return {
    links: links?.rows.map(({ name, state, version, currency }) => [name, state, version, currency]),
    notices: notices?.rows.map((row) => row.kind),
  };
}

async function told(facilityId: string, version: number) {
  await vi.waitFor(async () => expect((await mirrorOf(facilityId)).links?.[0]?.[2]).toBe(version));
}

test('the tenant asks, the facility accepts, the tenant suspends and reinstates, the facility ends it', async () => {
  const { tenant, relations, facilityId, owner } = await strangers();
  const [actor, facility] = [actorOf(tenant.id), facilityOf(facilityId)];
  const ask = command(relations, 'RequestLink', { facilityId, profile, message: 'Join us.' });
  expect(done(await executeOn(actor, ask))).toEqual({ facilityId, state: 'REQUESTED', version: 1 });
  expect(await executeOn(actor, ask)).toMatchObject({ repeated: true });
  await told(facilityId, 1);
  const accept = command(owner, 'AnswerLink', { version: 1, accept: true });
  expect(done(await facility.forward(tenant.id, accept))).toMatchObject({ state: 'APPROVED', version: 2 });
  const reason = 'Papers are missing.';
  done(await executeOn(actor, command(relations, 'SuspendLink', { facilityId, version: 2, reason })));
  done(await executeOn(actor, command(relations, 'ReinstateLink', { facilityId, version: 3 })));
  await told(facilityId, 4);
  done(await facility.forward(tenant.id, command(owner, 'EndLink', { version: 4, reason: 'We move away.' })));
  await vi.waitFor(async () =>
    expect(await mirrorOf(facilityId)).toEqual({
      links: [['Test HMO', 'ENDED', 5, 'NGN']],
      notices: ['link-requested', 'link-approved', 'link-suspended', 'link-reinstated', 'link-ended'],
    }),
  );
  const { rows } = await connect(env, `tenant-${tenant.id}`).execute(
    "select kind from notices where kind like 'link-%' order by seq",
  );
  expect(rows.map((row) => row.kind)).toEqual((await mirrorOf(facilityId)).notices);
  for (const kind of ['tenant', 'facility'] as const) {
    const id = kind === 'tenant' ? tenant.id : facilityId;
    expect(await verifyOrganisation(kind, connect(env, `${kind}-${id}`))).toEqual([]);
  }
  const { rows: entries } = await connect(env, `tenant-${tenant.id}`).execute(
    "select data from journal where action in ('RequestLink', 'SuspendLink')",
  );
  expect(entries.map((row) => String(row.data)).join()).not.toMatch(/Hilltop|Papers|Join/);
});

test('the facility asks, and a colleague without the permission may not', async () => {
  const { tenant, relations, facilityId, owner, clerk } = await strangers();
  const facility = facilityOf(facilityId);
  const input = { profile };
  expect(refusedAs(await facility.forward(tenant.id, command(clerk, 'RequestLink', input)))).toBe(
    'forbidden',
  );
  expect(
    refusedAs(await facility.forward(tenant.id, command(owner, 'EndLink', { version: 1, reason: 'x' }))),
  ).toBe('not_found');
  expect(done(await facility.forward(tenant.id, command(owner, 'RequestLink', input)))).toMatchObject({
    facilityId,
    state: 'REQUESTED',
  });
  const own = await facility.forward(tenant.id, command(owner, 'AnswerLink', { version: 1, accept: true }));
  expect(refusedAs(own)).toBe('wrong_state');
  const answer = { facilityId, version: 1, accept: false, reason: 'Not now.' };
  expect(done(await executeOn(actorOf(tenant.id), command(relations, 'AnswerLink', answer)))).toMatchObject({
    state: 'DECLINED',
  });
  await told(facilityId, 2);
});

test('nothing of another facility can be asked for, or answered', async () => {
  const { tenant, relations, facilityId, owner } = await strangers();
  const other = await strangers();
  done(await executeOn(actorOf(tenant.id), command(relations, 'RequestLink', { facilityId, profile })));
  const theirs = { facilityId, version: 1, accept: true };
  const answered = await facilityOf(other.facilityId).forward(
    tenant.id,
    command(other.owner, 'AnswerLink', theirs),
  );
  expect(refusedAs(answered)).toBe('invalid');
  const unnamed = await facilityOf(other.facilityId).forward(
    tenant.id,
    command(other.owner, 'AnswerLink', { version: 1, accept: true }),
  );
  expect(refusedAs(unnamed)).toBe('not_found');
  const unknown = await facilityOf(facilityId).forward(freshId(), command(owner, 'RequestLink', { profile }));
  expect(['not_found', 'unavailable']).toContain(refusedAs(unknown));
});

test('both sides answer at once: one answer stands, the other is told that something changed', async () => {
  const { tenant, relations, facilityId, owner } = await strangers();
  const actor = actorOf(tenant.id);
  done(await executeOn(actor, command(relations, 'RequestLink', { facilityId, profile })));
  const answers = await Promise.all([
    facilityOf(facilityId).forward(tenant.id, command(owner, 'AnswerLink', { version: 1, accept: true })),
    executeOn(actor, command(relations, 'AnswerLink', { facilityId, version: 1, accept: false })),
  ]);
  const refused = answers.filter((answer) => answer.refused);
  expect(refused).toMatchObject([{ code: 'stale' }]);
  await told(facilityId, 2);
});

test('before it is accepted nothing can be filed; what was done while it was in force can be, for good', async () => {
  const { tenant, relations, facilityId, owner, clerk } = await strangers();
  const [actor, facility] = [actorOf(tenant.id), facilityOf(facilityId)];
  const file = (startedAt: string) =>
    facility.forward(tenant.id, command(clerk, 'SubmitClaim', claimForm({ startedAt })));
  const at = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  expect(refusedAs(await file(at(0)))).toBe('not_found');
  const from = at(-10).slice(0, 10);
  done(await executeOn(actor, command(relations, 'RequestLink', { facilityId, profile, from })));
  await told(facilityId, 1);
  expect(refusedAs(await file(at(-1)))).toBe('not_found');
  done(await facility.forward(tenant.id, command(owner, 'AnswerLink', { version: 1, accept: true })));
  done(await file(at(-9)));
  expect(refusedAs(await file(at(-12)))).toBe('invalid');
  const reason = 'So.';
  done(await executeOn(actor, command(relations, 'SuspendLink', { facilityId, version: 2, reason })));
  expect(await file(at(0))).toMatchObject({ errors: [{ field: 'startedAt', reason: 'B7' }] });
  done(await file(at(-2)));
  done(await executeOn(actor, command(relations, 'EndLink', { facilityId, version: 3, reason })));
  done(await file(at(-3)));
});

test('papers on record refuse what is done after their last day, and outlast another request', async () => {
  const { tenant, relations, facilityId, owner, clerk } = await strangers();
  const [actor, facility] = [actorOf(tenant.id), facilityOf(facilityId)];
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  const from = day(-20).slice(0, 10);
  done(await executeOn(actor, command(relations, 'RequestLink', { facilityId, profile, from })));
  await told(facilityId, 1);
  done(await facility.forward(tenant.id, command(owner, 'AnswerLink', { version: 1, accept: true })));
  const file = (startedAt: string) =>
    facility.forward(tenant.id, command(clerk, 'SubmitClaim', claimForm({ startedAt })));
  const licenceUntil = day(-5).slice(0, 10);
  const papers = { facilityId, licence: 'X-1', licenceUntil };
  done(await executeOn(actor, command(relations, 'PutPapers', papers)));
  expect(await file(day(-2))).toMatchObject({ errors: [{ field: 'startedAt', reason: 'B7' }] });
  done(await file(day(-7)));
  done(await executeOn(actor, command(relations, 'EndLink', { facilityId, version: 2, reason: 'So.' })));
  done(await executeOn(actor, command(relations, 'RequestLink', { facilityId, profile })));
  const { rows } = await connect(env, `tenant-${tenant.id}`).execute({
    sql: 'select profile from links where facility_id = ?',
    args: [facilityId],
  });
  expect(JSON.parse(String(rows[0]?.profile))).toEqual({ ...profile, licence: 'X-1', licenceUntil });
});

const message = (seq: number, version: number, news: LinkNews, state: LinkChanged['link']['state']) =>
  ({
    seq,
    kind: 'LinkChanged',
    news,
    link: { ...alwaysInForce, state, version, slug: 'hmo', name: 'Some HMO', currency: 'NGN', zone: 'UTC' },
  }) satisfies LinkChanged;

test('messages twice, late or out of order: the newest stands, each rings once', async () => {
  const { facilityId } = await strangers();
  const facility = facilityOf(facilityId);
  const asked = message(4, 1, 'link-requested', 'REQUESTED');
  await Promise.all([facility.deliver('t-1', [asked]), facility.deliver('t-1', [asked])]);
  await facility.deliver('t-1', [message(6, 3, 'link-suspended', 'SUSPENDED')]);
  await facility.deliver('t-1', [message(5, 2, 'link-approved', 'APPROVED'), asked]);
  expect(await mirrorOf(facilityId)).toEqual({
    links: [['Some HMO', 'SUSPENDED', 3, 'NGN']],
    notices: ['link-requested', 'link-suspended'],
  });
});

test('a link and its first claim in one delivery, to a facility that knew nothing of the insurer', async () => {
  const { facilityId } = await strangers();
  const claim = {
    number: 'CLM-26-000001',
    state: 'RECEIVED',
    outcome: null,
    version: 1,
    memberId: 'TST-INDV-00001-P',
    enrolleeName: 'Ngozi Ade',
    encounterType: 'outpatient',
    serviceDate: '2026-11-20',
    currency: 'NGN',
    claimed: 1,
    approved: null,
    submittedAt: 1,
    changedAt: 1,
    draftId: null,
  } as const;
  const filed = { seq: 8, kind: 'ClaimChanged', news: 'received', claim } as const;
  const facility = facilityOf(facilityId);
  await runInDurableObject(facility, async (actor) => {
    await expect(actor.deliver('t-1', [filed])).rejects.toThrow('does not know the insurer yet');
  });
  await facility.deliver('t-1', [message(7, 2, 'link-approved', 'APPROVED'), filed]);
  expect((await mirrorOf(facilityId)).notices).toEqual(['link-approved', 'received']);
});

test('a facility that is down is told of its link when it is back, after a crash too', () => {
  const taken: string[] = [];
  let isDown = true;
  const deliver = async (_: string, messages: { kind: string; news: string }[]) => {
    if (isDown) throw new Error('down');
    taken.push(...messages.map(({ kind, news }) => `${kind} ${news}`));
    return { seq: 1 };
  };
  return inWorld(
    async ({ people, desk, send, later, another }) => {
      const ask = { facilityId: 'far-away', profile };
      done(await send(command(people.system, 'RequestLink', ask)));
      await desk.outbox.drain();
      expect(taken).toEqual([]);
      const awake = another();
      isDown = false;
      later(10 * 60_000);
      await awake.rang();
      await awake.rang();
      // At least once: the instance that fell silent may have told as well.
      expect(new Set(taken)).toEqual(new Set(['LinkChanged link-requested']));
    },
    { facility: () => ({ deliver }) },
  );
});

test('the launcher links as before; a link that the tenant has suspended stays so', async () => {
  const people = tenantPeople();
  const { facilityId } = await anOpenFacility(people);
  await openTenant(people, actorOf(people.id), { portal: true });
  const actor = actorOf(people.id);
  const reason = 'So.';
  done(await executeOn(actor, command(people.system, 'SuspendLink', { facilityId, version: 1, reason })));
  await told(facilityId, 2);
  done(await executeOn(actor, command(people.system, 'LinkFacility', { facilityId, profile })));
  const organisation = { kind: 'facility', id: facilityId } as const;
  const input = { tenantId: people.id, slug: 'x', name: 'Renamed HMO', currency: 'NGN', zone: 'UTC' };
  done(
    await facilityOf(facilityId).execute({
      id: freshId(),
      principal: { ...people.system, organisation },
      command: { type: 'LinkTenant', input },
    }),
  );
  expect((await mirrorOf(facilityId)).links).toEqual([['Renamed HMO', 'SUSPENDED', 2, 'NGN']]);
});
