import { expect, test } from 'vitest';
import { fullCover } from '../../support/full-cover.ts';
import { anInsurer, ask, file, tenantDoes } from '../api/an-integrator.ts';

const token = 'a token of the machine';

/** Asks as the launcher's own programs do. */
const judgements = (tenantId: string, claims: readonly string[]) =>
  ask(
    'POST',
    '/internal/judgements',
    { headers: { 'x-vetra-system': token }, body: { actor: { kind: 'tenant', id: tenantId }, claims } },
    { SYSTEM_TOKEN: token },
  );

test('says of filed claims what is recommended now, in the order asked for, with the version of each', async () => {
  const { tenantId, key } = await anInsurer();
  await tenantDoes(tenantId, { type: 'PutPlanVersion', input: fullCover });
  const earlier = await file(key);
  const person = { clientCode: 'INDV', relation: 'principal', firstName: 'Ngozi', lastName: 'Ade' } as const;
  const born = { birthDate: '1990-05-17', sex: 'female', coverFrom: '2020-01-01' } as const;
  await tenantDoes(tenantId, {
    type: 'PutEnrollee',
    input: { externalId: 'emp-1', ...person, ...born, plan: fullCover.code },
  });
  const later = await file(key, { startedAt: '2026-11-03T09:00:00+01:00' });
  await tenantDoes(tenantId, { type: 'TakeClaim', input: { number: later } });

  const { status, body } = await judgements(tenantId, [later, earlier]);
  expect(status).toBe(200);
  expect(body.judgements).toMatchObject([
    { version: 2, judgement: { approved: 1_000_000, lines: [{ reasons: [] }, { reasons: [] }] } },
    { version: 1, judgement: { approved: 1_000_000 } },
  ]);
});

test('a claim that is not there is not found, and what is no number cannot be read', async () => {
  const { tenantId } = await anInsurer();
  expect((await judgements(tenantId, ['CLM-26-000001'])).status).toBe(404);
  expect((await judgements(tenantId, ['first'])).status).toBe(422);
  expect((await judgements(tenantId, [])).body).toEqual({ judgements: [] });
});
