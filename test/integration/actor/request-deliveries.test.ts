import { env } from 'cloudflare:workers';
import { expect, test, vi } from 'vitest';
import { verifyOrganisation } from '../../../durable-objects/actor/verify.ts';
import { executeOn } from '../../../durable-objects/tenant/execute.ts';
import type { AuthorizationChanged } from '../../../schema/domain/authorizations/facility-authorization.ts';
import { facilityAuthorizationOf } from '../../../schema/domain/authorizations/facility-authorization.ts';
import type { FacilityMessage } from '../../../schema/domain/network/message.ts';
import { connect } from '../../../worker/databases/connect.ts';
import { requestOf } from '../../unit/domain/authorizations/sample.ts';
import { inWorld } from './a-desk.ts';
import { anOpenFacility } from './a-facility.ts';
import { command, done, openTenant, tenantPeople } from './a-tenant.ts';
import { requestForm } from './authorization-inputs.ts';

const actorOf = (id: string) => env.TENANT.get(env.TENANT.idFromName(id));
const facilityOf = (id: string) => env.FACILITY.get(env.FACILITY.idFromName(id));

/** What a facility's database says of its requests, and what its people were told. */
async function mirrorOf(facilityId: string) {
  const [requests, notices] = await connect(env, `facility-${facilityId}`).batch(
    [
      'select number, state, version, due_at is null as answered, breach_reference from authorizations order by number',
      'select kind, audience from notices order by seq',
    ],
    'read',
  );
  return {
    requests: requests?.rows.map((row) => Object.values(row)),
    notices: notices?.rows.map((row) => Object.values(row)),
  };
}

test('a facility sees its request in its list at once, and hears of questions and of the end', async () => {
  const people = tenantPeople();
  const { facilityId, clerk } = await anOpenFacility(people);
  await openTenant(people, actorOf(people.id), { portal: true });
  const facility = facilityOf(facilityId);
  const filed = done(
    await facility.forward(people.id, command(clerk, 'RequestAuthorization', requestForm())),
  );
  const number = 'number' in filed ? filed.number : '';
  expect(await mirrorOf(facilityId)).toEqual({ requests: [[number, 'REQUESTED', 1, 0, null]], notices: [] });
  expect((await facility.counts()).requests).toBe(1);
  expect((await actorOf(people.id).counts()).requests).toBe(1);
  const query = command(people.staff, 'QueryAuthorization', { number, version: 1, question: 'Why?' });
  done(await executeOn(actorOf(people.id), query));
  const audience = 'facility.authorization.view';
  await vi.waitFor(async () =>
    expect(await mirrorOf(facilityId)).toEqual({
      requests: [[number, 'QUERIED', 2, 0, null]],
      notices: [['authorization-queried', audience]],
    }),
  );
  done(await facility.forward(people.id, command(clerk, 'CancelAuthorization', { number })));
  expect(await mirrorOf(facilityId)).toEqual({
    requests: [[number, 'CANCELLED', 3, 1, null]],
    notices: [
      ['authorization-queried', audience],
      ['authorization-cancelled', audience],
    ],
  });
  expect((await facility.counts()).requests).toBe(0);
  expect((await actorOf(people.id).counts()).requests).toBe(0);
  expect(await verifyOrganisation('facility', connect(env, `facility-${facilityId}`))).toEqual([]);
});

test('a message that comes twice, or late, changes nothing; news of the same version rings once', async () => {
  const people = tenantPeople();
  const { facilityId } = await anOpenFacility(people);
  const facility = facilityOf(facilityId);
  const told = (seq: number, version: number, news: AuthorizationChanged['news']): AuthorizationChanged => ({
    seq,
    kind: 'AuthorizationChanged',
    news,
    authorization: { ...facilityAuthorizationOf(requestOf()), version },
  });
  await facility.deliver(people.id, [
    told(1, 1, 'authorization-requested'),
    told(2, 3, 'authorization-queried'),
  ]);
  await facility.deliver(people.id, [told(1, 1, 'authorization-requested')]);
  await facility.deliver(people.id, [told(2, 3, 'authorization-queried')]);
  await facility.deliver(people.id, [told(3, 3, 'authorization-approved'), told(4, 3, 'authorization-used')]);
  const { requests, notices } = await mirrorOf(facilityId);
  expect(requests).toMatchObject([['PA-26-000001', 'REQUESTED', 3, 0, null]]);
  expect(notices?.map(([kind]) => kind)).toEqual(['authorization-queried', 'authorization-approved']);
});

test('what a facility is told says nothing of risk, holds, who decided, or the enrollee who was asked', () =>
  inWorld(
    async (world) => {
      const { send, people, desk, later } = world;
      done(await send(command(people.system, 'ChangePlan', { code: 'FULL', name: 'Full', scheme: 'nhia' })));
      done(
        await send(command(people.facility, 'RequestAuthorization', requestForm({ urgency: 'EMERGENCY' }))),
      );
      later(31 * 60_000);
      await desk.rang();
      const all = JSON.stringify(sent);
      expect(sent.flat().map((message) => message.kind === 'AuthorizationChanged' && message.news)).toEqual([
        'authorization-requested',
        'authorization-may-proceed',
      ]);
      expect(all).not.toMatch(/risk|flags|holds|alert|Obi|proposal|submittedBy|decidedBy/);
      expect(all).toMatch(/"breachReference":"TST-BR-/);
    },
    {
      facility: () => ({
        deliver: async (_source, messages) => {
          sent.push(messages);
          return { seq: 0 };
        },
      }),
    },
  ));
const sent: FacilityMessage[][] = [];
