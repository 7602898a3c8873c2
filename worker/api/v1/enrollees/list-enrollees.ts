import type { Client } from '@libsql/client/web';
import { drizzle } from 'drizzle-orm/libsql/web';
import { enrolleesQuestion } from '../../../../schema/api/member-questions.ts';
import { enrolleePage } from '../../../../schema/api/member-views.ts';
import { refuse } from '../../../../schema/domain/refusal.ts';
import { patterns } from '../../../../views/paths.ts';
import { readListCursor, writeListCursor } from '../../../list-cursor.ts';
import { enrolleesPage } from '../../../queries/enrollees-page.ts';
import { type ListedEnrollee, listedEnrollee } from '../../../queries/listed-enrollee.ts';
import { facilitiesById } from '../../../queries/person.ts';
import { tenantToday } from '../../../queries/tenant-today.ts';
import { noBody, none, operation } from '../../operation.ts';
import { ownTenantDatabase } from '../../reach.ts';
import { exampleEnrolleeView } from './example.ts';
import { viewOfEnrollee } from './view-of-enrollee.ts';

const wrongCursor = refuse('invalid', 'One mistake was found.', [
  { field: 'cursor', message: 'Send `next` of the page before as it is, with the same filters.' },
]);

async function viewsOf(tenant: Client, listed: readonly ListedEnrollee[], today: string) {
  const chosen = listed.flatMap(({ person }) => person.primaryFacilities.at(-1)?.facilityId ?? []);
  const facilities = await facilitiesById(tenant, [...new Set(chosen)]);
  return listed.map(({ person, principal }) => {
    const facility = facilities.get(person.primaryFacilities.at(-1)?.facilityId ?? '');
    return viewOfEnrollee(person, principal, facility?.externalId ?? null, today);
  });
}

/** Lists enrollees, a page at a time. */
export const listEnrollees = operation({
  id: 'listEnrollees',
  method: 'GET',
  path: patterns.api.enrollees,
  area: 'Enrollees',
  summary: 'List enrollees',
  description:
    'In the order of member ids, which keeps families together; a search in the order of enrolment, and a state alone in the order of the day on which it began. Follow `next` to null with the same filters.',
  scopes: { tenant: 'enrollee.view' },
  params: none,
  query: enrolleesQuestion,
  body: noBody,
  answers: { 200: { means: 'A page of enrollees.', form: enrolleePage } },
  refusals: [],
  example: {
    query: { client: 'DANG', cover: 'ACTIVE', limit: '1' },
    status: 200,
    answer: { data: [exampleEnrolleeView], next: 'fE1FUi1EQU5HLTAwMDQyLVA' },
  },
  async handle({ c, query: { cover, cursor, ...asked } }) {
    const after = cursor === undefined ? null : readListCursor(cursor);
    if (cursor !== undefined && after === null) return wrongCursor;
    const tenant = ownTenantDatabase(c);
    const today = await tenantToday(drizzle(tenant));
    const { rows, next } = await enrolleesPage(tenant, { ...asked, state: cover, today, after });
    const data = await viewsOf(tenant, rows.map(listedEnrollee), today);
    return { status: 200, body: { data, next: next === null ? null : writeListCursor(next) } };
  },
});
