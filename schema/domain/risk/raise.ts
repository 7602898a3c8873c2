import type { Claim } from '../claims/claim.ts';
import type { Moment } from '../dates.ts';
import { scoreOf } from './detect.ts';
import type { RiskFinding, RiskFlag } from './flag.ts';

/** 0–100, of the events that nobody has dismissed (claims.md, Risk). */
export const riskOf = (flags: readonly RiskFlag[]): number =>
  scoreOf(flags.filter(({ state }) => state !== 'DISMISSED'));

/** A corrected line has another number: what is said of it in the same words is the same event all the same. */
const isSame = (flag: RiskFinding, finding: RiskFinding): boolean =>
  flag.rule === finding.rule &&
  (flag.line === finding.line || flag.evidence === finding.evidence) &&
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
    if (flag.state !== 'OPEN' || flag.rule === 'not_me') return [flag];
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

/** From so many points on whoever looks at risk is told of a claim as it comes in. */
const suspicious_min = 60;

/** Whether a claim is one that whoever looks at risk is told of at once. */
export const isSuspicious = ({ risk }: Pick<Claim, 'risk'>): boolean => risk >= suspicious_min;
