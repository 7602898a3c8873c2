import type { GivenReason } from '../claims/given-reason.ts';
import type { CoverAnswer } from '../cover/cover.ts';
import type { CalendarDate } from '../dates.ts';
import type { Minor } from '../money.ts';
import type { PriceSource } from '../pricing/tariff.ts';

/** The rules in the order in which they speak (claims.md, Adjudication). */
export const ruleNames = [
  'service',
  'cover',
  'benefit',
  'exclusion',
  'waiting',
  'person',
  'place',
  'referral',
  'authorization',
  'interval',
  'count',
  'duplicate',
  'price',
  'deductible',
  'co-pay',
  'limit',
] as const;
/** One rule. */
export type RuleName = (typeof ruleNames)[number];

/** What one rule said of one line, with the figures it used: enough to tell a person why in one sentence. */
export interface Finding {
  rule: RuleName;
  /** `refuse` decides the line, `reduce` lowers it, `note` only says something worth knowing (no straight-through) */
  effect: 'refuse' | 'reduce' | 'note';
  /** reason code of the tenant's table; null for a note */
  reason: GivenReason | null;
  /** amounts in minor units, dates, counts, codes and names of things; never a person's name or a diagnosis */
  figures: Readonly<Record<string, string | number | null>>;
}

/** What the engine recommends for one line. claimed = approved + enrolleeShare + facilityShare, always. */
export interface LineJudgement {
  line: number;
  verdict: 'PASS' | 'REDUCE' | 'REFUSE';
  /** null where no benefit was found */
  plan: string | null;
  benefit: string | null;
  benefitName: string | null;
  /** first day of the plan year it counts in; null where nobody is covered */
  period: CalendarDate | null;
  priceSource: PriceSource;
  /** price per unit it was judged by */
  price: Minor;
  approvedQuantity: number;
  /** what the tenant pays */
  approved: Minor;
  deductible: Minor;
  /** of it the plan's overall deductible; the rest is the benefit's own */
  overallDeductible: Minor;
  coPay: Minor;
  /** whether this line took the visit's flat co-pay */
  flatTaken: boolean;
  /** everything the enrollee bears (group PR): deductible, co-pay, above a limit, not covered */
  enrolleeShare: Minor;
  /** everything the facility bears (group CO and the others) */
  facilityShare: Minor;
  /** days and visits it counts as, for the ledger */
  days: number;
  visits: number;
  /** the strictest money limit's remainder before this line; null: no limit */
  leftBefore: Minor | null;
  /** … and after it */
  leftAfter: Minor | null;
  /** permission is needed for it under the plan, whether or not it is there */
  needsAuthorization: boolean;
  authorization: string | null;
  reasons: readonly GivenReason[];
  findings: readonly Finding[];
}

/** What is left of one benefit that the claim touches, before it and if all of it is approved as recommended. */
export interface BenefitBalance {
  plan: string;
  benefit: string;
  name: string;
  period: CalendarDate;
  /** the limit per period (money), whose use counts, what is used, reserved and left; null: no limit */
  limit: Minor | null;
  sharedBy: 'person' | 'family';
  usedBefore: Minor;
  reserved: Minor;
  leftBefore: Minor | null;
  usedAfter: Minor;
  leftAfter: Minor | null;
  /** the limit in number, where there is one */
  count: { of: 'visits' | 'days' | 'sessions' | 'units'; most: number; before: number; after: number } | null;
}

/** What the engine says of a whole claim. */
export interface Judgement {
  /** cover on the encounter's first day */
  cover: CoverAnswer;
  lines: readonly LineJudgement[];
  /** sums over the lines */
  claimed: Minor;
  approved: Minor;
  enrolleeShare: Minor;
  facilityShare: Minor;
  /** touched benefits, the benefits they stand within, and the overall limit (benefit `*`) */
  balances: readonly BenefitBalance[];
  /**
   * what straight-through and *all clean* ask for: every unit is approved at the price that was billed, nothing was noted, and
   * the enrollee bears no more than the deductible and co-pay that the plan states
   */
  clean: boolean;
  /** names exactly these figures: a decision says which recommendation it saw */
  fingerprint: string;
}
