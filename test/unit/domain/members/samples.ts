import type { CoverStep } from '../../../../schema/domain/cover/cover.ts';
import { coverSteps } from '../../../../schema/domain/members/cover-dates.ts';
import type { Client, Enrollee } from '../../../../schema/domain/members/enrollee.ts';
import type { Enrolment, EnrolmentFacts } from '../../../../schema/domain/members/enrolment-facts.ts';
import type { PublishedPlan } from '../../../../schema/domain/members/plan-choice.ts';
import { blankRules } from '../../../../schema/domain/plans/blank-rules.ts';
import type { DependantRules } from '../../../../schema/domain/plans/plan.ts';

export const today = '2026-11-25';
export const at = Date.parse('2026-11-25T09:00:00Z');

export const step = (from: string, state: CoverStep['state'], reason = 'R'): CoverStep => ({
  from,
  state,
  reason,
  at: 0,
});

export const everybody: DependantRules = { spouse: true, childrenUnder: 21, other: true, most: 4 };

export function plan(code: string, over: Partial<DependantRules> = {}, from = '2026-01-01'): PublishedPlan {
  const rules = { ...blankRules, dependants: { ...everybody, ...over } };
  return {
    plan: { code, name: code, scheme: 'private', retiredFrom: null },
    versions: [{ plan: code, version: 1, state: 'PUBLISHED', from, revision: 0, rules }],
  };
}

export const client: Client = {
  code: 'DANG',
  name: 'Dangira',
  families: 0,
  people: 0,
  contacts: [],
  contracts: [{ from: '2026-01-01', to: '2026-12-31' }],
  offers: [],
  cover: [],
  waivesWaiting: false,
};

export const person: Enrollee = {
  id: 'p-1',
  memberId: 'MER-DANG-00001-P',
  externalId: 'staff-1',
  clientCode: 'DANG',
  principalId: null,
  relation: 'principal',
  firstName: 'Ada',
  lastName: 'Eze',
  birthDate: '1985-02-28',
  sex: 'female',
  phone: null,
  email: null,
  deathDate: null,
  nin: null,
  nhiaNumber: null,
  consents: [],
  portal: null,
  noticesOff: [],
  noticesByMail: [],
  invitation: null,
  desk: null,
  asked: [],
  exported: null,
  sealKey: null,
  cover: coverSteps('2026-01-01', null, 0),
  plans: [{ from: '2026-01-01', plan: 'GOLD' }],
  primaryFacilities: [],
  transferred: false,
};

export const form: Enrolment = {
  externalId: 'staff-1',
  clientCode: 'DANG',
  relation: 'principal',
  firstName: 'Ada',
  lastName: 'Eze',
  birthDate: '1985-02-28',
  sex: 'female',
  coverFrom: '2026-01-01',
};

export const childForm: Enrolment = {
  ...form,
  externalId: 'child-1',
  relation: 'child',
  principalExternalId: 'staff-1',
  firstName: 'Obi',
  birthDate: '2015-06-30',
};

export const facts: EnrolmentFacts = {
  today,
  at,
  may: () => true,
  before: null,
  named: null,
  principal: null,
  client,
  plan: null,
  family: [],
  facilityId: null,
};
