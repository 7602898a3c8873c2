import type { CoverAnswer } from '../cover/cover.ts';
import type { CalendarDate } from '../dates.ts';
import type { Minor } from '../money.ts';
import type { AuthorizationNeed, BenefitCategory, CoPay, Where } from '../plans/plan.ts';
import type { BenefitBalance } from './judgement.ts';

/** One benefit as it stands for one person on one day. */
export interface EligibleBenefit {
  code: string;
  name: string;
  category: BenefitCategory;
  /** null: it can be used; else which rule says no, and from when on it can be used (a waiting period) */
  not: { rule: 'waiting' | 'person' | 'place'; from: CalendarDate | null; words: string } | null;
  coPay: CoPay | null;
  /** what the enrollee still bears first this plan year; 0: nothing */
  deductibleLeft: Minor;
  where: Where;
  authorization: AuthorizationNeed;
  /** null: no limit of any kind */
  balance: BenefitBalance | null;
}

/** What a person is covered for on a day, at a facility (members.md, Eligibility): what adjudication will apply. */
export interface Eligibility {
  on: CalendarDate;
  cover: CoverAnswer;
  /** null where nobody is covered */
  plan: { code: string; version: number; yearFrom: CalendarDate; yearTo: CalendarDate } | null;
  /** the facility in question is the person's primary one on that day */
  atPrimary: boolean;
  primaryFacilityId: string | null;
  benefits: readonly EligibleBenefit[];
  /** ceilings over all benefits: the person's and the family's */
  overall: readonly BenefitBalance[];
}
