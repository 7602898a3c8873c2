import { z } from 'zod';
import { authorizationCancellation } from '../../../../schema/api/authorization-requests.ts';
import { authorizationStep } from '../../../../schema/api/authorization-view.ts';
import { tenantGates } from '../../../../schema/domain/command-permissions.ts';
import { patterns } from '../../../../views/paths.ts';
import { none, operation } from '../../operation.ts';
import { exampleAuthorization } from './example.ts';
import { requestNumber, takeStep } from './take-step.ts';

/** Takes a request, or what was granted on it, back before anything of it was used. */
export const cancelAuthorization = operation({
  id: 'cancelAuthorization',
  method: 'POST',
  path: patterns.api.authorizationCancellations,
  area: 'Authorizations',
  summary: 'Cancel a request or an authorization',
  description:
    'Until a claim has drawn on it, a request can be cancelled; what it reserved of the benefit is free again. It ends as CANCELLED.',
  scopes: tenantGates.CancelAuthorization,
  params: z.strictObject({ number: requestNumber }),
  query: none,
  body: authorizationCancellation,
  answers: {
    201: {
      means: 'It was cancelled.',
      form: authorizationStep,
      headers: { etag: "the request's version" },
    },
    200: { means: 'It had been cancelled with this Idempotency-Key before.', form: authorizationStep },
  },
  refusals: ['idempotency-key', 'idempotency-key-reused', 'wrong-state'],
  example: {
    params: { number: exampleAuthorization.number },
    body: { reason: 'The patient was referred elsewhere.' },
    status: 201,
    answer: { number: exampleAuthorization.number, state: 'CANCELLED', version: 2, code: null },
  },
  async handle({ c, params, body: { tenant, reason }, commandId }) {
    const input = { number: params.number, ...(reason === undefined ? {} : { reason }) };
    return takeStep(c, { tenant, commandId }, { type: 'CancelAuthorization', input });
  },
});
