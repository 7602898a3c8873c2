import { daysOf, entriesOf } from '../benefits/consumption.ts';
import type { GivenReason } from '../claims/given-reason.ts';
import type { Minor } from '../money.ts';
import type { Bench } from './bench.ts';
import { ceilingsOver } from './ceilings.ts';
import type { LineInQuestion } from './facts.ts';
import { isPlaced, type LineInHand, type PlacedLine, throughGates } from './gates.ts';
import { type Finding, type LineJudgement, ruleNames } from './judgement.ts';
import { withinAmount } from './rules/authorization.ts';
import { coPaid } from './rules/co-pay.ts';
import { borneFirst } from './rules/deductible.ts';
import { type Ceiling, leftUnder, strictest, withinLimit } from './rules/limit.ts';
import { pricedAt } from './rules/price.ts';

const isRefusal = ({ effect }: Finding): boolean => effect === 'refuse';

/** Reasons of what lowered a line, each once. */
function reasonsOf(findings: readonly Finding[]): GivenReason[] {
  const reasons = new Map<string, GivenReason>();
  for (const { reason } of findings) if (reason) reasons.set(reason.code, reason);
  return [...reasons.values()];
}

/** Rule 7 speaks of a code's money only once it is known what the tenant would pay; its finding still stands in the rules' order. */
function insert(findings: Finding[], late: Finding): void {
  const after = ruleNames.indexOf(late.rule);
  const at = findings.findIndex(({ rule }) => ruleNames.indexOf(rule) > after);
  findings.splice(at === -1 ? findings.length : at, 0, late);
}

function common(hand: LineInHand) {
  const { line, judged, placed } = hand;
  const { terms } = judged.policy;
  return {
    line: line.line,
    plan: placed && terms ? terms.version.plan : null,
    benefit: placed?.benefit.code ?? null,
    benefitName: placed?.benefit.name ?? null,
    period: terms?.year.from ?? null,
    priceSource: line.price.source,
    price: line.price.price,
    needsAuthorization: hand.needsAuthorization,
    authorization: hand.authorized?.code ?? null,
  };
}

const nothingApproved = {
  verdict: 'REFUSE',
  approvedQuantity: 0,
  approved: 0,
  deductible: 0,
  overallDeductible: 0,
  coPay: 0,
  flatTaken: false,
  days: 0,
  visits: 0,
} as const;

/** A line that a rule refused: the first one's reason says who bears what was claimed; `facility` is what it bears anyhow. */
function refused(hand: LineInHand, left: Minor | null, facility: Minor): LineJudgement {
  const { claimed } = hand.line;
  const reasons = reasonsOf(hand.findings.filter(isRefusal).slice(0, 1));
  const facilityShare = reasons.some(({ group }) => group === 'PR') ? facility : claimed;
  return {
    ...common(hand),
    ...nothingApproved,
    enrolleeShare: claimed - facilityShare,
    facilityShare,
    leftBefore: left,
    leftAfter: left,
    reasons,
    findings: hand.findings,
  };
}

/** What of a line's money goes where, step by step. */
interface Money {
  /** min(billed, tariff) × units approved */
  allowed: Minor;
  /** borne by the facility: above the tariff, beyond the code's units and money */
  facility: Minor;
  deductible: Minor;
  overallDeductible: Minor;
  coPay: Minor;
  flatTaken: boolean;
  /** what the tenant would pay if there were no ceilings */
  payable: Minor;
}

/** Rules 10 and 11, and what is left of the code in money. */
function moneyOf(bench: Bench, hand: PlacedLine): Money {
  const { line, placed, standings, service, quantity } = hand;
  const { benefit } = placed;
  const { rules } = standings.terms.index;
  const uncovered = line.quantity - hand.beyondCode - quantity;
  const { allowed, above, finding } = pricedAt(line.price, line.unitPrice, quantity, uncovered);
  if (finding) hand.findings.push(finding);
  const borne = borneFirst(
    benefit.name,
    {
      most: rules.deductible,
      borne: rules.deductible === null ? 0 : standings.overall('person').now.overallDeductible,
    },
    { most: benefit.deductible, borne: standings.of(placed).own.now.deductible },
    allowed,
  );
  hand.findings.push(...borne.findings);
  const deductible = borne.overall + borne.own;
  const coPay = coPaid(benefit.name, benefit.coPay, bench.visit.coPayOf(benefit.code), allowed - deductible);
  hand.findings.push(...coPay.findings);
  const asked = allowed - deductible - coPay.taken;
  const code = hand.needsAuthorization ? hand.authorized : null;
  const capped = code && withinAmount(code.code, service.name, code.amountLeft, asked);
  if (capped) insert(hand.findings, capped);
  const payable = code ? Math.min(asked, code.amountLeft) : asked;
  return {
    allowed,
    facility: above + hand.beyondCode * line.unitPrice + asked - payable,
    deductible,
    overallDeductible: borne.overall,
    coPay: coPay.taken,
    flatTaken: coPay.flatTaken,
    payable,
  };
}

type Counted = Pick<
  LineJudgement,
  'approvedQuantity' | 'approved' | 'days' | 'coPay' | 'flatTaken' | 'deductible' | 'overallDeductible'
>;

/** What a line takes: as recommended, or as a person decides, who takes no more deductible than is left unpaid. */
function takenBy(bench: Bench, hand: PlacedLine, judged: LineJudgement): Counted {
  const decided = bench.decided.get(judged.line);
  if (!decided) return judged;
  const { approvedQuantity, approved } = decided;
  const deductible = Math.min(judged.deductible, hand.line.claimed - approved);
  const overallDeductible = Math.min(judged.overallDeductible, deductible);
  const days = daysOf(hand.service, approvedQuantity);
  return { ...judged, approvedQuantity, approved, days, deductible, overallDeductible };
}

/** Counts an approved line where the next ones will look, with the very entries that an approval would store. */
function count(bench: Bench, hand: PlacedLine, taken: Counted): void {
  const { line, placed, standings, authorized } = hand;
  const { terms } = standings;
  const { approved, coPay, flatTaken, deductible, overallDeductible } = taken;
  bench.visit.take(placed.benefit.code, { approved, coPay, flatTaken });
  bench.approve(line);
  const consumed = {
    line,
    plan: terms.version.plan,
    benefit: placed.benefit.code,
    period: terms.year.from,
    amount: approved,
    units: taken.approvedQuantity,
    days: taken.days,
    visits: hand.visits,
    deductible: deductible - overallDeductible,
    overallDeductible,
    authorized,
  };
  bench.running.take(entriesOf(bench.claim.id, bench.facts, consumed, bench.draws));
}

/** Rule 12, and the sum of everything before it. */
function approve(bench: Bench, hand: PlacedLine, ceiling: Ceiling | null): LineJudgement {
  const { line, quantity } = hand;
  const money = moneyOf(bench, hand);
  const leftBefore = ceiling && leftUnder(ceiling);
  const stopped = withinLimit(ceiling, money.payable);
  if (stopped) hand.findings.push(stopped);
  if (stopped?.effect === 'refuse') return refused(hand, leftBefore, money.facility);
  const approved = leftBefore === null ? money.payable : Math.min(money.payable, leftBefore);
  const isWhole = approved === line.claimed && quantity === line.quantity;
  const { deductible, overallDeductible, coPay, flatTaken } = money;
  return {
    ...common(hand),
    verdict: isWhole ? 'PASS' : 'REDUCE',
    approvedQuantity: quantity,
    approved,
    deductible,
    overallDeductible,
    coPay,
    flatTaken,
    enrolleeShare: line.claimed - approved - money.facility,
    facilityShare: money.facility,
    days: daysOf(hand.service, quantity),
    visits: hand.visits,
    leftBefore,
    leftAfter: leftBefore === null ? null : leftBefore - approved,
    reasons: reasonsOf(hand.findings),
    findings: hand.findings,
  };
}

/** What is billed above the tariff: the facility's, whoever bears the rest. */
const aboveTariff = ({ unitPrice, price, quantity }: LineInQuestion): Minor =>
  Math.max(0, unitPrice - price.price) * quantity;

/** Takes one line through all rules; the first that refuses decides (claims.md, Adjudication). */
export function judgeLine(bench: Bench, line: LineInQuestion): LineJudgement {
  const hand = throughGates(bench, line);
  if (!isPlaced(hand)) return refused(hand, null, 0);
  const ceiling = strictest(ceilingsOver(bench, hand.standings, hand.placed, hand));
  const judged = hand.findings.some(isRefusal)
    ? refused(hand, ceiling && leftUnder(ceiling), aboveTariff(line))
    : approve(bench, hand, ceiling);
  const taken = takenBy(bench, hand, judged);
  if (taken.approvedQuantity > 0) count(bench, hand, taken);
  return judged;
}
