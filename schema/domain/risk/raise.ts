import type { Claim } from '../claims/claim.ts';
import { day_ms, type Moment } from '../dates.ts';
import { findingsPerRule_max, scoreOf } from './detect.ts';
import type { RiskFinding, RiskFlag, RiskRule } from './flag.ts';

/** 0–100, of the events that nobody has dismissed (claims.md, Risk). */
export const riskOf = (flags: readonly RiskFlag[]): number =>
  scoreOf(flags.filter(({ state }) => state !== 'DISMISSED'));

/**
 * A corrected line has another number: what is said of it in the same words is the same event all the same. One that came from
 * another claim names no line; seen from here it is one.
 */
const isSame = (flag: RiskFinding, finding: RiskFinding): boolean =>
  flag.rule === finding.rule &&
  (flag.line === finding.line || flag.line === null || flag.evidence === finding.evidence) &&
  flag.claims.length === finding.claims.length &&
  flag.claims.every((number) => finding.claims.includes(number));

/**
 * The claim with what the rules find on it now. What was found before and is found again keeps its number and what was said
 * of it; what somebody has disposed of stays, and so does what the enrollee has said; what else is open and not found any more
 * goes.
 */
export function raiseFlags<T extends Pick<Claim, 'flags' | 'risk'>>(
  claim: T,
  findings: readonly RiskFinding[],
  at: Moment,
): T {
  const kept = claim.flags.flatMap((flag) => {
    const same = findings.filter((finding) => isSame(flag, finding));
    const again = same.find(({ line }) => line === flag.line) ?? same[0];
    if (flag.state !== 'OPEN' || notFoundAgain.has(flag.rule)) return [flag];
    return again ? [{ ...flag, ...again }] : [];
  });
  let last = claim.flags.reduce((most, { n }) => Math.max(most, n), 0);
  const raised = findings
    .filter((finding) => !claim.flags.some((flag) => isSame(flag, finding)))
    .map((finding): RiskFlag => {
      last += 1;
      return { ...finding, n: last, at, state: 'OPEN', disposed: null };
    });
  if (kept.length + raised.length === 0 && claim.flags.length === 0 && claim.risk === 0) return claim;
  const flags = [...kept, ...raised];
  return { ...claim, flags, risk: riskOf(flags) };
}

/** Found by how claims came in, or said by the enrollee: no correction changes that, and it is not looked for again. */
const notFoundAgain: ReadonlySet<RiskRule> = new Set<RiskRule>(['rapid_fire', 'not_me']);

/** How far back a pattern goes: what was filed longer before it was found is not part of it. */
const reach_ms: Readonly<Partial<Record<RiskRule, number>>> = {
  rapid_fire: day_ms / 72,
  upcoding: 90 * day_ms,
  threshold_hugging: 90 * day_ms,
};

const dead: readonly Claim['state'][] = ['REJECTED', 'WITHDRAWN'];

/** Whether what is found on a claim is said of this earlier one already, or by so many events that one more says nothing: of links, one. */
function isSaid({ flags }: Pick<Claim, 'flags'>, { rule, claims, weight }: RiskFinding): boolean {
  const ofRule = flags.filter((flag) => flag.rule === rule);
  if (ofRule.length >= findingsPerRule_max) return true;
  return claims.length === 0 || weight === 0
    ? ofRule.length > 0
    : ofRule.some((flag) => claims.every((number) => flag.claims.includes(number)));
}

/**
 * An earlier claim with what was found later, on one that came in at `at`, and is about it as well (see `reachOf`). A claim that has been
 * approved gets its event too: what was paid meanwhile is what an investigation is for. As it was where the claim is not live
 * any more, is no part of it by its age, or where it is said already.
 */
export function raiseReached<T extends Pick<Claim, 'flags' | 'risk' | 'state' | 'submittedAt'>>(
  claim: T,
  finding: RiskFinding,
  at: Moment,
): T {
  const isTooOld = claim.submittedAt < at - (reach_ms[finding.rule] ?? Number.POSITIVE_INFINITY);
  if (dead.includes(claim.state) || isTooOld || isSaid(claim, finding)) return claim;
  const n = claim.flags.reduce((most, flag) => Math.max(most, flag.n), 0) + 1;
  const flags = [...claim.flags, { ...finding, n, at, state: 'OPEN' as const, disposed: null }];
  return { ...claim, flags, risk: riskOf(flags) };
}

/** From so many points on whoever looks at risk is told of a claim as it comes in. */
const suspicious_min = 60;

/** Whether a claim is one that whoever looks at risk is told of at once. */
export const isSuspicious = ({ risk }: Pick<Claim, 'risk'>): boolean => risk >= suspicious_min;
