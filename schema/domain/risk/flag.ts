import type { Moment } from '../dates.ts';

/** The rules by which a claim can be flagged (claims.md, Risk); the names are part of the API. */
export const riskRules = [
  'duplicate',
  'near_duplicate',
  'impossible_dates',
  'upcoding',
  'price_outlier',
  'diagnosis_outlier',
  'rapid_fire',
  'busy_practitioner',
  'frequency',
  'sex_age_mismatch',
  'unbundling',
  'threshold_hugging',
  'outpatient_as_inpatient',
  'family_size',
  'authorization_reuse',
  'not_me',
] as const;
/** One of them. */
export type RiskRule = (typeof riskRules)[number];

/** What a rule found on a claim, before it is kept. */
export interface RiskFinding {
  rule: RiskRule;
  /** 0–1, how much it adds to the score */
  weight: number;
  /** why, in words with figures and the other claims' numbers: no name, no diagnosis */
  evidence: string;
  /** numbers of the other claims it is about */
  claims: readonly string[];
  /** the line it is about; null: the claim as a whole */
  line: number | null;
}

/** Where a risk event stands: somebody looks at it and says what it was. */
const flagStates = ['OPEN', 'CONFIRMED', 'DISMISSED'] as const;
/** One of them. */
export type FlagState = (typeof flagStates)[number];

/** One risk event: a flag that one rule raised on one claim. */
export interface RiskFlag extends RiskFinding {
  /** 1, 2, 3 … within the claim */
  n: number;
  at: Moment;
  state: FlagState;
  /** who disposed of it, when and why; null while it is open */
  disposed: { by: string; name: string; at: Moment; reason: string } | null;
}
