import type { Chance } from './chance.ts';
import { acute } from './conditions.ts';
import { admissions } from './stays.ts';
import { episode, lineOf, visitOf } from './visits.ts';
import { dayOf, days, type Facility, facilityFor, type Person, type Visit } from './world.ts';

/** What was refused, in whole or in part, is corrected and sent again. */
function corrected(chance: Chance, first: Visit): Visit {
  const lines = first.lines.map((line) => ({ ...line }));
  const line = chance.pick(lines);
  if (chance.chance(0.4)) line.quantity += 1;
  first.isNeeded = true;
  first.rejected = chance.chance(0.5);
  const correction: Visit = { ...first, lines, corrects: first, rejected: false, isNeeded: false };
  return chance.chance(0.5) ? { ...correction, diagnoses: [...first.diagnoses, 'R50.9'] } : correction;
}

/** A mistake: the same claim is sent twice, within minutes or with the next batch. */
const twice = (first: Visit): Visit => ({ ...first, isNeeded: false, isSlip: true });

/** A digit too many or too few in one price. */
function mistype(chance: Chance, visit: Visit): void {
  const line = chance.pick(visit.lines);
  line.unitPrice = Math.round(line.unitPrice * chance.pick([0.1, 10]));
  visit.isSlip = true;
}

/** Taken from one hospital to another on the day of the admission. */
function transferred(chance: Chance, all: readonly Facility[], person: Person): Visit[] {
  const condition = chance.pick(admissions);
  const day = chance.int(5, days - 20);
  const suited = all.filter(({ kind, city }) => kind === 'hospital' && city === person.family.city);
  const [from, to] = chance.shuffled(suited);
  if (!from || !to || (condition.sex && condition.sex !== person.sex)) return [];
  const { nights: _, ...seen } = condition;
  const first = episode(chance, { ...seen, type: 'emergency' }, person, from, day);
  const second = episode(chance, condition, person, to, day);
  const arrives = first.endedAt + Math.round(chance.between(0.2, 5) * 3_600_000);
  return [
    first,
    { ...second, startedAt: arrives, endedAt: Math.max(second.endedAt, arrives + 4 * 3_600_000) },
  ];
}

/** A hospital examines a company's people in one day: everybody gets the same, from the same few. */
function screeningDay(chance: Chance, all: readonly Facility[], people: readonly Person[]): Visit[] {
  const facility = facilityFor(chance, all, chance.pick(all).city, ['hospital']);
  const day = chance.int(40, days - 30);
  const staff = chance.shuffled(facility.practitioners).slice(0, 2);
  const near = people.filter(({ family, place }) => family.city === facility.city && place === 0);
  return chance
    .shuffled(near)
    .slice(0, chance.int(25, 70))
    .map((person) => {
      const lines = [lineOf(facility, 'SCR', day)];
      if (chance.chance(0.5)) lines.push(lineOf(facility, 'DCK', day));
      const visit = visitOf(chance, { person, facility, day, type: 'outpatient', codes: ['Z00.00'], lines });
      return { ...visit, practitioner: chance.pick(staff.length > 0 ? staff : facility.practitioners) };
    });
}

/** Somebody dies in hospital. */
function lastDays(chance: Chance, all: readonly Facility[], person: Person): Visit[] {
  const condition = admissions[chance.int(0, 1)] ?? acute[0];
  if (!condition) return [];
  const day = chance.int(100, days - 30);
  const visit = episode(
    chance,
    condition,
    person,
    facilityFor(chance, all, person.family.city, ['hospital']),
    day,
  );
  person.diedOn = dayOf(visit.endedAt);
  return [visit];
}

/** Those who will die, before anything of their lives is told. */
export const deaths = (chance: Chance, all: readonly Facility[], people: readonly Person[]): Visit[] =>
  chance
    .shuffled(people)
    .slice(0, Math.round(people.length * 0.004))
    .flatMap((person) => lastDays(chance, all, person));

/** What goes differently without anybody meaning harm; `visits` are what happened as usual. */
export function oddities(
  chance: Chance,
  all: readonly Facility[],
  people: readonly Person[],
  visits: readonly Visit[],
): Visit[] {
  const found: Visit[] = [];
  for (const visit of visits) {
    if (chance.chance(0.014)) found.push(corrected(chance, visit));
    else if (chance.chance(0.0015)) found.push(twice(visit));
    else if (chance.chance(0.003)) mistype(chance, visit);
  }
  for (let n = Math.round(visits.length / 800); n > 0; n--)
    found.push(...transferred(chance, all, chance.pick(people)));
  for (let n = Math.round(visits.length / 7_000); n > 0; n--)
    found.push(...screeningDay(chance, all, people));
  return found;
}
