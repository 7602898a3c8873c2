import type { Claim, ClaimLine, EncounterType } from '../claims/claim.ts';
import type { CalendarDate, Moment } from '../dates.ts';
import type { Minor } from '../money.ts';
import type { CatalogueService, Sex } from '../plans/plan.ts';
import type { Baseline } from './baseline.ts';

/** One line as it is scored; a claim's line is one. */
export type ScoredLine = Pick<
  ClaimLine,
  'line' | 'service' | 'serviceDate' | 'quantity' | 'unitPrice' | 'claimed'
>;

/** What of a claim the rules look at; a filed claim is one. */
export interface ScoredClaim
  extends Pick<
    Claim,
    | 'number'
    | 'facilityId'
    | 'practitionerName'
    | 'practitionerLicence'
    | 'encounterType'
    | 'encounterId'
    | 'startedAt'
    | 'endedAt'
    | 'serviceDate'
    | 'currency'
    | 'claimed'
    | 'submittedAt'
    | 'replaces'
  > {
  /** the first is the main one */
  diagnoses: readonly { code: string }[];
  lines: readonly ScoredLine[];
}

/** Where a facility is, in degrees. */
export interface Place {
  lat: number;
  lon: number;
}

/** The facility that claims. */
export interface ScoredFacility {
  id: string;
  /** hospital, clinic, pharmacy …: whom it is compared with in price */
  kind: string;
  /** as its licence says; whom it is compared with in consultations. Null: those whose level nobody knows */
  level: string | null;
  /** null: unknown, and no distance is ever found */
  place: Place | null;
}

/** The person treated. */
export interface ScoredPerson {
  birthDate: CalendarDate;
  sex: Sex;
  deathDate: CalendarDate | null;
  /** the last day of cover, if it has ended for good; null: it has not, or will not before the claim's last day */
  coverEndsOn: CalendarDate | null;
  /**
   * the dependants of the family covered on the first day, and how many its plan takes; `place` is this person's among them in
   * the order in which they joined, 1 the first (null: unknown, all of a family that is too large are meant). Null: a
   * principal, or a plan without a limit
   */
  dependants: { covered: number; most: number; place: number | null } | null;
}

/** Another live claim of the same person (neither rejected nor withdrawn), from whichever facility. */
export interface NearClaim {
  number: string;
  facilityId: string;
  place: Place | null;
  encounterType: EncounterType;
  encounterId: string | null;
  startedAt: Moment;
  endedAt: Moment;
  submittedAt: Moment;
  replaces: string | null;
  lines: readonly { service: string; serviceDate: CalendarDate }[];
}

/** What of a service of the catalogue the rules look at; a service of the catalogue is one. */
export type ScoredService = Pick<
  CatalogueService,
  'code' | 'group' | 'sex' | 'ageFrom' | 'ageTo' | 'minIntervalDays' | 'consultationLevel' | 'parts'
>;

/** What is known of the code that a line names; a code that there is not is left to adjudication. */
export interface NamedCode {
  line: number;
  code: string;
  otherEnrollee: boolean;
  otherFacility: boolean;
  /** units and money that it was given for, of the line's service; null: it was not given for it */
  given: { quantity: number; amount: Minor } | null;
  /** what other live claims bill of that service under it */
  elsewhere: { quantity: number; claimed: Minor; claims: readonly string[] };
}

/** Everything a rule is handed; it asks nothing else of the world. */
export interface RiskFacts {
  /** the tenant's zone: days are counted in it */
  zone: string;
  claim: ScoredClaim;
  /** whether the claim's figures have gone into the baselines already: it is scored again, after a correction */
  learned: boolean;
  person: ScoredPerson;
  facility: ScoredFacility;
  /**
   * the person's other live claims that are near in time: those whose days come as near to this one's as the
   * tenant looks for near duplicates, copies or parts (seven days by default), and those with one of its services within that service's minimum
   * interval. Whoever collects them says how many at most; this claim itself and what it replaces may be among them
   */
  others: readonly NearClaim[];
  /** by code, of this claim's lines and of the others': one that is missing says nothing */
  services: ReadonlyMap<string, ScoredService>;
  /** amounts under which less is looked at: straight-through's and the approval ceilings; none: nobody can hug one */
  ceilings: readonly Minor[];
  /** of the lines that name a code */
  codes: readonly NamedCode[];
  /** those found under `baselineKeysOf`, by key; one that is missing says nothing */
  baselines: ReadonlyMap<string, Baseline>;
}
