import type { DecidedLine } from '../benefits/consumption.ts';
import { sum } from '../money.ts';
import { balanceOf, overallBalances } from './balances.ts';
import { Bench } from './bench.ts';
import type { ClaimInQuestion, Facts } from './facts.ts';
import { fingerprintOf } from './fingerprint.ts';
import { judgeLine } from './judge-line.ts';
import type { BenefitBalance, Finding, Judgement, LineJudgement } from './judgement.ts';
import { othersFirst } from './rules/cover.ts';

/** What the plan has the enrollee bear is agreed beforehand: it keeps no claim from straight-through. */
const isAgreed = ({ effect, rule }: Finding): boolean =>
  effect === 'reduce' && (rule === 'deductible' || rule === 'co-pay');

/** Whether a line is recommended in full: every unit at the price that was billed, nothing noted, and no more borne than the plan states. */
export const isCleanLine = ({ findings }: LineJudgement): boolean => findings.every(isAgreed);

/** Notes that concern the whole claim stand with its first line. */
function withNotes(lines: LineJudgement[], notes: readonly Finding[]): LineJudgement[] {
  if (notes.length === 0) return lines;
  return lines.map((line, i) => (i === 0 ? { ...line, findings: [...notes, ...line.findings] } : line));
}

function balancesOf(bench: Bench): BenefitBalance[] {
  const found = bench
    .standings()
    .flatMap((standings) => [
      ...[...standings.touched()].map((standing) => balanceOf(standing, standings)),
      ...overallBalances(standings),
    ]);
  // Days of one plan year show the same balances: each is listed once.
  return [
    ...new Map(
      found.map((each) => [`${each.plan} ${each.benefit} ${each.sharedBy} ${each.period}`, each]),
    ).values(),
  ];
}

/**
 * What the engine recommends for a claim, line by line in their order against running balances, so that no number of lines
 * overspends a limit (claims.md, Adjudication). The claimed figures are never changed; on every line
 * claimed = approved + enrolleeShare + facilityShare. Asks nothing of the world: the same facts give the same judgement.
 * `decided` are lines that a person decides otherwise: the others are judged on what those take, and each keeps its own
 * recommendation beside it.
 */
export function judge(claim: ClaimInQuestion, facts: Facts, decided: readonly DecidedLine[] = []): Judgement {
  const bench = new Bench(claim, facts, decided);
  const { cover } = bench.judgedOn(claim.startDate).policy;
  const judged = claim.lines.map((line) => judgeLine(bench, line));
  const lines = withNotes(judged, othersFirst(claim));
  return {
    cover,
    lines,
    claimed: sum(claim.lines.map(({ claimed }) => claimed)),
    approved: sum(lines.map(({ approved }) => approved)),
    enrolleeShare: sum(lines.map(({ enrolleeShare }) => enrolleeShare)),
    facilityShare: sum(lines.map(({ facilityShare }) => facilityShare)),
    balances: balancesOf(bench),
    clean: lines.every(isCleanLine),
    fingerprint: fingerprintOf(lines),
  };
}
