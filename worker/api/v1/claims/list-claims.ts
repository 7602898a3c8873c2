import { claimsQuestion } from '../../../../schema/api/claim-questions.ts';
import { claimPage } from '../../../../schema/api/claim-view.ts';
import { refuse } from '../../../../schema/domain/refusal.ts';
import { patterns } from '../../../../views/paths.ts';
import { claimsPage, orderOf } from '../../../queries/claims-page.ts';
import { type ClaimCursor, readCursor, writeCursor } from '../../claim-cursor.ts';
import { noBody, none, operation } from '../../operation.ts';
import { reachOf, tenantDatabase } from '../../reach.ts';
import { exampleClaim } from './example.ts';
import { onlyFields, viewOfClaim } from './view-of-claim.ts';

const momentOf = (text: string | undefined) => (text === undefined ? undefined : Date.parse(text));

const wrongCursor = refuse('invalid', 'One mistake was found.', [
  { field: 'cursor', message: 'Send `next` of the page before as it is, with the same filters.' },
]);

const ownFacility = refuse('invalid', 'One mistake was found.', [
  {
    field: 'facilityExternalId',
    message: "Leave this out: the key is a facility's, and sees its own claims.",
  },
]);

/** The cursor of a question of this order; undefined where the text is not one. */
function cursorFor(order: ClaimCursor['order'], text: string | undefined): ClaimCursor | null | undefined {
  if (text === undefined) return null;
  const cursor = readCursor(text);
  return cursor?.order === order ? cursor : undefined;
}

/** Lists claims, a page at a time. */
export const listClaims = operation({
  id: 'listClaims',
  method: 'GET',
  path: patterns.api.claims,
  area: 'Claims',
  summary: 'List claims',
  description:
    "Oldest first; a facility's key sees its own claims only. The order is stable: claims filed meanwhile come at the end, so that following `next` to null visits each once. With several filters a page may hold fewer claims than asked for, even none: only `next` says whether it was the last.",
  scopes: { tenant: 'claim.view', facility: 'facility.claim.view' },
  params: none,
  query: claimsQuestion,
  body: noBody,
  answers: { 200: { means: 'A page of claims.', form: claimPage } },
  refusals: [],
  example: {
    query: { state: 'APPROVED', limit: '1' },
    status: 200,
    answer: { data: [exampleClaim], next: 'aS40Mg' },
  },
  async handle({ c, query }) {
    const { submittedAfter, submittedBefore, cursor, fields, tenant, ...filters } = query;
    const reach = await reachOf(c, tenant);
    if (reach.refused) return reach;
    const { facilityId } = reach;
    if (facilityId !== null && filters.facilityExternalId !== undefined) return ownFacility;

    const times = { submittedAfter: momentOf(submittedAfter), submittedBefore: momentOf(submittedBefore) };
    const after = cursorFor(orderOf(times), cursor);
    if (after === undefined) return wrongCursor;
    const page = await claimsPage(tenantDatabase(c, reach), { ...filters, ...times, facilityId, after });
    const data = page.claims.map((each) => onlyFields(viewOfClaim(each, c.var.principal), fields));
    return { status: 200, body: { data, next: page.next === null ? null : writeCursor(page.next) } };
  },
});
