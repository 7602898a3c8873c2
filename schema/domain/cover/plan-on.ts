import type { CalendarDate } from '../dates.ts';
import type { CoveredPerson, Household } from './cover.ts';
import { stepOn } from './span-on.ts';

/** The plan a person is on: their own, else the principal's (members.md, Clients and enrollees); null: none yet. */
export function planOn({ person, principal }: Household, date: CalendarDate): string | null {
  const step = stepOn(person.plans, date) ?? (principal && stepOn(principal.plans, date));
  return step?.plan ?? null;
}

/** The first day on which a person was on any plan, their own or the principal's; null: never yet. */
export function firstPlanDay({ person, principal }: Household): CalendarDate | null {
  const days = [person.plans[0]?.from, principal?.plans[0]?.from].filter((day) => day !== undefined);
  return days.toSorted()[0] ?? null;
}

/** Every plan a person was on up to a day, without repetition: what `carry used` looks back at. */
export function plansUntil({ person, principal }: Household, date: CalendarDate): readonly string[] {
  const firstOwn = person.plans[0]?.from;
  const inherited = (principal?.plans ?? []).filter(({ from }) => firstOwn === undefined || from < firstOwn);
  const steps = [...inherited, ...person.plans].filter(({ from }) => from <= date);
  return [...new Set(steps.map(({ plan }) => plan))];
}

/** The facility a person has chosen as their first address for care; null: none yet. */
export function primaryFacilityOn(person: CoveredPerson, date: CalendarDate): string | null {
  return stepOn(person.primaryFacilities, date)?.facilityId ?? null;
}

/**
 * The day from which waiting periods are counted: the first day of cover, or of the cover that followed a termination.
 * A suspension is no new beginning. Null before cover has begun.
 */
export function joinedOn(person: CoveredPerson, date: CalendarDate): CalendarDate | null {
  let joined: CalendarDate | null = null;
  for (const { from, state } of person.cover) {
    if (from > date) break;
    if (state === 'TERMINATED') joined = null;
    else if (state === 'ACTIVE') joined ??= from;
  }
  return joined;
}

/** The principal's id: a family has one account whoever of it is treated. */
export function familyIdOf({ person, principal }: Household): string {
  return principal?.id ?? person.id;
}
