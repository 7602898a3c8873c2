import type { RiskFacts } from './facts.ts';
import type { RiskFinding, RiskRule } from './flag.ts';
import type { RiskSettings } from './settings.ts';

/** What one rule says of a claim: the other findings of the same rule are of other lines or other claims. */
type Rule = (facts: RiskFacts, settings: RiskSettings) => Omit<RiskFinding, 'rule' | 'weight'>[];

/** So many findings of one rule are kept on a claim: the others would say the same again. */
const findingsPerRule_max = 5;

const rules: Partial<Record<RiskRule, Rule>> = {};

/**
 * What the rules find on a claim (claims.md, Risk), one finding per thing found and at most five of each rule. It informs and
 * ranks; nothing is refused by it. Calling it changes no baseline: `learn` does, once per claim.
 */
export function detect(facts: RiskFacts, settings: RiskSettings): RiskFinding[] {
  const found: RiskFinding[] = [];
  for (const [rule, look] of Object.entries(rules)) {
    const name = rule as RiskRule;
    const { on, weight } = settings[name];
    if (!on) continue;
    for (const finding of look(facts, settings).slice(0, findingsPerRule_max))
      found.push({ ...finding, rule: name, weight });
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
