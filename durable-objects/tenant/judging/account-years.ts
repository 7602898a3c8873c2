import type { Household, PlanYear } from '../../../schema/domain/cover/cover.ts';
import { planYearOf } from '../../../schema/domain/cover/plan-year.ts';
import { addDays, type CalendarDate } from '../../../schema/domain/dates.ts';
import type { PlanVersion } from '../../../schema/domain/plans/plan.ts';

/** A life's plan years are fewer: where nothing ends the way back, this does. */
const years_max = 120;

/** How far before a date the rules of a plan version look. */
interface LookBack {
  /** a limit over all plan years */
  lifetime: boolean;
  /** the longest interval between two dates of use */
  days: number;
}

const known = new WeakMap<PlanVersion, LookBack>();

function lookBackOf(version: PlanVersion): LookBack {
  const found = known.get(version);
  if (found) return found;
  const { benefits } = version.rules;
  const back = {
    lifetime: benefits.some(({ limits }) => limits.lifetime !== null),
    days: Math.max(0, ...benefits.map(({ minDaysBetween }) => minDaysBetween ?? 0)),
  };
  known.set(version, back);
  return back;
}

function earliest(versions: readonly PlanVersion[], date: CalendarDate): CalendarDate {
  const backs = versions.map(lookBackOf);
  if (backs.some(({ lifetime }) => lifetime)) return '0001-01-01';
  const days = Math.max(0, ...backs.map((back) => back.days));
  return days === 0 ? date : addDays(date, -days);
}

/** The plan year before a day, also beyond a gap between two contracts. */
function yearBefore(household: Household, day: CalendarDate): PlanYear | null {
  const ended = household.client.contracts.findLast(({ to }) => to < day);
  return planYearOf(household, addDays(day, -1)) ?? (ended ? planYearOf(household, ended.to) : null);
}

/** First days of the plan years whose accounts a judgement on these dates looks at. */
export function accountYears(
  household: Household,
  plans: ReadonlyMap<string, readonly PlanVersion[]>,
  dates: readonly CalendarDate[],
): CalendarDate[] {
  const versions = [...plans.values()].flat();
  const years = new Set<CalendarDate>();
  for (const date of new Set(dates)) {
    const from = earliest(versions, date);
    let year = planYearOf(household, date);
    for (let n = 0; year && n < years_max; n += 1) {
      years.add(year.from);
      if (year.from <= from) break;
      year = yearBefore(household, year.from);
    }
  }
  return [...years];
}
