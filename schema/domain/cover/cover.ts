import type { CalendarDate, Moment } from '../dates.ts';
import type { Relation } from '../ids.ts';
import type { Sex } from '../plans/plan.ts';

/** A change of cover and the day it takes effect (members.md, Clients and enrollees). PENDING is the time before the first. */
export interface CoverStep {
  from: CalendarDate;
  state: 'ACTIVE' | 'SUSPENDED' | 'TERMINATED';
  reason: string;
  /** when it was recorded */
  at: Moment;
}

/** From when a person is on which plan; the steps stand in the order of their dates. */
export interface PlanStep {
  from: CalendarDate;
  plan: string;
}

/** From when a facility is a person's primary one. */
export interface PrimaryFacilityStep {
  from: CalendarDate;
  facilityId: string;
}

/** What of a covered person their cover follows from. */
export interface CoveredPerson {
  id: string;
  memberId: string;
  relation: Relation;
  birthDate: CalendarDate;
  sex: Sex;
  deathDate: CalendarDate | null;
  /** in the order of their dates; the last one on or before a day holds on that day */
  cover: readonly CoverStep[];
  plans: readonly PlanStep[];
  primaryFacilities: readonly PrimaryFacilityStep[];
  /** came from another insurer without a gap: waiting periods may be waived */
  transferred: boolean;
}

/** One contract with a client, both days included; plan years are counted from its first day. */
export interface ContractPeriod {
  from: CalendarDate;
  to: CalendarDate;
}

/** What of a client its people's cover follows from. `INDV` (cover without an employer) has no contracts. */
export interface CoveringClient {
  code: string;
  /** in the order of their dates */
  contracts: readonly ContractPeriod[];
  cover: readonly CoverStep[];
  /** those who transferred wait for nothing */
  waivesWaiting: boolean;
}

/** A person with those whose cover theirs depends on: `principal` is null for a principal. */
export interface Household {
  person: CoveredPerson;
  principal: CoveredPerson | null;
  client: CoveringClient;
}

/** Why somebody is not covered on a day; each maps to a reason code (26 before, 27 after, 32 dependant). */
export type NotCoveredBecause =
  | 'not begun'
  | 'suspended'
  | 'terminated'
  | 'deceased'
  | 'principal not covered'
  | 'client not covered'
  | 'contract ended'
  | 'no plan'
  | 'dependant not allowed';

/** Whether somebody is covered on a day; `since` is the first day of that state as far as it is known. */
export type CoverAnswer =
  | { covered: true; plan: string; since: CalendarDate; until: CalendarDate | null }
  | { covered: false; because: NotCoveredBecause; since: CalendarDate | null };

/** A plan year: the span in which limits count; both days included. */
export interface PlanYear {
  from: CalendarDate;
  to: CalendarDate;
}
