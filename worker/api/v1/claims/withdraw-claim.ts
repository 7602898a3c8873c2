import { z } from 'zod';
import { executeOn } from '../../../../durable-objects/tenant/execute.ts';
import { claimStep } from '../../../../schema/api/claim-view.ts';
import { withdrawClaimRequest } from '../../../../schema/api/withdraw-claim-request.ts';
import { tenantGates } from '../../../../schema/domain/command-permissions.ts';
import { patterns } from '../../../../views/paths.ts';
import { command } from '../../../command.ts';
import { none, operation } from '../../operation.ts';
import { commandDoor, reachOf } from '../../reach.ts';
import { exampleClaim } from './example.ts';

const number = z.string().max(40).meta({ description: "the claim's number, for example CLM-26-000042" });

/** Takes a claim back that nobody has begun to decide. */
export const withdrawClaim = operation({
  id: 'withdrawClaim',
  method: 'POST',
  path: patterns.api.withdrawal,
  area: 'Claims',
  summary: 'Withdraw a claim',
  description:
    'While a claim is SUBMITTED, RECEIVED or QUERIED its facility can take it back. It ends as WITHDRAWN: what was done can be filed again as a claim of its own.',
  scopes: tenantGates.WithdrawClaim,
  params: z.strictObject({ number }),
  query: none,
  body: withdrawClaimRequest,
  answers: {
    201: { means: 'The claim was withdrawn.', form: claimStep, headers: { etag: "the claim's version" } },
    200: { means: 'It had been withdrawn with this Idempotency-Key before.', form: claimStep },
  },
  refusals: ['idempotency-key', 'idempotency-key-reused', 'wrong-state'],
  example: {
    params: { number: exampleClaim.number },
    body: {},
    status: 201,
    answer: { number: exampleClaim.number, state: 'WITHDRAWN', version: 2 },
  },
  async handle({ c, params, body: { tenant }, commandId }) {
    const reach = await reachOf(c, tenant);
    if (reach.refused) return reach;
    const input = { number: params.number };
    const sent = await executeOn(
      commandDoor(c, reach),
      command(c, commandId, { type: 'WithdrawClaim', input }),
    );
    if (sent.refused) return sent;
    const headers = { etag: `"${sent.outcome.version}"` };
    return { status: sent.repeated ? 200 : 201, headers, body: claimStep.parse(sent.outcome) };
  },
});
