import type { BillingMonth, Moment } from '../dates.ts';
import type { Minor } from '../money.ts';
import type { RefusalCode } from '../refusal.ts';

/** So many claims are decided in one call (claims.md, Piles). */
export const batch_claims_max = 500;

/** What a batch decides of each of its claims: approve as recommended, or reject. */
export const batchVerbs = ['approve', 'reject'] as const;
/** One of them. */
export type BatchVerb = (typeof batchVerbs)[number];

/** A claim as it was judged when the batch was put together: the decision names this version and this recommendation. */
export interface BatchItem {
  id: number;
  number: string;
  version: number;
  claimed: Minor;
  recommended: Minor;
  /** every line passes in full and nothing was noted */
  clean: boolean;
  /** open risk events */
  flags: number;
  /** the judgement's name */
  fingerprint: string;
}

/** What was decided on all of them, and by whom. */
export interface BatchDecision {
  verb: BatchVerb;
  /** codes of the tenant's table; none to approve */
  reasons: readonly string[];
  /** what each facility is told; null: nothing */
  sentence: string | null;
  by: string;
  name: string;
  via: 'session' | 'key';
  at: Moment;
}

/** What became of one claim: decided, above the ceiling and so proposed to a second person, or left as it was and why. */
export type BatchResult =
  | { number: string; became: 'decided' | 'proposed' }
  | { number: string; became: 'skipped'; code: RefusalCode; why: string };

/** Claims of one pile that are decided together. PREPARED: somebody looks at them; DECIDING: it is being done. */
export interface Batch {
  id: string;
  facilityId: string;
  month: BillingMonth;
  state: 'PREPARED' | 'DECIDING' | 'DECIDED';
  preparedBy: string;
  preparedAt: Moment;
  items: readonly BatchItem[];
  /** how many of those chosen could no longer be decided when it was put together */
  gone: number;
  decision: BatchDecision | null;
  results: readonly BatchResult[];
}

/** What all of its claims come to. */
export interface BatchTotal {
  claims: number;
  claimed: Minor;
  recommended: Minor;
}

/** The sum over a batch's claims. */
export function totalOf(items: readonly Pick<BatchItem, 'claimed' | 'recommended'>[]): BatchTotal {
  return items.reduce<BatchTotal>(
    (sum, { claimed, recommended }) => ({
      claims: sum.claims + 1,
      claimed: sum.claimed + claimed,
      recommended: sum.recommended + recommended,
    }),
    { claims: 0, claimed: 0, recommended: 0 },
  );
}

/** How many of the results are of each kind. */
export function outcomesOf(results: readonly BatchResult[]): Record<BatchResult['became'], number> {
  const count = { decided: 0, proposed: 0, skipped: 0 };
  for (const { became } of results) count[became] += 1;
  return count;
}

/** The id of the command that decides one claim of a batch: sent again, it changes nothing. */
export const batchCommandId = (batchId: string, number: string): string => `${batchId}:${number}`;
