import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { executeOn } from '../../../durable-objects/tenant/execute.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import { command, done, openTenant, refusedAs } from './a-tenant.ts';
import { claimForm } from './claim-form.ts';

const actorOf = (id: string) => env.TENANT.get(env.TENANT.idFromName(id));

test('a claim is filed, taken, queried, answered, taken again and approved', async () => {
  const { id, staff, other, facility } = await openTenant();
  const tenant = actorOf(id);
  const filed = done(await executeOn(tenant, command(facility, 'SubmitClaim', claimForm())));
  expect(filed).toMatchObject({
    state: 'RECEIVED',
    version: 1,
    number: expect.stringMatching(/^CLM-\d\d-000001$/),
  });
  const { number } = filed;
  expect(done(await executeOn(tenant, command(staff, 'TakeClaim', { number })))).toMatchObject({
    state: 'IN_REVIEW',
    version: 2,
  });
  expect(refusedAs(await executeOn(tenant, command(other, 'TakeClaim', { number })))).toBe('lease_held');
  done(await executeOn(tenant, command(staff, 'QueryClaim', { number, version: 2, question: 'Why twice?' })));
  expect(
    done(await executeOn(tenant, command(facility, 'AnswerQuery', { number, answer: 'Two visits.' }))),
  ).toMatchObject({
    state: 'RESUBMITTED',
    version: 4,
  });
  done(await executeOn(tenant, command(other, 'TakeClaim', { number })));
  const seen = await tenant.judgement(number);
  if (isRefusal(seen)) throw new Error(seen.message);
  const { fingerprint: recommendation } = seen.judgement;
  const approving = (version: number) => ({ number, version, recommendation });
  expect(refusedAs(await executeOn(tenant, command(staff, 'ApproveClaim', approving(5))))).toBe('lease_held');
  expect(refusedAs(await executeOn(tenant, command(other, 'ApproveClaim', approving(4))))).toBe('stale');
  const unnamed = await executeOn(tenant, command(other, 'ApproveClaim', { number, version: 5 }));
  expect(unnamed).toMatchObject({ code: 'invalid', errors: [{ field: 'recommendation' }] });
  expect(done(await executeOn(tenant, command(other, 'ApproveClaim', approving(5))))).toMatchObject({
    state: 'APPROVED',
    version: 6,
  });
  const counts = await tenant.counts();
  expect(counts.byState.APPROVED).toEqual({ claims: 1, claimed: 800_000, approved: 800_000 });
  expect(counts.byState.RECEIVED).toEqual({ claims: 0, claimed: 0, approved: 0 });
  expect((await tenant.queuePage({ limit: 10 })).rows).toEqual([]);
});
