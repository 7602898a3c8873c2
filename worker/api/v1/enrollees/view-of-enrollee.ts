import type { EnrolleeView } from '../../../../schema/api/network-views.ts';
import type { PutEnrollee } from '../../../../schema/forms/put-enrollee.ts';

type Optional = 'principalExternalId' | 'phone' | 'email' | 'deathDate' | 'coverTo';
type Facts = Omit<PutEnrollee, Optional> & { [Name in Optional]?: string | null | undefined };

/** An enrollee in the API's words, from what was sent or from what is stored. */
export function viewOfEnrollee(memberId: string, facts: Facts): EnrolleeView {
  return {
    externalId: facts.externalId,
    memberId,
    clientCode: facts.clientCode,
    relation: facts.relation,
    principalExternalId: facts.principalExternalId ?? null,
    firstName: facts.firstName,
    lastName: facts.lastName,
    birthDate: facts.birthDate,
    sex: facts.sex,
    phone: facts.phone ?? null,
    email: facts.email ?? null,
    deathDate: facts.deathDate ?? null,
    coverFrom: facts.coverFrom,
    coverTo: facts.coverTo ?? null,
  };
}

/** The enrollee of the reference's examples. */
export const exampleEnrollee = {
  clientCode: 'DANG',
  relation: 'principal',
  firstName: 'Chidinma',
  lastName: 'Eze',
  birthDate: '1988-04-17',
  sex: 'female',
  phone: '+234 803 555 0142',
  coverFrom: '2026-01-01',
} as const;

/** The same as it is answered. */
export const exampleEnrolleeView = viewOfEnrollee('MER-DANG-00042-P', {
  externalId: 'staff-00042',
  ...exampleEnrollee,
});
