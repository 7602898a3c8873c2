import { coverDates } from '../../../../schema/domain/members/cover-dates.ts';
import type { Enrollee } from '../../../../schema/domain/members/enrollee.ts';
import { type PutEnrollee, putEnrolleeForm } from '../../../../schema/forms/put-enrollee.ts';
import { type EnrolleeEntry, enrolleeFields } from '../../../../views/hmo/members/enrollee-form-page.tsx';
import type { FormErrors } from '../../../../views/ui/form.tsx';
import type { SentForm } from '../../../command.ts';
import { formErrors } from '../../form-errors.ts';

/** A form with nothing in it yet. */
export const blankEnrollee: EnrolleeEntry = {
  clientCode: 'INDV',
  relation: '',
  firstName: '',
  lastName: '',
  birthDate: '',
  sex: '',
  phone: '',
  email: '',
  nin: '',
  nhiaNumber: '',
  externalId: '',
  coverFrom: '',
  coverTo: '',
  plan: '',
  deathDate: '',
  primaryFacilityId: '',
  transferred: false,
  dropNin: false,
  dropNhiaNumber: false,
};

/** What was typed. */
export function readEnrolleeEntry(form: SentForm): EnrolleeEntry {
  const fields = Object.fromEntries(enrolleeFields.map((name) => [name, form.get(name).trim()]));
  return {
    ...blankEnrollee,
    ...fields,
    transferred: form.get('transferred') === '1',
    dropNin: form.get('dropNin') === '1',
    dropNhiaNumber: form.get('dropNhiaNumber') === '1',
  };
}

/** A person as they stand, ready to be edited; their national numbers are not shown again. */
export function entryOfEnrollee(person: Enrollee): EnrolleeEntry {
  return {
    ...blankEnrollee,
    clientCode: person.clientCode,
    relation: person.relation,
    firstName: person.firstName,
    lastName: person.lastName,
    birthDate: person.birthDate,
    sex: person.sex,
    phone: person.phone ?? '',
    email: person.email ?? '',
    coverFrom: person.cover[0]?.from ?? '',
    deathDate: person.deathDate ?? '',
    transferred: person.transferred,
  };
}

const given = (text: string) => (text === '' ? undefined : text);
const kept = (text: string, drop: boolean) => (drop ? null : given(text));

type Read = { input: PutEnrollee } | { errors: FormErrors };

function parsed(input: object): Read {
  const read = putEnrolleeForm.safeParse(input);
  return read.success ? { input: read.data } : { errors: formErrors(read.error) };
}

const shared = (entry: EnrolleeEntry) => ({
  externalId: given(entry.externalId),
  firstName: entry.firstName,
  lastName: entry.lastName,
  birthDate: entry.birthDate,
  sex: entry.sex,
  phone: given(entry.phone),
  email: given(entry.email),
  deathDate: given(entry.deathDate),
  coverFrom: entry.coverFrom,
  transferred: entry.transferred,
});

/** A new person's command, or every field's mistake. */
export function readNewEnrollee(entry: EnrolleeEntry, principal: Enrollee | null): Read {
  return parsed({
    ...shared(entry),
    clientCode: principal?.clientCode ?? entry.clientCode.toUpperCase(),
    relation: principal === null ? 'principal' : entry.relation,
    principalMemberId: principal?.memberId,
    nin: given(entry.nin),
    nhiaNumber: given(entry.nhiaNumber),
    coverTo: given(entry.coverTo),
    plan: given(entry.plan),
    primaryFacilityId: given(entry.primaryFacilityId),
  });
}

/** A known person's command, or every field's mistake: who they are and how their cover ends is not in this form. */
export function readKnownEnrollee(entry: EnrolleeEntry, person: Enrollee, principal: Enrollee | null): Read {
  return parsed({
    ...shared(entry),
    memberId: person.memberId,
    clientCode: person.clientCode,
    relation: person.relation,
    principalMemberId: principal?.memberId,
    nin: kept(entry.nin, entry.dropNin),
    nhiaNumber: kept(entry.nhiaNumber, entry.dropNhiaNumber),
    coverTo: coverDates(person.cover).to ?? undefined,
  });
}
