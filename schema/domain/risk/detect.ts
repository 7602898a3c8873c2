import type { RiskFacts } from './facts.ts';
import type { RiskFinding, RiskRule } from './flag.ts';
import type { Rule } from './found.ts';
import { authorizationReuse } from './rules/authorization-reuse.ts';
import { busyPractitioner } from './rules/busy-practitioner.ts';
import { duplicate, nearDuplicate } from './rules/duplicate.ts';
import { familySize } from './rules/family-size.ts';
import { frequency } from './rules/frequency.ts';
import { impossibleDates } from './rules/impossible-dates.ts';
import { diagnosisOutlier, priceOutlier } from './rules/outliers.ts';
import { outpatientAsInpatient } from './rules/outpatient-as-inpatient.ts';
import { rapidFire } from './rules/rapid-fire.ts';
import { sexAgeMismatch } from './rules/sex-age-mismatch.ts';
import { thresholdHugging } from './rules/threshold-hugging.ts';
import { unbundling } from './rules/unbundling.ts';
import { upcoding } from './rules/upcoding.ts';
import type { RiskSettings } from './settings.ts';

/** So many findings of one rule are kept on a claim: the others would say the same again. */
export const findingsPerRule_max = 5;

const rules: readonly (readonly [RiskRule, Rule])[] = [
  ['duplicate', duplicate],
  ['near_duplicate', nearDuplicate],
  ['impossible_dates', impossibleDates],
  ['upcoding', upcoding],
  ['price_outlier', priceOutlier],
  ['diagnosis_outlier', diagnosisOutlier],
  ['rapid_fire', rapidFire],
  ['busy_practitioner', busyPractitioner],
  ['frequency', frequency],
  ['sex_age_mismatch', sexAgeMismatch],
  ['unbundling', unbundling],
  ['threshold_hugging', thresholdHugging],
  ['outpatient_as_inpatient', outpatientAsInpatient],
  ['family_size', familySize],
  ['authorization_reuse', authorizationReuse],
];

/** The facts without the claim itself among the others, nor what it corrects or is corrected by. */
function withoutItself(facts: RiskFacts): RiskFacts {
  const { number, replaces } = facts.claim;
  const others = facts.others.filter(
    (other) => other.number !== number && other.number !== replaces && other.replaces !== number,
  );
  return others.length === facts.others.length ? facts : { ...facts, others };
}

/**
 * What the rules find on a claim (claims.md, Risk), one finding per thing found and at most five of each rule. It informs and
 * ranks; nothing is refused by it. Calling it changes no baseline: `learn` does, once per claim.
 */
export function detect(given: RiskFacts, settings: RiskSettings): RiskFinding[] {
  const facts = withoutItself(given);
  const found: RiskFinding[] = [];
  for (const [rule, look] of rules) {
    const { on, weight } = settings[rule];
    if (!on) continue;
    for (const { part = 1, ...finding } of look(facts, settings).slice(0, findingsPerRule_max))
      found.push({ ...finding, rule, weight: weight * part });
  }
  return found;
}

/**
 * 0–100: `100 × (1 − Π(1 − weight))` over the rules that fire, rounded half up (claims.md, Risk). A rule counts once however
 * many findings it has, with the greatest of their weights.
 */
export function scoreOf(findings: readonly Pick<RiskFinding, 'rule' | 'weight'>[]): number {
  const weights = new Map<RiskRule, number>();
  for (const { rule, weight } of findings) weights.set(rule, Math.max(weight, weights.get(rule) ?? 0));
  let left = 1;
  for (const weight of weights.values()) left *= 1 - weight;
  // What is a half in decimals may lie a hair under it in binary.
  return Math.floor(100 * (1 - left) + 0.5 + 1e-9);
}
