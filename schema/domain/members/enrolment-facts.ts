import type { CalendarDate, Moment } from '../dates.ts';
import type { Relation } from '../ids.ts';
import type { Permission } from '../permissions.ts';
import type { Sex } from '../plans/plan.ts';
import type { Client, Enrollee } from './enrollee.ts';
import type { PublishedPlan } from './plan-choice.ts';

/** What somebody says of a person: a form of the portal, a call of the API, a row of an import. Left out means as the notes say. */
export interface Enrolment {
  /** the integrator's own id */
  externalId?: string | undefined;
  /** names somebody who is known already; left out for a new one */
  memberId?: string | undefined;
  /** of a principal; a dependant follows theirs */
  clientCode: string;
  relation: Relation;
  principalExternalId?: string | undefined;
  principalMemberId?: string | undefined;
  firstName: string;
  lastName: string;
  birthDate: CalendarDate;
  sex: Sex;
  phone?: string | undefined;
  email?: string | undefined;
  deathDate?: CalendarDate | undefined;
  coverFrom: CalendarDate;
  /** left out: a last day that was stated here falls away; a termination stays */
  coverTo?: CalendarDate | undefined;
  /** left out: as it is; for a new person the principal's, or the only one the client offers */
  plan?: string | undefined;
  /** left out: as it is; null: taken out */
  nin?: string | null | undefined;
  nhiaNumber?: string | null | undefined;
  /** left out: as it is; for a new person: no */
  transferred?: boolean | undefined;
  /** left out: as it is */
  primaryFacilityExternalId?: string | undefined;
  primaryFacilityId?: string | undefined;
}

/** One dependant of the principal's as the family knows them. */
export interface FamilyDependant {
  id: string;
  relation: Relation;
  /** the last day of their cover; null: not known */
  coverTo: CalendarDate | null;
}

/** Everything an enrolment is decided upon; whatever was looked for and not found is null. */
export interface EnrolmentFacts {
  today: CalendarDate;
  at: Moment;
  may: (permission: Permission) => boolean;
  /** the person as they are */
  before: Enrollee | null;
  /** whoever has the `externalId` that is given */
  named: Pick<Enrollee, 'id'> | null;
  /** whom `principalExternalId` or `principalMemberId` names */
  principal: Enrollee | null;
  /** the principal's client, or the one that is named */
  client: Client | null;
  /** the plan that `planMeant` names */
  plan: PublishedPlan | null;
  /** the principal's dependants, whoever was ever one */
  family: readonly FamilyDependant[];
  /** the linked facility that is named as the primary one */
  facilityId: string | null;
}
