import type { CalendarDate, Moment } from '../dates.ts';
import type { Minor } from '../money.ts';

/** What happened to a benefit (members.md, Benefit ledger). */
export type EntryKind = 'RESERVE' | 'RELEASE' | 'CONSUME' | 'REVERSE';

/** One entry of the ledger: append-only, one a line of a claim or of an authorization. Amounts are not negative. */
export interface LedgerEntry {
  kind: EntryKind;
  familyId: string;
  enrolleeId: string;
  /** first day of the plan year it counts in */
  period: CalendarDate;
  plan: string;
  benefit: string;
  /** what the tenant pays (or reserves) */
  amount: Minor;
  /** units approved (or reserved) */
  units: number;
  /** of them units of services billed per day */
  days: number;
  /** 1 on the first line of a visit under this benefit, else 0 */
  visits: number;
  /** what the enrollee bore as deductible: the benefit's own, and the plan's overall one */
  deductible: Minor;
  overallDeductible: Minor;
  serviceDate: CalendarDate;
  at: Moment;
  claimId: number | null;
  line: number | null;
  /** the auth code, where there is one */
  authorization: string | null;
}

/** What one person has used of one benefit under one plan in one plan year. */
export interface Use {
  used: Minor;
  reserved: Minor;
  units: number;
  reservedUnits: number;
  days: number;
  reservedDays: number;
  visits: number;
  reservedVisits: number;
  deductible: Minor;
  overallDeductible: Minor;
  /** dates of approved use and how many entries stand for each; what a minimum interval looks at. At most one per day of the year. */
  dates: Record<CalendarDate, number>;
}

/**
 * A family's use in one plan year: by person, by plan, by benefit. Always equal to the sums of its ledger entries, and never
 * changed in place: an entry makes a new one.
 */
export interface FamilyAccount {
  /** the principal's id */
  familyId: string;
  /** first day of the plan year */
  period: CalendarDate;
  people: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Use>>>>>>;
}
