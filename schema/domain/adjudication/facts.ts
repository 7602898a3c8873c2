import type { FamilyAccount } from '../benefits/account.ts';
import type { EncounterType } from '../claims/claim.ts';
import type { Household } from '../cover/cover.ts';
import type { CalendarDate, Moment } from '../dates.ts';
import type { Minor } from '../money.ts';
import type { CatalogueService, FacilityLevel, PlanVersion } from '../plans/plan.ts';
import type { LinePrice } from '../pricing/tariff.ts';

/** One line as it is judged: what was claimed never changes. */
export interface LineInQuestion {
  line: number;
  service: string;
  serviceDate: CalendarDate;
  quantity: number;
  unitPrice: Minor;
  /** quantity × unitPrice */
  claimed: Minor;
  /** the auth code it names; null: none */
  authorization: string | null;
  price: LinePrice;
}

/** A claim (or a request, or a question while it is typed) as it is judged. */
export interface ClaimInQuestion {
  /** the tenant's running number; null while it is not filed. The smaller number stands where two are the same. */
  id: number | null;
  encounterType: EncounterType;
  /** calendar dates of the encounter in the tenant's zone */
  startDate: CalendarDate;
  endDate: CalendarDate;
  diagnoses: readonly { code: string; system: string }[];
  referral: string | null;
  accident: boolean;
  otherPayer: string | null;
  /** the claim it corrects, by number; left out: none */
  replaces?: string | null;
  /** it is asked beforehand: that a line names no code is no objection */
  asksForPermission?: true;
  lines: readonly LineInQuestion[];
}

/** A line of another live claim of the same person that a rule may look at. */
export interface EarlierUse {
  claimId: number;
  number: string;
  line: number;
  service: string;
  serviceDate: CalendarDate;
  facilityId: string;
  /** null while nobody has decided it */
  approvedQuantity: number | null;
}

/** What the same visit has taken already, in other claims that are approved, by benefit code; a benefit of which every line was refused is left out. */
export interface VisitSoFar {
  /** what the tenant pays for it in this visit */
  approved: Minor;
  coPay: Minor;
  /** whether the flat co-pay has been taken */
  flatTaken: boolean;
}

/** What was granted under an auth code, or a breach reference, as far as a claim line draws on it (authorizations.md). */
export interface AuthCode {
  code: string;
  enrolleeId: string;
  facilityId: string;
  validFrom: CalendarDate;
  validTo: CalendarDate;
  /** it was taken back: nothing is left of it, and that is said */
  cancelled?: true;
  /** what is recorded of cover later than this takes nothing from it */
  issuedAt: Moment;
  /** the day of a move to another plan on which it was judged again; null: it stands by what it was issued by */
  movedOn: CalendarDate | null;
  lines: readonly AuthorizedService[];
}

/** What is left of one service an authorization was given for. */
export interface AuthorizedService {
  service: string;
  /** whether just this is still reserved in the account; a breach reference, or a code whose reservation has ended, reserves nothing */
  reserved: boolean;
  quantityLeft: number;
  /** of what the tenant pays */
  amountLeft: Minor;
  /** 1 until a line has taken the visit it was given for */
  visitsLeft: number;
  /** where its reservation stands; without one: '' */
  period: CalendarDate;
  plan: string;
  benefit: string;
  /** the plan it was judged by; null: that of the day */
  under: string | null;
  /** what would be left as it was granted before moves of plan lowered it: that holds for services of those days */
  earlier?: readonly { to: CalendarDate; under: string | null; quantityLeft: number; amountLeft: Minor }[];
}

/** Everything the engine is handed; it asks nothing else of the world. */
export interface Facts {
  /** moment of judging, for the record only */
  at: Moment;
  household: Household;
  facility: { id: string; name: string; level: FacilityLevel | null };
  /** by code, those of the lines */
  services: ReadonlyMap<string, CatalogueService>;
  /** published versions by plan code, in the order of their dates */
  plans: ReadonlyMap<string, readonly PlanVersion[]>;
  /**
   * the family's accounts by first day of the plan year; absent: nothing used. Limits for a lifetime and intervals look at all
   * that are handed in, so the years that they reach back to belong here as well
   */
  accounts: ReadonlyMap<CalendarDate, FamilyAccount>;
  /** other live claims' lines with the same services, this claim's own and those it replaces left out */
  earlier: readonly EarlierUse[];
  visit: ReadonlyMap<string, VisitSoFar>;
  authorizations: ReadonlyMap<string, AuthCode>;
}
