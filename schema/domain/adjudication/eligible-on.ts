import type { CoverAnswer, Household } from '../cover/cover.ts';
import { primaryFacilityOn } from '../cover/plan-on.ts';
import type { CalendarDate } from '../dates.ts';
import type { Benefit } from '../plans/plan.ts';
import { balanceOf, overallBalances } from './balances.ts';
import type { Eligibility, EligibleBenefit } from './eligibility.ts';
import type { Facts } from './facts.ts';
import type { Finding } from './judgement.ts';
import type { PlacedBenefit } from './plan-index.ts';
import { policyOn } from './policy.ts';
import { deductibleLeft } from './rules/deductible.ts';
import { benefitSuits } from './rules/person.ts';
import { type Place, placeSuits } from './rules/place.ts';
import { waitedFor } from './rules/waiting.ts';
import { sentenceOf } from './sentence-of.ts';
import { Running, Standings } from './standings.ts';

/** What eligibility is asked about; `facility` null: at none in particular, as an enrollee's own page asks. */
export interface EligibilityFacts {
  household: Household;
  facility: Pick<Facts['facility'], 'id' | 'level'> | null;
  plans: Facts['plans'];
  accounts: Facts['accounts'];
  currency: string;
}

const hasLimit = ({ limits, count }: Benefit): boolean =>
  count !== null || limits.visit !== null || limits.period !== null || limits.lifetime !== null;

function notUsable(fault: Finding | null, currency: string): EligibleBenefit['not'] {
  if (!fault) return null;
  const rule = fault.rule === 'waiting' || fault.rule === 'person' ? fault.rule : 'place';
  const from = rule === 'waiting' ? String(fault.figures.from) : null;
  return { rule, from, words: sentenceOf(fault, currency) };
}

function eligibleBenefit(
  placed: PlacedBenefit,
  standings: Standings,
  on: CalendarDate,
  place: Place | null,
  { household, currency }: EligibilityFacts,
): EligibleBenefit {
  const { benefit } = placed;
  const { rules } = standings.terms.index;
  const fault =
    waitedFor(benefit, standings.terms.waiting, on) ??
    benefitSuits(benefit, household.person, on) ??
    (place && placeSuits(benefit, place));
  const standing = standings.of(placed);
  const overall = { most: rules.deductible, borne: standings.overall('person').now.overallDeductible };
  const own = { most: benefit.deductible, borne: standing.own.now.deductible };
  return {
    code: benefit.code,
    name: benefit.name,
    category: benefit.category,
    not: notUsable(fault, currency),
    coPay: benefit.coPay,
    deductibleLeft: deductibleLeft(overall) + deductibleLeft(own),
    where: benefit.where,
    authorization: benefit.authorization,
    balance: hasLimit(benefit) ? balanceOf(standing, standings) : null,
  };
}

const planOf = ({ version, year }: Standings['terms']): Eligibility['plan'] => ({
  code: version.plan,
  version: version.version,
  yearFrom: year.from,
  yearTo: year.to,
});

/**
 * What a person is covered for on a day, at a facility (members.md, Eligibility). Asks the same functions as adjudication, so
 * that what it says is what a claim will be judged by.
 */
export function eligibleOn(facts: EligibilityFacts, on: CalendarDate): Eligibility {
  const { household, facility, plans, accounts } = facts;
  const { cover, terms } = policyOn(household, on, plans);
  const primaryFacilityId = primaryFacilityOn(household.person, on);
  const atPrimary = facility !== null && facility.id === primaryFacilityId;
  const standings = terms && new Standings(terms, new Running(accounts), household.person.id);
  const place = facility && {
    setting: null,
    level: facility.level,
    isPrimary: atPrimary,
    isEmergency: false,
  };
  const common: {
    on: CalendarDate;
    cover: CoverAnswer;
    atPrimary: boolean;
    primaryFacilityId: string | null;
  } = {
    on,
    cover,
    atPrimary,
    primaryFacilityId,
  };
  if (!standings) return { ...common, plan: null, benefits: [], overall: [] };
  return {
    ...common,
    plan: planOf(standings.terms),
    benefits: standings.terms.index.benefits.map((each) =>
      eligibleBenefit(each, standings, on, place, facts),
    ),
    overall: overallBalances(standings),
  };
}
