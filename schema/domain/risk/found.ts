import type { RiskFacts } from './facts.ts';
import type { RiskFinding } from './flag.ts';
import type { RiskSettings } from './settings.ts';

/**
 * One thing that a rule found; which rule it was, and what it weighs, is added by `detect`. `part`: so much of the rule's weight, where
 * it is a slight case (0–1; left out: all of it).
 */
export type Found = Omit<RiskFinding, 'rule' | 'weight'> & { part?: number };

/** What one rule says of a claim: one finding per thing found. `facts.others` are others indeed. */
export type Rule = (facts: RiskFacts, settings: RiskSettings) => Found[];

/** Something about the claim as a whole. */
export const ofClaim = (evidence: string, claims: readonly string[] = []): Found => ({
  evidence,
  claims,
  line: null,
});

/** Something about one of its lines. */
export const ofLine = (line: number, evidence: string, claims: readonly string[] = []): Found => ({
  evidence,
  claims,
  line,
});

/** `1 night`, `2 nights`. */
export const counted = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

/** Numbers of claims, each once: five at most, that evidence stays readable. */
export const numbersOf = (claims: readonly { number: string }[]): string[] =>
  [...new Set(claims.map(({ number }) => number))].slice(0, 5);
