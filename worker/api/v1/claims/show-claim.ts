import { z } from 'zod';
import { claimQuestion } from '../../../../schema/api/claim-questions.ts';
import { claimView } from '../../../../schema/api/claim-view.ts';
import { claimIdOf } from '../../../../schema/domain/ids.ts';
import { refuse } from '../../../../schema/domain/refusal.ts';
import { patterns } from '../../../../views/paths.ts';
import { oneClaimWithOrigin } from '../../../queries/claim-with-origin.ts';
import { noBody, operation } from '../../operation.ts';
import { reachOf, tenantDatabase } from '../../reach.ts';
import { exampleClaim } from './example.ts';
import { onlyFields, viewOfClaim } from './view-of-claim.ts';

const number = z.string().max(40).meta({ description: "the claim's number, for example CLM-26-000042" });

/** Shows one claim. */
export const showClaim = operation({
  id: 'showClaim',
  method: 'GET',
  path: patterns.api.claim,
  area: 'Claims',
  summary: 'Read a claim',
  description:
    "The whole claim as it stands. Its ETag is the version: send it as If-None-Match to be told that nothing changed. With a tenant's key, diagnoses and the conversation take the scope enrollee.view_clinical as well.",
  scopes: { tenant: 'claim.view', facility: 'facility.claim.view' },
  params: z.strictObject({ number }),
  query: claimQuestion,
  body: noBody,
  answers: {
    200: { means: 'The claim.', form: claimView, headers: { etag: 'its version' } },
    304: { means: 'It is still the version that If-None-Match names.', form: null },
  },
  refusals: [],
  example: { params: { number: exampleClaim.number }, status: 200, answer: exampleClaim },
  async handle({ c, params, query }) {
    const reach = await reachOf(c, query.tenant);
    if (reach.refused) return reach;
    const id = claimIdOf(params.number);
    const found =
      id === null
        ? null
        : await oneClaimWithOrigin(tenantDatabase(c, reach), { id, facilityId: reach.facilityId });
    if (!found || found.claim.number !== params.number)
      return refuse('not_found', 'There is no claim of this number.');

    const etag = `"${found.claim.version}"`;
    if (c.req.header('if-none-match') === etag) return { status: 304, body: null, headers: { etag } };
    return {
      status: 200,
      body: onlyFields(viewOfClaim(found, c.var.principal), query.fields),
      headers: { etag },
    };
  },
});
