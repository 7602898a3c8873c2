import type { Context } from 'hono';
import { type CalendarDate, dateIn } from '../../../../schema/domain/dates.ts';
import { coverStates } from '../../../../schema/domain/members/cover-dates.ts';
import { householdState } from '../../../../schema/domain/members/household-state.ts';
import { planStanding } from '../../../../schema/domain/members/plan-move.ts';
import {
  type EnrolleeFilter,
  type EnrolleeRow,
  EnrolleesPage,
} from '../../../../views/hmo/members/enrollees-page.tsx';
import { connect } from '../../../databases/connect.ts';
import type { AppEnv } from '../../../env.ts';
import { readListCursor, writeListCursor } from '../../../list-cursor.ts';
import { clientChoices } from '../../../queries/clients-page.ts';
import { enrolleesPage } from '../../../queries/enrollees-page.ts';
import { type ListedEnrollee, listedEnrollee } from '../../../queries/listed-enrollee.ts';
import { planChoices } from '../../../queries/plan-choices.ts';
import { render } from '../../../render.tsx';
import { openDesk } from '../desk.ts';
import { staffView } from '../staff-view.tsx';

const pageRows = 50;
/** More clients than these are not listed in every page: their codes are typed. */
const listedClientsMax = 60;

function readFilter(query: Record<string, string>): EnrolleeFilter {
  return {
    q: (query.q ?? '').trim().slice(0, 80),
    client: (query.client ?? '').trim().toUpperCase().slice(0, 6),
    plan: (query.plan ?? '').slice(0, 20),
    state: coverStates.find((each) => each === query.state) ?? '',
    after: (query.after ?? '').slice(0, 120),
  };
}

const given = (text: string) => (text === '' ? undefined : text);

function rowOf({ person, dates, principal, client }: ListedEnrollee, today: CalendarDate): EnrolleeRow {
  const { now, next } = planStanding(person.plans, today);
  return {
    memberId: person.memberId,
    name: `${person.firstName} ${person.lastName}`,
    relation: person.relation,
    clientCode: person.clientCode,
    clientName: client.name,
    plan: (now ?? next)?.plan ?? null,
    nextPlan: now && next ? next.plan : null,
    phone: person.phone,
    ...householdState(dates, principal?.dates ?? null, client.dates, today),
  };
}

/** `GET /<tenant>/enrollees`: the list, its search and its filters. */
export async function showEnrollees(c: Context<AppEnv>): Promise<Response> {
  const filter = readFilter(c.req.query());
  const desk = await openDesk(c);
  const today = dateIn(desk.zone, desk.now);
  const tenant = connect(c.env, `tenant-${c.var.organisation.id}`);
  const [{ rows, next }, clients, plans] = await Promise.all([
    enrolleesPage(tenant, {
      q: given(filter.q),
      client: given(filter.client),
      plan: given(filter.plan),
      state: filter.state === '' ? undefined : filter.state,
      today,
      after: readListCursor(filter.after),
      limit: pageRows,
    }),
    clientChoices(desk.db, listedClientsMax + 1),
    planChoices(desk.db, today),
  ]);
  const content = (
    <EnrolleesPage
      slug={desk.slug}
      filter={filter}
      rows={rows.map((row) => rowOf(listedEnrollee(row), today))}
      next={next === null ? null : writeListCursor(next)}
      clients={clients.length > listedClientsMax ? null : clients}
      plans={plans}
      may={{
        create: desk.may('enrollee.create'),
        seeClients: desk.may('client.view'),
        import: desk.may('enrollee.import'),
      }}
    />
  );
  return render(c, staffView(c, desk, { title: 'Enrollees', nav: 'enrollees' }, content));
}
