import type { Context } from 'hono';
import { executeOn } from '../../../../durable-objects/tenant/execute.ts';
import { dateIn } from '../../../../schema/domain/dates.ts';
import { masked } from '../../../../schema/domain/members/masked.ts';
import { planStanding } from '../../../../schema/domain/members/plan-move.ts';
import { isRefusal } from '../../../../schema/domain/refusal.ts';
import type { PutEnrollee } from '../../../../schema/forms/put-enrollee.ts';
import {
  type EnrolleeEntry,
  EnrolleeFormPage,
  type EnrolleeSubject,
} from '../../../../views/hmo/members/enrollee-form-page.tsx';
import { paths } from '../../../../views/paths.ts';
import type { FormErrors } from '../../../../views/ui/form.tsx';
import { answer } from '../../../answer.ts';
import { command, freshId, readForm, tenantActor } from '../../../command.ts';
import { connect } from '../../../databases/connect.ts';
import type { AppEnv } from '../../../env.ts';
import { clientChoices } from '../../../queries/clients-page.ts';
import { tenantDatabase } from '../../../queries/database.ts';
import { type Person, personBy } from '../../../queries/person.ts';
import { planChoices, planNames } from '../../../queries/plan-choices.ts';
import { arriveAt, render } from '../../../render.tsx';
import { refusalErrors } from '../../form-errors.ts';
import { openDesk, type StaffDesk } from '../desk.ts';
import { staffView } from '../staff-view.tsx';
import { enrolleeAt, nobody, personAt } from './enrollee.tsx';
import { facilityChoices, facilityIdMeant } from './facility-choices.ts';
import {
  blankEnrollee,
  entryOfEnrollee,
  readEnrolleeEntry,
  readKnownEnrollee,
  readNewEnrollee,
} from './read-enrollee-entry.ts';

const listedClientsMax = 200;

interface Said {
  entry: EnrolleeEntry;
  errors: FormErrors;
}

/** Whom the form is about: a known person, or the principal of a new dependant, or nobody yet. */
type About = { known: Person } | { principal: Person } | { fresh: true };

async function subjectOf(about: About, desk: StaffDesk): Promise<EnrolleeSubject> {
  if ('fresh' in about) return about;
  const { person, client } = 'known' in about ? about.known : about.principal;
  const name = `${person.firstName} ${person.lastName}`;
  const { memberId, relation, externalId } = person;
  if ('known' in about) {
    const numbers = { nin: masked(person.nin), nhiaNumber: masked(person.nhiaNumber) };
    return { known: { memberId, name, relation, clientName: client.name, externalId, ...numbers } };
  }
  const { now, next } = planStanding(person.plans, dateIn(desk.zone, desk.now));
  const code = (now ?? next)?.plan;
  const names = code === undefined ? {} : await planNames(desk.db, [code]);
  return { principal: { memberId, name, clientName: client.name, planName: names[code ?? ''] ?? null } };
}

function entryOf(about: About, client: string | undefined): EnrolleeEntry {
  if ('known' in about) return entryOfEnrollee(about.known.person);
  if ('principal' in about) return { ...blankEnrollee, lastName: about.principal.person.lastName };
  return client === undefined ? blankEnrollee : { ...blankEnrollee, clientCode: client };
}

/** Plans that the client offers, or any, where it lists none. */
function offered<Plan extends { code: string }>(about: About, plans: readonly Plan[]): readonly Plan[] {
  const offers = 'principal' in about ? about.principal.client.offers : [];
  return offers.length === 0 ? plans : plans.filter(({ code }) => offers.some(({ plan }) => plan === code));
}

async function formAt(c: Context<AppEnv>, about: About, said?: Said): Promise<Response> {
  const desk = await openDesk(c);
  const today = dateIn(desk.zone, desk.now);
  const [subject, clients, plans, facilities] = await Promise.all([
    subjectOf(about, desk),
    clientChoices(desk.db, listedClientsMax + 1),
    planChoices(desk.db, today),
    facilityChoices(desk.db),
  ]);
  const content = (
    <EnrolleeFormPage
      slug={desk.slug}
      subject={subject}
      entry={said?.entry ?? entryOf(about, c.req.query('client'))}
      errors={said?.errors ?? {}}
      commandId={freshId()}
      clients={clients.length > listedClientsMax ? null : clients}
      plans={offered(about, plans)}
      facilities={facilities}
    />
  );
  const title =
    'known' in about ? 'Edit person' : 'principal' in about ? 'Add a dependant' : 'Enrol a person';
  return render(c, staffView(c, desk, { title, nav: 'enrollees' }, content), said && 422);
}

async function send(
  c: Context<AppEnv>,
  commandId: string,
  input: PutEnrollee,
  about: About,
  entry: EnrolleeEntry,
): Promise<Response> {
  const sent = command(c, commandId, { type: 'PutEnrollee' as const, input });
  const answered = await executeOn(tenantActor(c), sent);
  if (isRefusal(answered)) {
    if (answered.code !== 'invalid') return answer(c, answered);
    return formAt(c, about, { entry, errors: refusalErrors(answered) });
  }
  const { memberId } = answered.outcome;
  const address = paths.staff(c.var.organisation.slug ?? '').enrollee(memberId, { saved: 1 });
  return arriveAt(c, address, () => enrolleeAt(c, memberId, 'Saved.'));
}

async function aboutNew(c: Context<AppEnv>): Promise<About | null> {
  const memberId = c.req.query('principal');
  if (memberId === undefined || memberId === '') return { fresh: true };
  const tenant = connect(c.env, `tenant-${c.var.organisation.id}`);
  const principal = await personBy(tenant, { memberId: memberId.toUpperCase() });
  return principal?.person.relation === 'principal' ? { principal } : null;
}

/** `GET /<tenant>/enrollees/new`, for a dependant with `principal`. */
export async function newEnrollee(c: Context<AppEnv>): Promise<Response> {
  const about = await aboutNew(c);
  return about === null ? answer(c, nobody) : formAt(c, about);
}

/** `POST /<tenant>/enrollees/new`. */
export async function addEnrollee(c: Context<AppEnv>): Promise<Response> {
  const about = await aboutNew(c);
  if (about === null) return answer(c, nobody);
  const form = await readForm(c);
  const entry = readEnrolleeEntry(form);
  const db = tenantDatabase(c.env, c.var.organisation.id);
  const primaryFacilityId = await facilityIdMeant(db, entry.primaryFacilityId);
  const principal = 'principal' in about ? about.principal.person : null;
  const read = readNewEnrollee({ ...entry, primaryFacilityId }, principal);
  if ('errors' in read) return formAt(c, about, { entry, errors: read.errors });
  return send(c, form.commandId, read.input, about, entry);
}

/** `GET …/enrollees/<member id>/edit`. */
export async function editEnrollee(c: Context<AppEnv>): Promise<Response> {
  const known = await personAt(c);
  return known === null ? answer(c, nobody) : formAt(c, { known });
}

/** `POST …/enrollees/<member id>/edit`. */
export async function changeEnrollee(c: Context<AppEnv>): Promise<Response> {
  const known = await personAt(c);
  if (known === null) return answer(c, nobody);
  const form = await readForm(c);
  const entry = readEnrolleeEntry(form);
  const read = readKnownEnrollee(entry, known.person, known.principal);
  if ('errors' in read) return formAt(c, { known }, { entry, errors: read.errors });
  return send(c, form.commandId, read.input, { known }, entry);
}
