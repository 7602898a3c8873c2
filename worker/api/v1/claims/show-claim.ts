import type { Context } from 'hono';
import { z } from 'zod';
import { claimQuestion } from '../../../../schema/api/claim-questions.ts';
import { claimView } from '../../../../schema/api/claim-view.ts';
import { claimIdOf } from '../../../../schema/domain/ids.ts';
import { refuse } from '../../../../schema/domain/refusal.ts';
import { patterns } from '../../../../views/paths.ts';
import type { AppEnv } from '../../../env.ts';
import { judgementOf } from '../../../judgement-of.ts';
import { type ClaimWithOrigin, oneClaimWithOrigin } from '../../../queries/claim-with-origin.ts';
import { noBody, operation } from '../../operation.ts';
import { reachOf, tenantDatabase } from '../../reach.ts';
import { exampleClaim } from './example.ts';
import { etagOf, onlyFields, viewOfClaim } from './view-of-claim.ts';

const number = z.string().max(40).meta({ description: "the claim's number, for example CLM-26-000042" });

/** What is recommended is the tenant's own until it decides: its lines say so, where they are asked for. */
async function withRecommendation(
  c: Context<AppEnv>,
  found: ClaimWithOrigin,
  fields: string | undefined,
): Promise<ClaimWithOrigin> {
  const isWanted = fields === undefined || fields.split(',').includes('lines');
  if (c.var.organisation.kind !== 'tenant' || !isWanted) return found;
  const judgement = await judgementOf(c, found.claim);
  if (judgement === null) return found;
  const byLine = new Map(judgement.lines.map((line) => [line.line, line]));
  const lines = found.claim.lines.map((line) => ({ ...line, judged: byLine.get(line.line) ?? line.judged }));
  return { ...found, claim: { ...found.claim, lines } };
}

/** Shows one claim. */
export const showClaim = operation({
  id: 'showClaim',
  method: 'GET',
  path: patterns.api.claim,
  area: 'Claims',
  summary: 'Read a claim',
  description:
    "The whole claim as it stands. Its ETag changes with its version and its files: send it as If-None-Match to be told that nothing changed. With a tenant's key, diagnoses and the conversation take the scope enrollee.view_clinical as well, and until the claim is decided its lines say what is recommended now, which may change without the version.",
  scopes: { tenant: 'claim.view', facility: 'facility.claim.view' },
  params: z.strictObject({ number }),
  query: claimQuestion,
  body: noBody,
  answers: {
    200: { means: 'The claim.', form: claimView, headers: { etag: 'its version and files' } },
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

    const etag = etagOf(found.claim);
    if (c.req.header('if-none-match') === etag) return { status: 304, body: null, headers: { etag } };
    const shown = await withRecommendation(c, found, query.fields);
    return {
      status: 200,
      body: onlyFields(viewOfClaim(shown, c.var.principal), query.fields),
      headers: { etag },
    };
  },
});
