import { executeOn } from '../../../../durable-objects/tenant/execute.ts';
import { claimReceipt } from '../../../../schema/api/claim-view.ts';
import { submitClaimRequest } from '../../../../schema/api/submit-claim-request.ts';
import { tenantGates } from '../../../../schema/domain/command-permissions.ts';
import type { SubmitClaim } from '../../../../schema/forms/submit-claim.ts';
import { paths, patterns } from '../../../../views/paths.ts';
import { command } from '../../../command.ts';
import { beginGuess, wasRight } from '../../../middleware/identity-guesses.ts';
import { none, operation } from '../../operation.ts';
import { problem } from '../../problems.ts';
import { commandDoor, type Reach, reachOf } from '../../reach.ts';
import { exampleReceipt, exampleRequest } from './example.ts';

/** What says that a member is somebody else. */
const identity = new Set(['birthDate', 'enrolleeName']);

/** A facility's claim says who a member is; the tenant's own key may read that anyway. */
const guessOf = ({ facilityId, tenantId }: Reach, { memberId, enrolleeExternalId = '' }: SubmitClaim) =>
  facilityId === null ? null : { facilityId, tenantId, member: memberId ?? enrolleeExternalId };

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
    const guess = guessOf(reach, input);
    const wait_s = guess === null ? 0 : beginGuess(guess);
    if (wait_s > 0) {
      const detail = `The birth date or name of this member was wrong too often. Wait ${wait_s} s, then send it again.`;
      return problem(c, { code: 'rate-limited', detail, headers: { 'retry-after': String(wait_s) } });
    }
    const filed = await executeOn(
      commandDoor(c, reach),
      command(c, commandId, { type: 'SubmitClaim', input }),
    );
    const wrong = filed.refused && filed.errors?.some(({ field }) => identity.has(field));
    if (guess !== null && !wrong) wasRight(guess);
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
