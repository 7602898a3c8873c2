import { type RiskRule, riskRules } from '../../schema/domain/risk/flag.ts';
import { defaultRisk } from '../../schema/domain/risk/settings.ts';
import type { Run, Scored } from './engine.ts';

/**
 * One fraud: the claims it is made of. One of several claims (a burst, a day's procedures, a month's practice) is judged by the third
 * quartile: a quarter of its claims are found as well as that, or better. Its best claim would flatter the rules.
 */
export interface Act {
  kind: string;
  claims: Scored[];
}

export interface OfRule {
  rule: string;
  planted: number;
  /** share of the acts of this kind that this rule flags; that any rule does */
  recall: number;
  recallByAny: number;
  /** claims that it flags with its full weight; share of them that are of any fraud, and of one of this kind */
  flagged: number;
  precision: number;
  precisionOwn: number;
  /** honest claims that it flags so, of all of them */
  honest: number;
  /** claims that have only slight cases of it, or only links to a later claim, which weigh nothing */
  lighter: number;
}

export interface Figures {
  claims: number;
  /** nobody meant harm, and nothing is wrong with it: mistakes that ought to be flagged stand beside, and count for neither side */
  honest: number;
  slips: number;
  acts: number;
  fraudClaims: number;
  rules: OfRule[];
  /**
   * the area under the ROC curve where each fraud is one case, however many claims it is made of, and has one score (its claims'
   * third quartile): the probability that a fraud scores higher than an honest claim, ties half
   */
  areaPerFraud: number;
  /**
   * the area under the ROC curve where every claim of every fraud is a case with its own score, in the end: what is found later
   * is said of the first ones of a burst too:
   * the probability that a fraudulent claim scores higher than an honest one, ties half
   */
  areaPerClaim: number;
  /** the same by what is known when each claim is due, and at the latest decided: what is found later is for investigations */
  areaWhenDue: number;
  honestOver60: number;
  honestFlagged: number;
  microsPerClaim: number;
  baselines: Run['baselines'];
}

/** The probability that one of `these` is higher than one of `those`, ties half: the area under the ROC curve (Mann-Whitney). */
function areaUnderCurve(these: readonly number[], those: readonly number[]): number {
  const counts = new Map<number, [number, number]>();
  for (const [side, scores] of [these, those].entries())
    for (const score of scores) {
      const pair = counts.get(score) ?? [0, 0];
      pair[side === 0 ? 0 : 1]++;
      counts.set(score, pair);
    }
  let below = 0;
  let sum = 0;
  for (const [, [a, b]] of [...counts].sort(([x], [y]) => x - y)) {
    sum += a * (below + b / 2);
    below += b;
  }
  return sum / (these.length * those.length);
}

function actsOf(scored: readonly Scored[]): Act[] {
  const byId = new Map<number, Act>();
  for (const one of scored) {
    if (!one.fraud) continue;
    const act = byId.get(one.fraud.id);
    if (act) act.claims.push(one);
    else byId.set(one.fraud.id, { kind: one.fraud.kind, claims: [one] });
  }
  return [...byId.values()];
}

/** The third quartile of what is said of an act's claims. */
function judgedBy({ claims }: Act, figure: (one: Scored) => number): number {
  const sorted = claims.map(figure).sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.75) - 1] ?? 0;
}

const share = (part: number, whole: number) => (whole === 0 ? Number.NaN : part / whole);
const isFlagged = ({ findings }: Scored, name: string, least = 0) =>
  findings.some(({ rule, weight }) => rule === name && weight > least);

function ofRule(rule: RiskRule, scored: readonly Scored[], acts: readonly Act[], honest: number): OfRule {
  const own = acts.filter(({ kind }) => kind === rule);
  const inFull = defaultRisk[rule].weight - 1e-9;
  const flagged = scored.filter((one) => !one.isSlip && isFlagged(one, rule, inFull));
  const all = scored.filter((one) => !one.isSlip && isFlagged(one, rule, -1));
  const bad = flagged.filter(({ fraud }) => fraud !== null);
  return {
    rule,
    planted: own.length,
    recall: share(
      own.filter((act) => judgedBy(act, (one) => (isFlagged(one, rule) ? 1 : 0)) === 1).length,
      own.length,
    ),
    recallByAny: share(own.filter((act) => judgedBy(act, ({ score }) => score) > 0).length, own.length),
    flagged: flagged.length,
    precision: share(bad.length, flagged.length),
    precisionOwn: share(flagged.filter(({ fraud }) => fraud?.kind === rule).length, flagged.length),
    honest: (flagged.length - bad.length) / honest,
    lighter: all.length - flagged.length,
  };
}

export function figuresOf({ scored, took_us, baselines }: Run): Figures {
  const acts = actsOf(scored);
  const honest = scored.filter(({ fraud, isSlip }) => fraud === null && !isSlip);
  const scores = honest.map(({ score }) => score);
  const frauds = scored.filter(({ fraud }) => fraud !== null);
  const planted = new Set(acts.map(({ kind }) => kind));
  const rules = riskRules.filter((rule) => planted.has(rule)).sort();
  return {
    claims: scored.length,
    honest: honest.length,
    slips: scored.length - honest.length - frauds.length,
    acts: acts.length,
    fraudClaims: frauds.length,
    rules: rules.map((rule) => ofRule(rule, scored, acts, honest.length)),
    areaPerFraud: areaUnderCurve(
      acts.map((act) => judgedBy(act, ({ score }) => score)),
      scores,
    ),
    areaPerClaim: areaUnderCurve(
      frauds.map(({ score }) => score),
      scores,
    ),
    areaWhenDue: areaUnderCurve(
      frauds.map(({ scoreWhenDue }) => scoreWhenDue),
      honest.map(({ scoreWhenDue }) => scoreWhenDue),
    ),
    honestOver60: share(scores.filter((score) => score > 60).length, scores.length),
    honestFlagged: share(scores.filter((score) => score > 0).length, scores.length),
    microsPerClaim: took_us / scored.length,
    baselines,
  };
}
