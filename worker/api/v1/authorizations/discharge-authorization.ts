import { z } from 'zod';
import { authorizationDischarge } from '../../../../schema/api/authorization-requests.ts';
import { authorizationStep } from '../../../../schema/api/authorization-view.ts';
import { tenantGates } from '../../../../schema/domain/command-permissions.ts';
import { patterns } from '../../../../views/paths.ts';
import { none, operation } from '../../operation.ts';
import { exampleAuthorization } from './example.ts';
import { requestNumber, takeStep } from './take-step.ts';

/** Closes an admission by the day of the discharge. */
export const dischargeAuthorization = operation({
  id: 'dischargeAuthorization',
  method: 'POST',
  path: patterns.api.authorizationDischarges,
  area: 'Authorizations',
  summary: 'Report the discharge of an admission',
  description:
    'Closes an admission that was granted: days after the discharge are no longer granted or reserved, and the code covers no later day. Name the version of the request that was seen, as its ETag or the last answer says; another one is refused.',
  scopes: tenantGates.DischargeAuthorization,
  params: z.strictObject({ number: requestNumber }),
  query: none,
  body: authorizationDischarge,
  answers: {
    201: {
      means: 'The discharge was recorded.',
      form: authorizationStep,
      headers: { etag: "the request's version" },
    },
    200: { means: 'It had been recorded with this Idempotency-Key before.', form: authorizationStep },
  },
  refusals: ['idempotency-key', 'idempotency-key-reused', 'wrong-state'],
  example: {
    params: { number: exampleAuthorization.number },
    body: { version: 2, dischargedOn: '2027-01-16' },
    status: 201,
    answer: {
      number: exampleAuthorization.number,
      state: 'APPROVED',
      version: 3,
      code: exampleAuthorization.code,
    },
  },
  async handle({ c, params, body: { tenant, ...discharge }, commandId }) {
    const input = { number: params.number, ...discharge };
    return takeStep(c, { tenant, commandId }, { type: 'DischargeAuthorization', input });
  },
});
