import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { executeOn } from '../../../durable-objects/tenant/execute.ts';
import { inWorld } from './a-desk.ts';
import { command, done, openTenant, refusedAs, type Tenant } from './a-tenant.ts';
import { claimForm } from './claim-form.ts';
import { listen } from './listening.ts';

const actorOf = (id: string) => env.TENANT.get(env.TENANT.idFromName(id));

/** A claim that Ada has asked about, and the facility has answered. */
async function answered({ id, staff, facility }: Tenant): Promise<string> {
  const tenant = actorOf(id);
  const { number } = done(await executeOn(tenant, command(facility, 'SubmitClaim', claimForm())));
  done(await executeOn(tenant, command(staff, 'TakeClaim', { number })));
  done(await executeOn(tenant, command(staff, 'QueryClaim', { number, version: 2, question: 'Why?' })));
  done(await executeOn(tenant, command(facility, 'AnswerQuery', { number, answer: 'So.' })));
  return number;
}

test('an answered claim waits for whoever asked, while they have the product open', async () => {
  const people = await openTenant();
  const tenant = actorOf(people.id);
  const socket = await listen(tenant, people.staff, { see: 'queue' });
  const number = await answered(people);
  const taking = await executeOn(tenant, command(people.other, 'TakeClaim', { number }));
  expect(taking).toMatchObject({
    code: 'lease_held',
    message: expect.stringMatching(
      /waits for Ada Obi, who asked the query, until \d\d:\d\d\. Then it is free/,
    ),
  });
  expect(done(await executeOn(tenant, command(people.staff, 'TakeClaim', { number })))).toMatchObject({
    state: 'IN_REVIEW',
  });
  socket.close();
});

test('with nobody there it is free for all at once', async () => {
  const people = await openTenant();
  const number = await answered(people);
  const taking = await executeOn(actorOf(people.id), command(people.other, 'TakeClaim', { number }));
  expect(done(taking)).toMatchObject({ state: 'IN_REVIEW' });
});

test('after its hour it is free for all, by time alone', () =>
  inWorld(async ({ people, desk, send, taken, later }) => {
    const number = await taken();
    done(await send(command(people.staff, 'QueryClaim', { number, version: 2, question: 'Why?' })));
    desk.bell.hears = () => true;
    done(await send(command(people.facility, 'AnswerQuery', { number, answer: 'So.' })));
    expect(refusedAs(await send(command(people.other, 'TakeClaim', { number })))).toBe('lease_held');
    // an hour of work is over within four days, whatever day it is
    later(4 * 86_400_000);
    expect(done(await send(command(people.other, 'TakeClaim', { number })))).toMatchObject({
      state: 'IN_REVIEW',
    });
  }));

test('rejecting before a claim is received takes one permission, and after it the other', async () => {
  const people = await openTenant();
  const { id, system, staff, facility } = people;
  const tenant = actorOf(id);
  const straightThrough = { on: false, name: 'R', amountMax: 0, riskMax: 0, sampleOneIn: 20 };
  const rules = { filingWindowDays: 90, receivesAutomatically: false, straightThrough };
  done(await executeOn(tenant, command(system, 'PutClaimRules', rules)));
  const key = (scope: 'claim.receive' | 'claim.reject') =>
    executeOn(
      tenant,
      command(system, 'IssueApiKey', {
        id: `k-${scope}`,
        name: 'K',
        scopes: [scope],
        secretHash: '0'.repeat(64),
      }),
    );
  await key('claim.receive');
  await key('claim.reject');
  const by = (scope: string) => ({ ...staff, id: `k-${scope}`, via: 'key' as const });
  const { number } = done(await executeOn(tenant, command(facility, 'SubmitClaim', claimForm())));
  const no = { number, version: 1, reasons: ['16'], sentence: 'No.' };
  expect(refusedAs(await executeOn(tenant, command(by('claim.reject'), 'RejectClaim', no)))).toBe(
    'forbidden',
  );
  expect(done(await executeOn(tenant, command(by('claim.receive'), 'RejectClaim', no)))).toMatchObject({
    state: 'REJECTED',
  });
  const second = done(await executeOn(tenant, command(facility, 'SubmitClaim', claimForm()))).number;
  done(await executeOn(tenant, command(by('claim.receive'), 'ReceiveClaim', { number: second })));
  const later = { ...no, number: second, version: 2 };
  expect(refusedAs(await executeOn(tenant, command(by('claim.receive'), 'RejectClaim', later)))).toBe(
    'forbidden',
  );
});
