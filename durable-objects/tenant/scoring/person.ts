import { planOn } from '../../../schema/domain/cover/plan-on.ts';
import type { CalendarDate } from '../../../schema/domain/dates.ts';
import { coverDates } from '../../../schema/domain/members/cover-dates.ts';
import { versionOn } from '../../../schema/domain/plans/version-on.ts';
import type { ScoredPerson } from '../../../schema/domain/risk/facts.ts';
import { householdOf, versionsOf } from '../judging/household.ts';
import type { Enrollee } from '../memory/enrollees.ts';
import type { TenantMemory } from '../memory.ts';

/** The earlier of two last days, as far as they are known. */
function earlier(a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

/** How large a dependant's family is on a day, against what its plan takes. Null: a principal, or a plan without a limit. */
function dependantsOf(memory: TenantMemory, person: Enrollee, on: CalendarDate): ScoredPerson['dependants'] {
  const household = person.principalId === null ? null : householdOf(memory, person);
  const plan = household && planOn(household, on);
  if (household === null || person.principalId === null || plan === null) return null;
  const most = versionOn(versionsOf(memory, household).get(plan) ?? [], on)?.rules.dependants.most ?? null;
  if (most === null) return null;
  const members = memory.families.get(person.principalId)?.members ?? [];
  const covered = members
    .filter(({ coverTo }) => coverTo === null || coverTo >= on)
    .map(({ id }) => id)
    .sort();
  // Ids count up with time: whoever joined first stands first.
  const at = covered.indexOf(person.id);
  return { covered: covered.length, most, place: at < 0 ? null : at + 1 };
}

/** What the risk rules are told of the person treated. */
export function scoredPerson(memory: TenantMemory, person: Enrollee, on: CalendarDate): ScoredPerson {
  const { birthDate, sex, deathDate, cover } = person;
  const principal = householdOf(memory, person)?.principal ?? null;
  return {
    birthDate,
    sex,
    deathDate,
    coverEndsOn: earlier(coverDates(cover).to, principal && coverDates(principal.cover).to),
    dependants: dependantsOf(memory, person, on),
  };
}
