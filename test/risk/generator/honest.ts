import type { Chance } from './chance.ts';
import { acute, type Condition } from './conditions.ts';
import { admissions, chronic } from './stays.ts';
import { ageOn, consultation, episode, lineOf, linesOf, visitOf } from './visits.ts';
import { dateOf, dayOf, days, type Facility, facilityFor, type Person, type Visit } from './world.ts';

/** Mondays are busy, Sundays quiet. */
const weekday = [0.35, 1.6, 1.15, 1.05, 1, 1.05, 0.7];

/** A day on which a condition begins: by season, and by day of the week. */
function someDay(chance: Chance, { season, anyHour }: Pick<Condition, 'season' | 'anyHour'>): number {
  for (;;) {
    const day = chance.int(0, days - 1);
    const date = new Date(`${dateOf(day)}T00:00:00Z`);
    const month = date.getUTCMonth();
    let odds = anyHour ? 1 : (weekday[date.getUTCDay()] ?? 1);
    if (season) {
      const [from, to, times] = season;
      const isIn = from <= to ? month >= from && month <= to : month >= from || month <= to;
      if (isIn) odds *= times;
    }
    if (chance.chance(odds / 3.6)) return day;
  }
}

const isFor = (
  { ageFrom = 0, ageTo = 200, sex }: Pick<Condition, 'ageFrom' | 'ageTo' | 'sex'>,
  person: Person,
) => {
  const age = ageOn(person, days / 2);
  return age >= ageFrom && age <= ageTo && (sex === undefined || sex === person.sex);
};

/** Where somebody goes: mostly to the same place, sometimes elsewhere, rarely in another city. */
function placeFor(
  chance: Chance,
  all: readonly Facility[],
  person: Person,
  kinds: readonly string[],
): Facility {
  if (kinds.includes(person.home.kind) && chance.chance(0.72)) return person.home;
  const city = chance.chance(0.03) ? chance.pick(all).city : person.family.city;
  return facilityFor(chance, all, city, kinds);
}

/** What honestly follows a visit: sessions, a check-up, a repeated test, a second opinion, a test elsewhere. */
function followUps(
  chance: Chance,
  all: readonly Facility[],
  first: Visit,
  series: Condition['series'],
): Visit[] {
  const { person, facility, diagnoses: codes } = first;
  const found: Visit[] = [];
  const again = (
    day: number,
    at: Facility,
    services: readonly string[],
    type: Visit['encounterType'] = 'outpatient',
  ) => {
    const lines = services.map((service) => lineOf(at, service, day));
    found.push(visitOf(chance, { person, facility: at, day, type, codes, lines }));
  };
  let day = dayOf(first.endedAt);
  if (series) {
    const sessions = chance.int(0, series.most);
    for (let i = 0; i < sessions; i++) {
      day += chance.int(...series.gap);
      again(day, facility, [series.service]);
    }
    return found;
  }
  const level = first.lines[0]?.service ?? 'CON-1';
  if (chance.chance(0.05))
    again(day + chance.int(1, 7), facility, [level.startsWith('CON') ? level : 'CON-1']);
  if (chance.chance(0.015) && first.lines.some(({ service }) => service === 'MPS' || service === 'FBC'))
    again(day + chance.int(1, 4), facility, ['MPS', 'FBC']);
  if (chance.chance(0.012)) {
    const other = facilityFor(chance, all, person.family.city, ['hospital']);
    again(day + chance.int(0, 3), other, [consultation(chance, other, person, day, 0.4)]);
  }
  if (chance.chance(0.04)) {
    const laboratory = facilityFor(chance, all, person.family.city, ['laboratory']);
    again(
      day + chance.int(0, 2),
      laboratory,
      [chance.pick(['FBC', 'EUC', 'LFT', 'CUL', 'TFT'])],
      'laboratory',
    );
  }
  return found;
}

function chronicCourse(
  chance: Chance,
  all: readonly Facility[],
  person: Person,
  condition: (typeof chronic)[number],
): Visit[] {
  const found: Visit[] = [];
  const pharmacy = facilityFor(chance, all, person.family.city, ['pharmacy']);
  const code = chance.pick(condition.codes);
  const drugs = condition.drugs
    .filter(([, probability]) => chance.chance(probability))
    .map(([service]) => service);
  if (drugs.length === 0) return found;
  const atPharmacy = chance.chance(0.5);
  const isDialysed = code === 'N18.6';
  let checked = -100;
  let day = chance.int(0, 60);
  for (let n = 0; day < days; n++) {
    const isCheck = n % 3 === 0 && day - checked > 84;
    const facility = isCheck || !atPharmacy ? person.home : pharmacy;
    const lines = drugs.map((service) => lineOf(facility, service, day));
    if (isCheck) {
      checked = day;
      lines.unshift(lineOf(facility, consultation(chance, facility, person, day, 0.3), day));
      lines.push(...linesOf(chance, { person, facility }, condition.checks, day));
    }
    const type = facility === pharmacy ? 'pharmacy' : 'outpatient';
    found.push(visitOf(chance, { person, facility, day, type, codes: [code], lines }));
    if (isDialysed)
      for (const later of [2, 5, 9, 12, 16, 19])
        found.push(
          visitOf(chance, {
            person,
            facility: person.home,
            day: day + later,
            type: 'outpatient',
            codes: [code],
            lines: [lineOf(person.home, 'DIA', day + later)],
          }),
        );
    // Mostly after a month; some come early, some late, some miss a month.
    day += chance.chance(0.04)
      ? chance.int(20, 24)
      : chance.chance(0.1)
        ? chance.int(45, 70)
        : chance.int(26, 35);
  }
  return found;
}

type Billed = readonly (readonly [service: string, quantity: number])[];

/** What a delivery is billed for, by whether it was a section. */
const deliveryOf = (chance: Chance, isSection: boolean, nights: number): Billed =>
  isSection
    ? [['CSE', 1] as const, ['WRD', nights] as const, ['CEF', chance.int(1, 6)] as const]
    : [['DEL', 1] as const, ['WRD', nights] as const];

/** Antenatal visits, the delivery, the visit after it. */
function pregnancy(chance: Chance, all: readonly Facility[], person: Person): Visit[] {
  const facility = placeFor(chance, all, person, ['hospital', 'clinic']);
  const begin = chance.int(-120, days - 60);
  const found: Visit[] = [];
  const add = (day: number, code: string, services: Billed, nights = 0) => {
    if (day < 0 || day >= days) return;
    const lines = services.map(([service, quantity]) => lineOf(facility, service, day, quantity));
    const hour = nights > 0 ? chance.between(0, 23.9) : chance.between(8, 15);
    const begun = { person, facility, day, type: 'maternity' as const, codes: [code], lines, nights, hour };
    found.push(visitOf(chance, begun));
  };
  const visit: Billed = [['ANC', 1] as const, ['IRO', 1] as const];
  add(begin, 'Z34.0', [['ANB', 1] as const, ['PRG', 1] as const]);
  for (let n = 1; n <= 6; n++)
    add(begin + n * 28 + chance.int(-3, 3), 'Z34.9', n % 3 === 0 ? [...visit, ['USO', 1] as const] : visit);
  const isSection = chance.chance(0.25);
  const nights = isSection ? chance.int(3, 6) : chance.int(1, 3);
  const due = begin + 196 + chance.int(-10, 14);
  add(due, isSection ? 'O82' : 'O80', deliveryOf(chance, isSection, nights), nights);
  add(begin + 240 + chance.int(-5, 5), 'Z39.2', [['PNC', 1] as const]);
  return found;
}

/** How often something of this rate happens to somebody in the time that is told of. */
function times(chance: Chance, rate: number): number {
  let left = (rate * days) / 365;
  let n = 0;
  for (;;) {
    left += Math.log(1 - chance.share());
    if (left < 0) return n;
    n++;
  }
}

/** Everything that honestly happens to a person, in no order. */
export function lifeOf(chance: Chance, all: readonly Facility[], person: Person): Visit[] {
  const found: Visit[] = [];
  // Some go for everything, some never.
  const eagerness = chance.lognormal(0.8, 0.6);
  for (const condition of [...acute, ...admissions]) {
    if (!isFor(condition, person)) continue;
    for (let n = times(chance, condition.rate * eagerness); n > 0; n--) {
      const facility = placeFor(chance, all, person, condition.kinds);
      const visit = episode(chance, condition, person, facility, someDay(chance, condition));
      found.push(visit, ...followUps(chance, all, visit, condition.series));
    }
  }
  const age = ageOn(person, days / 2);
  for (const condition of chronic)
    if (age >= condition.ageFrom && chance.chance(condition.share))
      found.push(...chronicCourse(chance, all, person, condition));
  if (person.sex === 'female' && age >= 21 && age <= 40 && chance.chance(0.13))
    found.push(...pregnancy(chance, all, person));
  return withinCover(chance, person, withinIntervals(found)).filter(({ endedAt }) => dayOf(endedAt) < days);
}

/** Honest people have most scans and lenses no sooner than they may: monthly packs are another matter. */
function withinIntervals(visits: readonly Visit[]): Visit[] {
  const rare = new Map([
    ['LEN', 365],
    ['FRA', 730],
    ['EYE', 180],
    ['SCA', 180],
    ['PSA', 180],
    ['PAP', 365],
    ['HBA', 80],
    ['LIP', 80],
    ['TAM', 25],
    ['TFT', 60],
  ]);
  const last = new Map<string, number>();
  return [...visits]
    .sort((a, b) => a.startedAt - b.startedAt)
    .map((visit) => {
      const lines = visit.lines.filter(({ service, day }) => {
        const interval = rare.get(service);
        const before = last.get(service);
        if (interval === undefined) return true;
        if (before !== undefined && day - before < interval) return false;
        last.set(service, day);
        return true;
      });
      return { ...visit, lines };
    })
    .filter(({ lines }) => lines.length > 0);
}

/** Nobody comes after cover has ended, except a few who do not know yet. */
function withinCover(chance: Chance, { coverEndsOn, diedOn }: Person, visits: readonly Visit[]): Visit[] {
  return visits.filter(({ startedAt }) => {
    const day = dayOf(startedAt);
    if (diedOn !== null && day > diedOn) return false;
    return coverEndsOn === null || day <= coverEndsOn || (day <= coverEndsOn + 10 && chance.chance(0.15));
  });
}
