import { z } from 'zod';
import { authorizationAppeal } from '../../../../schema/api/authorization-requests.ts';
import { authorizationStep } from '../../../../schema/api/authorization-view.ts';
import { tenantGates } from '../../../../schema/domain/command-permissions.ts';
import { patterns } from '../../../../views/paths.ts';
import { none, operation } from '../../operation.ts';
import { exampleAuthorization } from './example.ts';
import { requestNumber, takeStep } from './take-step.ts';

/** Objects to what was decided: somebody else decides again, with the whole original request before them. */
export const appealAuthorization = operation({
  id: 'appealAuthorization',
  method: 'POST',
  path: patterns.api.authorizationAppeals,
  area: 'Authorizations',
  summary: 'Appeal a rejection or a reduction',
  description:
    'Within the days that the tenant allows after a decision, 30 unless it says otherwise, its facility can appeal it with new text and files. The request keeps its state and what was granted stays usable; the appeal stands under appeals, OPEN until somebody else than the first decider has decided it, then UPHELD or OVERTURNED. One appeal is open at a time.',
  scopes: tenantGates.AppealAuthorization,
  params: z.strictObject({ number: requestNumber }),
  query: none,
  body: authorizationAppeal,
  answers: {
    201: {
      means: 'The appeal was filed.',
      form: authorizationStep,
      headers: { etag: "the request's version" },
    },
    200: { means: 'It had been filed with this Idempotency-Key before.', form: authorizationStep },
  },
  refusals: ['idempotency-key', 'idempotency-key-reused', 'wrong-state'],
  example: {
    params: { number: exampleAuthorization.number },
    body: { text: 'The ultrasound of Monday, in the file, shows what the first one did not.' },
    status: 201,
    answer: { number: exampleAuthorization.number, state: 'REJECTED', version: 3, code: null },
  },
  async handle({ c, params, body: { tenant, ...appeal }, commandId }) {
    const input = { number: params.number, ...appeal };
    return takeStep(c, { tenant, commandId }, { type: 'AppealAuthorization', input });
  },
});
