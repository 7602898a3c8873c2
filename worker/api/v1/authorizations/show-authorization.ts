import { z } from 'zod';
import { authorizationQuestion } from '../../../../schema/api/authorization-requests.ts';
import { authorizationView } from '../../../../schema/api/authorization-view.ts';
import { refuse } from '../../../../schema/domain/refusal.ts';
import { patterns } from '../../../../views/paths.ts';
import { oneAuthorization } from '../../../queries/authorizations-of.ts';
import { noBody, operation } from '../../operation.ts';
import { reachOf, tenantDatabase } from '../../reach.ts';
import { exampleAuthorization } from './example.ts';
import { viewOfAuthorization } from './view-of-authorization.ts';

const number = z.string().max(40).meta({
  description:
    "the request's number, for example PA-26-000123; its auth code, or the breach reference that stands for one",
});

/** Shows one request: by its number, or a code before service. */
export const showAuthorization = operation({
  id: 'showAuthorization',
  method: 'GET',
  path: patterns.api.authorization,
  area: 'Authorizations',
  summary: 'Read a request, or check a code',
  description:
    "The whole request as it stands, with what was granted, what of it is left, and until when: by its number or by its code. A facility's key finds its own alone. Its ETag changes with its version: send it as If-None-Match to be told that nothing changed.",
  scopes: { tenant: 'authorization.view', facility: 'facility.authorization.view' },
  params: z.strictObject({ number }),
  query: authorizationQuestion,
  body: noBody,
  answers: {
    200: { means: 'The request.', form: authorizationView, headers: { etag: 'its version' } },
    304: { means: 'It is still the version that If-None-Match names.', form: null },
  },
  refusals: [],
  example: {
    params: { number: exampleAuthorization.code ?? '' },
    status: 200,
    answer: exampleAuthorization,
  },
  async handle({ c, params, query }) {
    const reach = await reachOf(c, query.tenant);
    if (reach.refused) return reach;
    const asked = { name: params.number, facilityId: reach.facilityId };
    const found = await oneAuthorization(tenantDatabase(c, reach), asked);
    if (!found) return refuse('not_found', 'There is no request of this number, and no such code.');
    const headers = { etag: `"${found.authorization.version}"` };
    if (c.req.header('if-none-match') === headers.etag) return { status: 304, body: null, headers };
    return { status: 200, body: viewOfAuthorization(found, c.var.principal), headers };
  },
});
