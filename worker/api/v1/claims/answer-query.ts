import { z } from 'zod';
import { executeOn } from '../../../../durable-objects/tenant/execute.ts';
import { answerQueryRequest } from '../../../../schema/api/answer-query-request.ts';
import { claimStep } from '../../../../schema/api/claim-view.ts';
import { tenantGates } from '../../../../schema/domain/command-permissions.ts';
import { patterns } from '../../../../views/paths.ts';
import { command } from '../../../command.ts';
import { none, operation } from '../../operation.ts';
import { commandDoor, reachOf } from '../../reach.ts';
import { exampleClaim } from './example.ts';

const number = z.string().max(40).meta({ description: "the claim's number, for example CLM-26-000042" });

/** Answers what the tenant has asked about a claim. */
export const answerQuery = operation({
  id: 'answerQuery',
  method: 'POST',
  path: patterns.api.answers,
  area: 'Claims',
  summary: 'Answer a query',
  description:
    'While a claim is QUERIED its clock stands still; the question is the last message of its conversation. The answer makes it RESUBMITTED, and the clock goes on. It may correct the lines: send all of them as they are to be, each with the number it has in the claim, a new one without; what they were is kept.',
  scopes: tenantGates.AnswerQuery,
  params: z.strictObject({ number }),
  query: none,
  body: answerQueryRequest,
  answers: {
    201: { means: 'The answer was sent.', form: claimStep, headers: { etag: "the claim's version" } },
    200: { means: 'It had been sent with this Idempotency-Key before.', form: claimStep },
  },
  refusals: ['idempotency-key', 'idempotency-key-reused', 'wrong-state'],
  example: {
    params: { number: exampleClaim.number },
    body: { answer: 'The second test confirmed the first; the report is in the file.' },
    status: 201,
    answer: { number: exampleClaim.number, state: 'RESUBMITTED', version: 4 },
  },
  async handle({ c, params, body: { tenant, ...answer }, commandId }) {
    const reach = await reachOf(c, tenant);
    if (reach.refused) return reach;
    const input = { number: params.number, ...answer };
    const sent = await executeOn(
      commandDoor(c, reach),
      command(c, commandId, { type: 'AnswerQuery', input }),
    );
    if (sent.refused) return sent;
    const headers = { etag: `"${sent.outcome.version}"` };
    return { status: sent.repeated ? 200 : 201, headers, body: claimStep.parse(sent.outcome) };
  },
});
