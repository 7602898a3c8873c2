import { executeOn } from '../../../../durable-objects/tenant/execute.ts';
import { claimReceipt } from '../../../../schema/api/claim-view.ts';
import { submitClaimRequest } from '../../../../schema/api/submit-claim-request.ts';
import { tenantGates } from '../../../../schema/domain/command-permissions.ts';
import { paths, patterns } from '../../../../views/paths.ts';
import { command } from '../../../command.ts';
import { none, operation } from '../../operation.ts';
import { commandDoor, reachOf } from '../../reach.ts';
import { exampleReceipt, exampleRequest } from './example.ts';

/** Files a claim. */
export const submitClaim = operation({
  id: 'submitClaim',
  method: 'POST',
  path: patterns.api.claims,
  area: 'Claims',
  summary: 'File a claim',
  description:
    'Checks the claim and takes it into the queue of the tenant. Sent again with the same Idempotency-Key it files nothing new and answers what it answered first, with 200 in place of 201.',
  scopes: tenantGates.SubmitClaim,
  params: none,
  query: none,
  body: submitClaimRequest,
  answers: {
    201: {
      means: 'The claim was filed.',
      form: claimReceipt,
      headers: { location: 'address of the claim', etag: 'its version' },
    },
    200: {
      means: 'It had been filed with this Idempotency-Key before; nothing new was done.',
      form: claimReceipt,
    },
  },
  refusals: ['idempotency-key', 'idempotency-key-reused', 'wrong-state'],
  example: { body: exampleRequest, status: 201, answer: exampleReceipt },
  async handle({ c, body: { tenant, ...input }, commandId }) {
    const reach = await reachOf(c, tenant);
    if (reach.refused) return reach;
    const filed = await executeOn(
      commandDoor(c, reach),
      command(c, commandId, { type: 'SubmitClaim', input }),
    );
    if (filed.refused) return filed;
    const { number, state, version } = filed.outcome;
    return {
      status: filed.repeated ? 200 : 201,
      headers: { location: paths.api.claim(number), etag: `"${version}"` },
      body: {
        number,
        externalId: input.externalId ?? null,
        state,
        version,
        currency: input.currency,
        claimed: input.total,
      },
    };
  },
});
