import { authorizationsQuestion } from '../../../../schema/api/authorization-requests.ts';
import { authorizationPage } from '../../../../schema/api/authorization-view.ts';
import { refuse } from '../../../../schema/domain/refusal.ts';
import { patterns } from '../../../../views/paths.ts';
import { authorizationsOf } from '../../../queries/authorizations-of.ts';
import { readCursor, writeCursor } from '../../claim-cursor.ts';
import { noBody, none, operation } from '../../operation.ts';
import { reachOf, tenantDatabase } from '../../reach.ts';
import { exampleAuthorization } from './example.ts';
import { viewOfAuthorization } from './view-of-authorization.ts';

const wrongCursor = refuse('invalid', 'One mistake was found.', [
  { field: 'cursor', message: 'Send `next` of the page before as it is, with the same filters.' },
]);
const ownFacility = refuse('invalid', 'One mistake was found.', [
  {
    field: 'facilityExternalId',
    message: "Leave this out: the key is a facility's, and sees its own requests.",
  },
]);

/** Where the page before ended; undefined where the text is no cursor of this list. */
function afterOf(text: string | undefined): number | undefined {
  if (text === undefined) return 0;
  const cursor = readCursor(text);
  return cursor?.order === 'id' ? cursor.id : undefined;
}

/** Lists requests, a page at a time. */
export const listAuthorizations = operation({
  id: 'listAuthorizations',
  method: 'GET',
  path: patterns.api.authorizations,
  area: 'Authorizations',
  summary: 'List requests',
  description:
    "Oldest first; a facility's key sees its own only. Requests that are filed meanwhile come at the end, so that following `next` to null visits each once. With several filters a page may hold fewer than asked for, even none: only `next` says whether it was the last.",
  scopes: { tenant: 'authorization.view', facility: 'facility.authorization.view' },
  params: none,
  query: authorizationsQuestion,
  body: noBody,
  answers: { 200: { means: 'A page of requests.', form: authorizationPage } },
  refusals: [],
  example: {
    query: { state: 'APPROVED', limit: '1' },
    status: 200,
    answer: { data: [exampleAuthorization], next: 'aS4xMjM' },
  },
  async handle({ c, query }) {
    const { tenant, cursor, ...filters } = query;
    const reach = await reachOf(c, tenant);
    if (reach.refused) return reach;
    const { facilityId } = reach;
    if (facilityId !== null && filters.facilityExternalId !== undefined) return ownFacility;
    const after = afterOf(cursor);
    if (after === undefined) return wrongCursor;
    const { found, next } = await authorizationsOf(tenantDatabase(c, reach), {
      ...filters,
      facilityId,
      after,
    });
    const data = found.map((each) => viewOfAuthorization(each, c.var.principal));
    return {
      status: 200,
      body: { data, next: next === null ? null : writeCursor({ order: 'id', id: next }) },
    };
  },
});
