import type { CalendarDate } from '../dates.ts';
import type { Relation } from '../ids.ts';
import type { Minor } from '../money.ts';

/** What kind of care a benefit is for (members.md, Plans and benefits). */
export const benefitCategories = [
  'outpatient',
  'inpatient',
  'maternity',
  'dental',
  'optical',
  'drugs',
  'laboratory',
  'imaging',
  'surgery',
  'emergency',
  'chronic',
  'preventive',
  'other',
] as const;
/** One kind of care. */
export type BenefitCategory = (typeof benefitCategories)[number];

/** Sex as recorded of a person and as a rule asks for it. */
export type Sex = 'female' | 'male';

/** Level of a facility, as its licence says. */
export type FacilityLevel = 'primary' | 'secondary' | 'tertiary';

/** Where care takes place: an admission, or anything else. */
export type CareSetting = 'inpatient' | 'outpatient';

/** Ceilings in money, on what the tenant pays; null: none (members.md). */
export interface MoneyLimits {
  /** per visit of one person */
  visit: Minor | null;
  /** per plan year */
  period: Minor | null;
  /** over all plan years */
  lifetime: Minor | null;
  /** whose use counts towards the limits per period and per lifetime */
  sharedBy: 'person' | 'family';
}

/**
 * A ceiling in number per plan year, of one person. `days` counts approved units of services billed per day. A visit is one
 * however many benefits within a benefit limited in visits it uses.
 */
export interface CountLimit {
  of: 'visits' | 'days' | 'sessions' | 'units';
  most: number;
}

/**
 * The enrollee's part: flat, taken once per visit in line order (what a line is too small to bear falls on the next one), or
 * a percentage of each line, with a cap on either per visit.
 */
export interface CoPay {
  flat: Minor | null;
  /** 0–100, whole */
  percent: number | null;
  /** the most that is taken per visit; null: no cap */
  cap: Minor | null;
}

/** Whom a benefit is for; empty or null: everybody covered. Ages are completed years on the date of service, both ends included. */
export interface Who {
  sex: Sex | null;
  ageFrom: number | null;
  ageTo: number | null;
  relations: readonly Relation[];
}

/** Where a benefit can be used. */
export interface Where {
  setting: CareSetting | 'both';
  /** empty: any level */
  levels: readonly FacilityLevel[];
  /** only at the enrollee's primary facility, except in an emergency */
  primaryOnly: boolean;
  /** a referral is wanted, except at the primary facility and in an emergency */
  referral: boolean;
}

/** When permission is needed before the service: `above` compares what a line claims with `above`. */
export interface AuthorizationNeed {
  need: 'never' | 'always' | 'above';
  above: Minor | null;
}

/** A span of diagnosis codes, both ends included and with everything that begins like them: `O00`–`O99`. */
export interface DiagnosisRange {
  from: string;
  to: string;
}

/** What is not covered, with the words that people are shown. A line is excluded when any part of it matches. */
export interface Exclusion {
  services: readonly string[];
  groups: readonly string[];
  diagnoses: readonly DiagnosisRange[];
  wording: string;
}

/** One benefit of a plan version: what it is for and every rule it states. */
export interface Benefit {
  /** within the plan: `OPD-CONS` */
  code: string;
  name: string;
  category: BenefitCategory;
  /** the benefit this one stands within: what is used here counts there as well; null: none */
  within: string | null;
  /** groups of services that map to it */
  groups: readonly string[];
  /** services that map to it whatever their group says: the plan's overrides */
  services: readonly string[];
  limits: MoneyLimits;
  count: CountLimit | null;
  /** days that must lie between two dates of use */
  minDaysBetween: number | null;
  coPay: CoPay | null;
  /** what the enrollee bears first in a plan year, of this benefit */
  deductible: Minor | null;
  /** days from joining before it can be used; 0: none */
  waitingDays: number;
  who: Who;
  where: Where;
  authorization: AuthorizationNeed;
  exclusions: readonly Exclusion[];
}

/** Who may be covered beside the principal. */
export interface DependantRules {
  spouse: boolean;
  /** a child is covered until this birthday; null: children are not covered */
  childrenUnder: number | null;
  other: boolean;
  /** at most this many dependants; null: no limit */
  most: number | null;
}

/** Everything a plan version says. */
export interface PlanRules {
  benefits: readonly Benefit[];
  exclusions: readonly Exclusion[];
  /** ceilings over all benefits in a plan year */
  overall: { person: Minor | null; family: Minor | null };
  /** what the enrollee bears first in a plan year, over all benefits */
  deductible: Minor | null;
  dependants: DependantRules;
  /** what a person's use under another plan means for the limits here after a move */
  onMove: 'carry used' | 'fresh';
}

/** The regulatory or commercial scheme a plan belongs to; it sets clocks and rules. */
export const planSchemes = ['private', 'nhia', 'state', 'community'] as const;
/** One scheme. */
export type PlanScheme = (typeof planSchemes)[number];

/** A plan: a name under which versions are published. */
export interface Plan {
  code: string;
  name: string;
  scheme: PlanScheme;
  /** nobody is put on it from this date on; null: in use */
  retiredFrom: CalendarDate | null;
}

/** One version of a plan: immutable once published, in force from its date until the next one's. */
export interface PlanVersion {
  plan: string;
  /** 1, 2, 3 … within the plan */
  version: number;
  state: 'DRAFT' | 'PUBLISHED';
  /** first day in force; null while it is a draft */
  from: CalendarDate | null;
  /** counts up with every save of a draft */
  revision: number;
  rules: PlanRules;
}

/** A service of the tenant's catalogue as the rules know it. */
export interface CatalogueService {
  code: string;
  name: string;
  group: string;
  unit: string;
  active: boolean;
  /** for whom it makes sense; null: anybody */
  sex: Sex | null;
  ageFrom: number | null;
  ageTo: number | null;
  /** days that must lie between two dates of it for one person; null: none */
  minIntervalDays: number | null;
  /** 1 (lowest) to 5, of consultations; null: none */
  consultationLevel: number | null;
  /** services that a package holds, by code */
  parts: readonly string[];
}

/** A group that services belong to and that benefits are given for. */
export interface ServiceGroup {
  code: string;
  name: string;
}
