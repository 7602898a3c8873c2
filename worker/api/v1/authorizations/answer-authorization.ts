import { z } from 'zod';
import { authorizationAnswer } from '../../../../schema/api/authorization-requests.ts';
import { authorizationStep } from '../../../../schema/api/authorization-view.ts';
import { tenantGates } from '../../../../schema/domain/command-permissions.ts';
import { patterns } from '../../../../views/paths.ts';
import { none, operation } from '../../operation.ts';
import { exampleAuthorization } from './example.ts';
import { requestNumber, takeStep } from './take-step.ts';

/** Answers what the tenant has asked about a request. */
export const answerAuthorization = operation({
  id: 'answerAuthorization',
  method: 'POST',
  path: patterns.api.authorizationAnswers,
  area: 'Authorizations',
  summary: 'Answer a question about a request',
  description:
    'While a request is QUERIED its clock stands, unless the scheme of the plan says otherwise; the question is the last message of its conversation, and the files that are wanted stand under wanted. The answer makes it REQUESTED again.',
  scopes: tenantGates.AnswerAuthorization,
  params: z.strictObject({ number: requestNumber }),
  query: none,
  body: authorizationAnswer,
  answers: {
    201: {
      means: 'The answer was sent.',
      form: authorizationStep,
      headers: { etag: "the request's version" },
    },
    200: { means: 'It had been sent with this Idempotency-Key before.', form: authorizationStep },
  },
  refusals: ['idempotency-key', 'idempotency-key-reused', 'wrong-state'],
  example: {
    params: { number: exampleAuthorization.number },
    body: { answer: 'The blood tests are in the file.' },
    status: 201,
    answer: { number: exampleAuthorization.number, state: 'REQUESTED', version: 3, code: null },
  },
  async handle({ c, params, body: { tenant, ...answer }, commandId }) {
    const input = { number: params.number, ...answer };
    return takeStep(c, { tenant, commandId }, { type: 'AnswerAuthorization', input });
  },
});
