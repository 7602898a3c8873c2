import { env } from 'cloudflare:workers';
import { expect, test, vi } from 'vitest';
import { verifyOrganisation } from '../../../durable-objects/actor/verify.ts';
import { executeOn } from '../../../durable-objects/tenant/execute.ts';
import type { ClaimChanged } from '../../../schema/domain/claims/facility-claim.ts';
import { connect } from '../../../worker/databases/connect.ts';
import { inWorld } from './a-desk.ts';
import { anOpenFacility } from './a-facility.ts';
import { command, done, openTenant, refusedAs, tenantPeople } from './a-tenant.ts';
import { claimForm } from './claim-form.ts';

/** What a facility's database says of its claims, and how often its people were told. */
async function mirrorOf(facilityId: string) {
  const [claims, notices] = await connect(env, `facility-${facilityId}`).batch(
    ['select number, state, version from claims order by number', 'select kind from notices order by seq'],
    'read',
  );
  return {
    claims: claims?.rows.map(({ number, state, version }) => ({ number, state, version })),
    notices: notices?.rows.map((row) => row.kind),
  };
}

const actorOf = (id: string) => env.TENANT.get(env.TENANT.idFromName(id));
const facilityOf = (id: string) => env.FACILITY.get(env.FACILITY.idFromName(id));

test('what becomes of a claim reaches its facility, its draft is closed, its people are told', async () => {
  const people = tenantPeople();
  const { facilityId, clerk } = await anOpenFacility(people);
  await openTenant(people, actorOf(people.id), { portal: true });
  const facility = facilityOf(facilityId);
  const draftId = 'draft-one';
  const body = {
    tenantId: people.id,
    memberId: '',
    birthDate: '',
    encounterType: '',
    startedAt: '',
    endedAt: '',
    practitionerName: '',
    practitionerLicence: '',
    referral: '',
    otherPayer: '',
    accident: false,
    diagnoses: [],
    lines: [],
  };
  const save = { type: 'SaveDraft', input: { draftId, version: 0, body } } as const;
  expect(await facility.execute({ id: 'save-0001', principal: clerk, command: save })).toMatchObject({
    outcome: { version: 1 },
  });
  const filing = command(clerk, 'SubmitClaim', claimForm({ draftId }), `draft-${draftId}`);
  const filed = done(await facility.forward(people.id, filing));
  const number = 'number' in filed ? filed.number : '';
  const taken = done(await executeOn(actorOf(people.id), command(people.staff, 'TakeClaim', { number })));
  const approval = { number, version: 2, recommendation: taken.recommendation };
  await executeOn(actorOf(people.id), command(people.staff, 'ApproveClaim', approval));
  await vi.waitFor(async () =>
    expect(await mirrorOf(facilityId)).toEqual({
      claims: [{ number, state: 'APPROVED', version: 3 }],
      notices: ['received', 'approved'],
    }),
  );
  expect((await facility.counts()).byState.APPROVED).toEqual({
    claims: 1,
    claimed: 800_000,
    approved: 800_000,
  });
  expect(refusedAs(await facility.execute({ id: 'save-0002', principal: clerk, command: save }))).toBe(
    'wrong_state',
  );
  expect(await facility.forward(people.id, filing)).toMatchObject({ repeated: true });
  expect(await verifyOrganisation('facility', connect(env, `facility-${facilityId}`))).toEqual([]);
});

const told = (
  seq: number,
  version: number,
  news: ClaimChanged['news'],
  number = 'CLM-26-000001',
): ClaimChanged => ({
  seq,
  kind: 'ClaimChanged',
  news,
  claim: {
    number,
    state: news === 'approved' ? 'APPROVED' : 'RECEIVED',
    outcome: null,
    version,
    memberId: 'TST-INDV-00001-P',
    enrolleeName: 'Ngozi Ade',
    encounterType: 'outpatient',
    serviceDate: '2026-11-20',
    currency: 'NGN',
    claimed: 800_000,
    approved: null,
    submittedAt: 1,
    changedAt: version,
    draftId: null,
  },
});

test('a message that comes twice, at once or later, is applied once', async () => {
  const people = tenantPeople();
  const { facilityId } = await anOpenFacility(people);
  const facility = facilityOf(facilityId);
  const message = told(7, 1, 'received');
  await Promise.all([facility.deliver(people.id, [message]), facility.deliver(people.id, [message])]);
  expect(await facility.deliver(people.id, [message])).toEqual({ seq: 7 });
  expect(await mirrorOf(facilityId)).toEqual({
    claims: [{ number: 'CLM-26-000001', state: 'RECEIVED', version: 1 }],
    notices: ['received'],
  });
  expect((await facility.counts()).byState.RECEIVED.claims).toBe(1);
});

test('messages out of order: the newer version stays, another claim is not lost', async () => {
  const people = tenantPeople();
  const { facilityId } = await anOpenFacility(people);
  const facility = facilityOf(facilityId);
  await facility.deliver(people.id, [told(9, 3, 'approved')]);
  await facility.deliver(people.id, [told(7, 1, 'received'), told(8, 1, 'received', 'CLM-26-000002')]);
  expect(await mirrorOf(facilityId)).toEqual({
    claims: [
      { number: 'CLM-26-000001', state: 'APPROVED', version: 3 },
      { number: 'CLM-26-000002', state: 'RECEIVED', version: 1 },
    ],
    notices: ['approved', 'received'],
  });
  expect(await verifyOrganisation('facility', connect(env, `facility-${facilityId}`))).toEqual([]);
});

test('a receiver that is down is told when it is back, after a crash too, in order, and nobody waits for it', () => {
  const taken: number[][] = [];
  let isDown = true;
  const deliver = async (_: string, messages: ClaimChanged[]) => {
    if (isDown) throw new Error('down');
    taken.push(messages.map((message) => message.claim.version));
    return { seq: messages.at(-1)?.seq ?? 0 };
  };
  return inWorld(
    async (world) => {
      const { people, desk, send, taken: take, later, another } = world;
      await send(
        command(people.system, 'LinkFacility', {
          facilityId: people.facility.organisation.id,
          profile: { name: 'Sunrise', kind: 'clinic' },
        }),
      );
      const number = await take();
      await desk.outbox.drain();
      await desk.rang();
      expect(taken).toEqual([]);
      const awake = another();
      isDown = false;
      later(10 * 60_000);
      await awake.rang();
      expect(taken.flat().length).toBeGreaterThan(0);
      const before = taken.length;
      done(await send(command(people.system, 'ApproveClaim', { number, version: 2 }), awake));
      await vi.waitFor(() => expect(taken.slice(before).flat()).toContain(3));
      await awake.rang();
      await awake.rang();
      expect(
        taken
          .slice(before)
          .flat()
          .filter((version) => version === 3),
      ).toEqual([3]);
    },
    { facility: () => ({ deliver }) },
  );
});

test('the directory knows a person, and a key, when the command that adds them is answered', async () => {
  const people = await openTenant();
  const directory = connect(env, 'directory');
  const membership = async (account: string) => {
    const { rows } = await directory.execute({
      sql: 'select role_key, state from memberships where account_id = ? and organisation_id = ?',
      args: [account, people.id],
    });
    return rows.map((row) => `${row.role_key} ${row.state}`);
  };
  const account = `new-${people.id}`;
  const put = {
    accountId: account,
    name: 'Nene',
    email: `${account}@x.example`,
    roleKey: 'finance',
    state: 'ACTIVE',
  } as const;
  done(await executeOn(actorOf(people.id), command(people.system, 'PutStaff', put)));
  expect(await membership(account)).toEqual(['finance ACTIVE']);
  done(
    await executeOn(actorOf(people.id), command(people.system, 'PutStaff', { ...put, state: 'SUSPENDED' })),
  );
  expect(await membership(account)).toEqual(['finance SUSPENDED']);
  const key = {
    id: `key-${people.id}`,
    name: 'Ledger',
    scopes: ['claim.view'],
    secretHash: people.id.padEnd(64, '0'),
  };
  done(await executeOn(actorOf(people.id), command(people.system, 'IssueApiKey', key)));
  const { rows } = await directory.execute({
    sql: 'select scopes, revoked_at from api_keys where id = ?',
    args: [key.id],
  });
  expect(rows.map((row) => [row.scopes, row.revoked_at])).toEqual([['["claim.view"]', null]]);
  done(await executeOn(actorOf(people.id), command(people.system, 'RevokeApiKey', { id: key.id })));
  const after = await directory.execute({
    sql: 'select revoked_at from api_keys where id = ?',
    args: [key.id],
  });
  expect(after.rows[0]?.revoked_at).toEqual(expect.any(Number));
});
