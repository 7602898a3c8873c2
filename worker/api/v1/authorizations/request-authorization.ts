import { executeOn } from '../../../../durable-objects/tenant/execute.ts';
import { authorizationRequest } from '../../../../schema/api/authorization-requests.ts';
import { authorizationStep } from '../../../../schema/api/authorization-view.ts';
import { tenantGates } from '../../../../schema/domain/command-permissions.ts';
import { paths, patterns } from '../../../../views/paths.ts';
import { command } from '../../../command.ts';
import { asGuess } from '../../guesses.ts';
import { none, operation } from '../../operation.ts';
import { commandDoor, reachOf } from '../../reach.ts';
import { exampleAsking, exampleReceipt } from './example.ts';
import { receiptOf } from './receipt-of.ts';

/** Asks for permission beforehand. */
export const requestAuthorization = operation({
  id: 'requestAuthorization',
  method: 'POST',
  path: patterns.api.authorizations,
  area: 'Authorizations',
  summary: 'Ask for permission',
  description:
    "Files a request before the service; its clock begins at once, by the scheme of the person's plan and by urgency. It may be answered in the same call, by a rule of the tenant's: then the answer has its code. An emergency can be filed after the fact, within the hours that the tenant allows, with happenedAt. Sent again with the same Idempotency-Key it files nothing new and answers what it answered first, with 200 in place of 201.",
  scopes: tenantGates.RequestAuthorization,
  params: none,
  query: none,
  body: authorizationRequest,
  answers: {
    201: {
      means: 'The request was filed.',
      form: authorizationStep,
      headers: { location: 'address of the request', etag: 'its version' },
    },
    200: { means: 'It had been filed with this Idempotency-Key before.', form: authorizationStep },
  },
  refusals: ['idempotency-key', 'idempotency-key-reused', 'wrong-state'],
  example: { body: exampleAsking, status: 201, answer: exampleReceipt },
  async handle({ c, body: { tenant, ...input }, commandId }) {
    const reach = await reachOf(c, tenant);
    if (reach.refused) return reach;
    const filed = await asGuess(c, reach, input, () =>
      executeOn(commandDoor(c, reach), command(c, commandId, { type: 'RequestAuthorization', input })),
    );
    if (filed instanceof Response) return filed;
    if (filed.refused) return filed;
    const reply = receiptOf(filed);
    return {
      ...reply,
      headers: { ...reply.headers, location: paths.api.authorization(filed.outcome.number) },
    };
  },
});
