import { z } from 'zod';
import { executeOn } from '../../../../durable-objects/tenant/execute.ts';
import { claimReceipt } from '../../../../schema/api/claim-view.ts';
import { judgementView } from '../../../../schema/api/judgement-view.ts';
import { submitClaimRequest } from '../../../../schema/api/submit-claim-request.ts';
import { tenantGates } from '../../../../schema/domain/command-permissions.ts';
import { isRefusal } from '../../../../schema/domain/refusal.ts';
import { paths, patterns } from '../../../../views/paths.ts';
import { command, tenantActor } from '../../../command.ts';
import { asGuess } from '../../guesses.ts';
import { none, operation } from '../../operation.ts';
import { commandDoor, reachOf } from '../../reach.ts';
import { viewOfJudgement } from '../view-of-judgement.ts';
import { exampleReceipt, exampleRequest } from './example.ts';

/** Files a claim. */
export const submitClaim = operation({
  id: 'submitClaim',
  method: 'POST',
  path: patterns.api.claims,
  area: 'Claims',
  summary: 'File a claim',
  description:
    'Checks the claim and takes it into the queue of the tenant. Sent again with the same Idempotency-Key it files nothing new and answers what it answered first, with 200 in place of 201. With dry_run=true nothing is written: intake objects as it would, and otherwise the answer is what adjudication would say of every line now.',
  scopes: tenantGates.SubmitClaim,
  params: none,
  query: z.strictObject({
    dry_run: z.enum(['true', 'false'], 'Send true or false.').optional().meta({
      description: 'true: judge the claim and file nothing; answers a Judgement and needs no Idempotency-Key',
    }),
  }),
  keyless: (query) => query('dry_run') === 'true',
  body: submitClaimRequest,
  answers: {
    201: {
      means: 'The claim was filed.',
      form: claimReceipt,
      headers: { location: 'address of the claim', etag: 'its version' },
    },
    200: {
      means: 'It had been filed with this Idempotency-Key before, or it was a dry run; nothing new was done.',
      form: z.union([claimReceipt, judgementView]),
    },
  },
  refusals: ['idempotency-key', 'idempotency-key-reused', 'wrong-state'],
  example: { body: exampleRequest, status: 201, answer: exampleReceipt },
  async handle({ c, query, body: { tenant, ...input }, commandId }) {
    const reach = await reachOf(c, tenant);
    if (reach.refused) return reach;
    if (query.dry_run === 'true') {
      const judged = await asGuess(
        c,
        reach,
        input,
        async () => await tenantActor(c, reach.tenantId).dryRun({ principal: c.var.principal, input }),
      );
      if (judged instanceof Response || isRefusal(judged)) return judged;
      return { status: 200, body: viewOfJudgement(judged, input.currency) };
    }
    const filed = await asGuess(c, reach, input, () =>
      executeOn(commandDoor(c, reach), command(c, commandId, { type: 'SubmitClaim', input })),
    );
    if (filed instanceof Response) return filed;
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
