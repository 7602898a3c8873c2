import { type Drawable, Draws } from '../adjudication/draws.ts';
import type { ClaimInQuestion, Facts, LineInQuestion } from '../adjudication/facts.ts';
import { policyFor } from '../adjudication/honoured.ts';
import type { LineJudgement } from '../adjudication/judgement.ts';
import { indexOf, type PlacedBenefit, type PlanIndex, versionOn } from '../adjudication/plan-index.ts';
import { judgedOn, type Policy, policyOn } from '../adjudication/policy.ts';
import { Visit } from '../adjudication/visit.ts';
import { familyIdOf } from '../cover/plan-on.ts';
import type { CalendarDate } from '../dates.ts';
import type { Minor } from '../money.ts';
import type { LedgerEntry } from './account.ts';

/** What of an approved line the ledger counts, and where. */
export interface Consumption {
  line: LineInQuestion;
  plan: string;
  benefit: string;
  period: CalendarDate;
  amount: Minor;
  units: number;
  days: number;
  visits: number;
  deductible: Minor;
  overallDeductible: Minor;
  /** what it draws on: the code it names, as far as it holds */
  authorized: Drawable | null;
}

type Whose = Pick<Facts, 'household' | 'at'>;

/**
 * The entries of one approved line: CONSUME, and the RELEASE of what its code had reserved, together (members.md, Benefit
 * ledger). Adjudication counts its lines with the same entries that an approval will store.
 */
export function entriesOf(
  claimId: number | null,
  { household, at }: Whose,
  taken: Consumption,
  draws: Draws,
): LedgerEntry[] {
  const { line, authorized, amount, units, days, visits } = taken;
  const common = {
    familyId: familyIdOf(household),
    enrolleeId: household.person.id,
    serviceDate: line.serviceDate,
    at,
    claimId,
    line: line.line,
    authorization: authorized?.code ?? null,
  };
  const { plan, benefit, period, deductible, overallDeductible } = taken;
  const consumed: LedgerEntry = {
    ...common,
    kind: 'CONSUME',
    plan,
    benefit,
    period,
    amount,
    units,
    days,
    visits,
    deductible,
    overallDeductible,
  };
  if (!authorized) return [consumed];
  const freed = draws.take(authorized, { units, amount, visits });
  if (!authorized.reserved) return [consumed];
  return [
    consumed,
    {
      ...common,
      ...freed,
      kind: 'RELEASE',
      plan: authorized.plan,
      benefit: authorized.benefit,
      period: authorized.period,
      days: days > 0 ? freed.units : 0,
      deductible: 0,
      overallDeductible: 0,
    },
  ];
}

/** Services billed per day count as days as well. */
export function daysOf(service: { unit: string } | undefined, units: number): number {
  return service?.unit === 'day' ? units : 0;
}

/** What was decided of a line: as recommended, or otherwise by a person. */
export interface DecidedLine {
  line: number;
  approvedQuantity: number;
  approved: Minor;
}

/** What a line was judged by. */
function policyOf(line: LineInQuestion, claim: ClaimInQuestion, facts: Facts): Policy {
  const ofDay = policyOn(facts.household, judgedOn(claim, line.serviceDate), facts.plans);
  return policyFor(line, facts, ofDay).policy;
}

interface Place {
  index: PlanIndex;
  placed: PlacedBenefit;
  plan: string;
  period: CalendarDate;
}

function placeOf(
  line: LineInQuestion,
  judged: LineJudgement,
  claim: ClaimInQuestion,
  facts: Facts,
): Place | null {
  const { plan, benefit, period } = judged;
  if (plan === null || benefit === null || period === null) return null;
  const version = versionOn(facts.plans.get(plan) ?? [], policyOf(line, claim, facts).on);
  if (!version) return null;
  const index = indexOf(version.rules);
  const placed = index.byCode.get(benefit);
  return placed ? { index, placed, plan, period } : null;
}

/** Where a line that a person approves stands for which the plan has no benefit: it counts under the plan's overall limits. */
const outsideBenefits = '*';

/** An approved line without a benefit: booked under the plan and plan year of its day. Nobody covered: booked nowhere. */
function outsideOf(line: LineInQuestion, decided: DecidedLine, claim: ClaimInQuestion, facts: Facts) {
  const { terms } = policyOf(line, claim, facts);
  if (!terms) return null;
  return {
    line,
    plan: terms.version.plan,
    benefit: outsideBenefits,
    period: terms.year.from,
    amount: decided.approved,
    units: decided.approvedQuantity,
    days: 0,
    visits: 0,
    deductible: 0,
    overallDeductible: 0,
    authorized: null,
  };
}

/**
 * What the ledger says of an approval, entry by entry (members.md, Benefit ledger). `judged` are the lines as recommended on
 * these facts; `decided` says what was approved of them, left out: as recommended. Visits are counted anew, because the line
 * that would have carried one may have been taken out. A line without a benefit counts under the overall limits alone.
 */
export function consumptionOf(
  claim: ClaimInQuestion,
  judged: readonly LineJudgement[],
  facts: Facts,
  decided: readonly DecidedLine[] = judged,
): LedgerEntry[] {
  const visit = new Visit(facts.visit);
  const draws = new Draws(facts.authorizations);
  const judgedLines = new Map(judged.map((each) => [each.line, each]));
  const lines = new Map(claim.lines.map((each) => [each.line, each]));
  return decided.flatMap((each) => {
    const { line: number, approvedQuantity, approved } = each;
    const line = lines.get(number);
    const judgement = judgedLines.get(number);
    if (!line || !judgement || approvedQuantity === 0) return [];
    const place = placeOf(line, judgement, claim, facts);
    if (!place) {
      if (judgement.benefit !== null) return [];
      const outside = outsideOf(line, each, claim, facts);
      return outside ? entriesOf(claim.id, facts, outside, draws) : [];
    }
    const visits = visit.isCounted(place.placed, place.index) ? 0 : 1;
    visit.take(place.placed.benefit.code, { approved, coPay: 0, flatTaken: false });
    const borne = Math.min(judgement.deductible, line.claimed - approved);
    const overallDeductible = Math.min(judgement.overallDeductible, borne);
    const code = judgement.authorization;
    const taken: Consumption = {
      line,
      plan: place.plan,
      benefit: place.placed.benefit.code,
      period: place.period,
      amount: approved,
      units: approvedQuantity,
      days: daysOf(facts.services.get(line.service), approvedQuantity),
      visits,
      deductible: borne - overallDeductible,
      overallDeductible,
      authorized: code === null ? null : draws.leftOf(code, line.service, line.serviceDate),
    };
    return entriesOf(claim.id, facts, taken, draws);
  });
}
