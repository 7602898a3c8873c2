import { addDays, type CalendarDate } from '../dates.ts';
import { type FieldError, type Refusal, refuse } from '../refusal.ts';
import { reviewFrom } from './backdating.ts';
import { coverSteps } from './cover-dates.ts';
import { restatedCover } from './cover-restated.ts';
import type { Enrollee } from './enrollee.ts';
import type { Enrolment, EnrolmentFacts } from './enrolment-facts.ts';
import { personalErrors } from './personal-details.ts';
import { plansAfter } from './plan-stated.ts';
import { choosePrimaryFacility } from './primary-facility.ts';

/** A person as the decision leaves them; who is new has no id, member id and key yet. */
export type EnrolledPerson = Omit<Enrollee, 'id' | 'memberId' | 'sealKey'>;

/** What an enrolment comes to. */
export interface Enrolled {
  outcome: 'created' | 'changed' | 'unchanged';
  person: EnrolledPerson;
  /** the first past day whose cover became another: decided claims from it on are looked at again; null: none */
  reviewFrom: CalendarDate | null;
}

/** The first past day that a date of death which was given, moved or taken back makes another; null: none. */
function diedBefore(before: EnrolledPerson, now: EnrolledPerson, today: CalendarDate): CalendarDate | null {
  if (before.deathDate === now.deathDate) return null;
  const [first] = [before.deathDate, now.deathDate].filter((day) => day !== null).sort();
  return first !== undefined && first < today ? addDays(first, 1) : null;
}

const namesPrincipal = (form: Enrolment) =>
  form.principalExternalId !== undefined || form.principalMemberId !== undefined;

/** An integrator's id is given once, and to one person. */
function externalIdErrors(
  { externalId, memberId }: Enrolment,
  { before, named }: EnrolmentFacts,
): FieldError[] {
  if (externalId === undefined || memberId === undefined || !before) return [];
  const field = 'externalId';
  if (named && named.id !== before.id) return [{ field, message: 'Somebody else has this id.' }];
  if (before.externalId === null || before.externalId === externalId) return [];
  return [{ field, message: `They have the id ${before.externalId}; it stays.` }];
}

/** Whether the form and the family it names fit together, and what may never change of who somebody is. */
function identityErrors(form: Enrolment, facts: EnrolmentFacts): FieldError[] {
  const { before, principal, client } = facts;
  const { relation, memberId, clientCode } = form;
  const field = form.principalMemberId === undefined ? 'principalExternalId' : 'principalMemberId';
  const errors: FieldError[] = [];
  const say = (name: string, message: string) => errors.push({ field: name, message });
  if (memberId !== undefined && !before) say('memberId', 'There is nobody with this member id.');
  if (relation === 'principal') {
    if (namesPrincipal(form)) say(field, 'A principal has no principal of their own.');
    else if (!client) say('clientCode', `There is no client ${clientCode}.`);
  } else if (!namesPrincipal(form)) say(field, 'Name the principal of a dependant.');
  else if (principal?.relation !== 'principal') say(field, 'There is no principal with this id.');
  errors.push(...externalIdErrors(form, facts));
  if (!before) return errors;
  if (before.relation !== relation) say('relation', `This member is recorded as ${before.relation}.`);
  else if (principal && before.principalId !== principal.id)
    say(field, 'This member belongs to another principal.');
  if (relation === 'principal' && before.clientCode !== clientCode)
    say('clientCode', `This member belongs to client ${before.clientCode}.`);
  return errors;
}

/** What the form states once for all, over what is kept of before. */
function stated(
  form: Enrolment,
  facts: EnrolmentFacts,
): Omit<EnrolledPerson, 'cover' | 'plans' | 'primaryFacilities'> {
  const { before, principal } = facts;
  const kept = {
    nin: null,
    nhiaNumber: null,
    transferred: false,
    consents: [],
    portal: null,
    noticesOff: [],
    noticesByMail: [],
    invitation: null,
    desk: null,
    asked: [],
    exported: null,
    externalId: null,
    ...before,
  };
  return {
    externalId: form.externalId ?? kept.externalId,
    clientCode: principal?.clientCode ?? form.clientCode,
    principalId: principal?.id ?? null,
    relation: form.relation,
    firstName: form.firstName,
    lastName: form.lastName,
    birthDate: form.birthDate,
    sex: form.sex,
    phone: form.phone ?? null,
    email: form.email ?? null,
    deathDate: form.deathDate ?? null,
    nin: form.nin === undefined ? kept.nin : form.nin,
    nhiaNumber: form.nhiaNumber === undefined ? kept.nhiaNumber : form.nhiaNumber,
    transferred: form.transferred ?? kept.transferred,
    consents: kept.consents,
    portal: kept.portal,
    invitation: kept.invitation,
    desk: kept.desk,
    asked: kept.asked,
    exported: kept.exported,
    noticesOff: kept.noticesOff,
    noticesByMail: kept.noticesByMail,
  };
}

function facilitiesAfter(
  form: Enrolment,
  facts: EnrolmentFacts,
): EnrolledPerson['primaryFacilities'] | FieldError {
  const { before, facilityId, today } = facts;
  const steps = before?.primaryFacilities ?? [];
  const field = form.primaryFacilityId === undefined ? 'primaryFacilityExternalId' : 'primaryFacilityId';
  if (form.primaryFacilityExternalId === undefined && form.primaryFacilityId === undefined) return steps;
  if (facilityId === null) return { field, message: 'There is no facility of the network with this id.' };
  if (steps.at(-1)?.facilityId === facilityId) return steps;
  const chosen = choosePrimaryFacility(steps, facilityId, { today, coverFrom: form.coverFrom });
  return typeof chosen === 'string' ? { field, message: chosen } : chosen;
}

const isError = (found: object): found is FieldError => 'field' in found;

const same = (before: EnrolledPerson, after: EnrolledPerson) =>
  (Object.keys(after) as (keyof EnrolledPerson)[]).every(
    (name) => JSON.stringify(before[name]) === JSON.stringify(after[name]),
  );

/**
 * Decides what becomes of a person of whom this is said (members.md, Clients and enrollees): a new one, a changed one, the
 * same as before, or every field's mistake. The portal's forms, the API and the import all ask it.
 */
export function decideEnrolment(form: Enrolment, facts: EnrolmentFacts): Enrolled | Refusal {
  const { before, principal, today, at } = facts;
  const errors = [
    ...identityErrors(form, facts),
    ...personalErrors(form, today, principal?.birthDate ?? null),
  ];
  const cover = before
    ? restatedCover(before.cover, form, facts)
    : coverSteps(form.coverFrom, form.coverTo ?? null, at);
  const plans = errors.length > 0 ? [] : plansAfter(form, facts);
  const primaryFacilities = facilitiesAfter(form, facts);
  for (const found of [cover, plans, primaryFacilities]) if (isError(found)) errors.push(found);
  if (errors.length > 0 || isError(cover) || isError(plans) || isError(primaryFacilities))
    return refuse('invalid', errors[0]?.message ?? '', errors);
  const person = { ...stated(form, facts), cover, plans, primaryFacilities };
  if (!before) return { outcome: 'created', person, reviewFrom: null };
  if (same(before, person)) return { outcome: 'unchanged', person, reviewFrom: null };
  const looked = [reviewFrom(before.cover, cover, today), diedBefore(before, person, today)];
  return { outcome: 'changed', person, reviewFrom: looked.filter((day) => day !== null).sort()[0] ?? null };
}
