import type { CoverAnswer, Household, PlanYear } from '../cover/cover.ts';
import { coverOn } from '../cover/cover-on.ts';
import { joinedOn, plansUntil } from '../cover/plan-on.ts';
import { planYearOf } from '../cover/plan-year.ts';
import type { CalendarDate } from '../dates.ts';
import type { PlanVersion } from '../plans/plan.ts';
import type { Facts } from './facts.ts';
import { indexOf, type PlanIndex, versionOn } from './plan-index.ts';
import type { Waiting } from './rules/waiting.ts';

/** What somebody who is covered is covered by. */
export interface Terms {
  version: PlanVersion;
  index: PlanIndex;
  year: PlanYear;
  /** plans whose use counts towards the limits: this one and, where it says `carry used`, those the person moved from */
  plans: readonly string[];
  waiting: Waiting;
}

/** Cover on a day; `terms` is null where there is none. */
export interface Policy {
  on: CalendarDate;
  cover: CoverAnswer;
  terms: Terms | null;
}

/** Cover, plan version and plan year of a day: the one place that adjudication and eligibility both ask. */
export function policyOn(household: Household, on: CalendarDate, plans: Facts['plans']): Policy {
  const versionOf = (plan: string) => versionOn(plans.get(plan) ?? [], on);
  const cover = coverOn(household, on, (plan) => versionOf(plan)?.rules.dependants ?? null);
  const version = cover.covered ? versionOf(cover.plan) : null;
  const year = planYearOf(household, on);
  const joined = joinedOn(household.person, on);
  if (!version || !year || !joined) return { on, cover, terms: null };
  const { rules, plan } = version;
  const counted = rules.onMove === 'fresh' ? [plan] : [...new Set([plan, ...plansUntil(household, on)])];
  const waived = household.client.waivesWaiting && household.person.transferred;
  return {
    on,
    cover,
    terms: { version, index: indexOf(rules), year, plans: counted, waiting: { joined, waived } },
  };
}

/** An admission is judged by the plan and plan year of its first day, to discharge; everything else by the date of service. */
export function judgedOn(
  claim: { encounterType: string; startDate: CalendarDate },
  serviceDate: CalendarDate,
): CalendarDate {
  return claim.encounterType === 'inpatient' ? claim.startDate : serviceDate;
}
