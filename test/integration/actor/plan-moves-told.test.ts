import { env } from 'cloudflare:workers';
import { expect, test, vi } from 'vitest';
import { verifyOrganisation } from '../../../durable-objects/actor/verify.ts';
import { executeOn } from '../../../durable-objects/tenant/execute.ts';
import { connect } from '../../../worker/databases/connect.ts';
import { anOpenFacility } from './a-facility.ts';
import { aCodeOf, moved, movers, type Place } from './a-move.ts';
import { requestOf, rowsOf } from './a-request.ts';
import { command, done, openTenant, tenantPeople } from './a-tenant.ts';

test('facility and enrollee are told of a code that was judged again, in their own lists and by their bells', async () => {
  const people = tenantPeople();
  const { facilityId } = await anOpenFacility(people);
  const actor = env.TENANT.get(env.TENANT.idFromName(people.id));
  await openTenant(people, actor, { portal: true });
  const place: Place = { people, now: () => Date.now(), send: (envelope) => executeOn(actor, envelope) };
  const facility = connect(env, `facility-${facilityId}`);
  await movers(place, 'bola');
  const { number } = await aCodeOf(place, 'bola');
  const { memberId } = await requestOf(place, number);
  const account = { memberId, accountId: 'acc-bola', email: 'bola@ade.example', state: 'ACTIVE' as const };
  done(await place.send(command(people.system, 'PutPortalAccount', account)));
  const on = await moved(place, 'bola');
  done(await place.send(command(people.system, 'JudgeAgain', { number, on })));
  await vi.waitFor(async () => {
    const [mirror, notices] = await facility.batch(
      ['select state, approved from authorizations', 'select kind from notices order by seq desc limit 1'],
      'read',
    );
    expect(mirror?.rows.map((row) => ({ ...row }))).toEqual([
      { state: 'PARTIALLY_APPROVED', approved: 300_000 },
    ]);
    expect(notices?.rows.map(({ kind }) => kind)).toEqual(['authorization-judged-again']);
  });
  expect(
    await rowsOf(place, "select topic, what from member_notices where topic = 'authorizations'"),
  ).toEqual([{ topic: 'authorizations', what: 'JUDGED_AGAIN' }]);
  expect(await verifyOrganisation('facility', facility)).toEqual([]);
});
