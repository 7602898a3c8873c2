import type { EnrolleeView } from '../../../../schema/api/member-views.ts';

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
  plan: 'GOLD',
  nin: '12345678901',
  primaryFacilityExternalId: 'lagoon-view',
} as const;

/** The same as it is answered. */
export const exampleEnrolleeView: EnrolleeView = {
  externalId: 'staff-00042',
  memberId: 'MER-DANG-00042-P',
  clientCode: 'DANG',
  relation: 'principal',
  principalExternalId: null,
  principalMemberId: null,
  firstName: 'Chidinma',
  lastName: 'Eze',
  birthDate: '1988-04-17',
  sex: 'female',
  phone: '+234 803 555 0142',
  email: null,
  deathDate: null,
  coverFrom: '2026-01-01',
  coverTo: null,
  cover: 'ACTIVE',
  plan: 'GOLD',
  nextPlan: null,
  nextPlanFrom: null,
  nin: '•••••••8901',
  nhiaNumber: null,
  transferred: false,
  primaryFacilityExternalId: 'lagoon-view',
};
