import type { EncounterType } from '../../../schema/domain/claims/claim.ts';
import { day_ms } from '../../../schema/domain/dates.ts';
import { services, usualPrice } from './catalogue.ts';
import type { Chance } from './chance.ts';

/** The first day, and how many there are: fourteen months. */
const firstDay = Date.UTC(2025, 8, 1);
export const days = 425;

/** The date of a day counted from the first. */
export const dateOf = (day: number): string => new Date(firstDay + day * day_ms).toISOString().slice(0, 10);
/** A moment by the clocks of Lagos, an hour ahead of UTC all year. */
export const momentOf = (day: number, hour: number): number =>
  Math.round(firstDay + day * day_ms + (hour - 1) * 3_600_000);
/** The day of a moment in Lagos. */
export const dayOf = (at: number): number => Math.floor((at + 3_600_000 - firstDay) / day_ms);

export interface City {
  lat: number;
  lon: number;
  weight: number;
}
const cities: readonly City[] = [
  { lat: 6.52, lon: 3.38, weight: 10 },
  { lat: 7.38, lon: 3.93, weight: 3 },
  { lat: 9.07, lon: 7.4, weight: 4 },
  { lat: 4.82, lon: 7.03, weight: 2 },
];

export interface Practitioner {
  name: string;
  licence: string | null;
}

export interface Facility {
  id: string;
  kind: string;
  level: string | null;
  city: City;
  place: { lat: number; lon: number } | null;
  /** how much it is gone to */
  size: number;
  prices: Map<string, number>;
  /** mean level of its consultations */
  levels: number;
  practitioners: Practitioner[];
  sends: 'at once' | 'daily' | 'weekly upload' | 'monthly' | 'monthly upload';
}

export interface Person {
  id: string;
  family: Family;
  isDependant: boolean;
  /** among the family's dependants */
  place: number;
  birthDay: number;
  sex: 'female' | 'male';
  diedOn: number | null;
  coverEndsOn: number | null;
  home: Facility;
}

export interface Family {
  city: City;
  people: Person[];
  most: number | null;
}

export interface Line {
  service: string;
  day: number;
  quantity: number;
  unitPrice: number;
}

/** One encounter as it will be claimed. */
export interface Visit {
  person: Person;
  facility: Facility;
  practitioner: Practitioner;
  encounterType: EncounterType;
  encounterId: string | null;
  startedAt: number;
  endedAt: number;
  diagnoses: string[];
  lines: Line[];
  /** null: as the facility usually sends its claims */
  submittedAt: number | null;
  corrects: Visit | null;
  /** decided against before it is corrected: no longer live then */
  rejected: boolean;
  fraud: { id: number; kind: string } | null;
  /** a mistake nobody meant, which ought to be flagged all the same: sent twice, or a price mistyped */
  isSlip: boolean;
  /** somebody copies it: it must be there */
  isNeeded: boolean;
}

const network = [
  { kind: 'hospital', level: 'tertiary', many: 4, size: 5, levels: 2.7, staff: 12 },
  { kind: 'hospital', level: 'secondary', many: 13, size: 2.5, levels: 2.2, staff: 6 },
  { kind: 'clinic', level: 'primary', many: 25, size: 1, levels: 1.7, staff: 2 },
  { kind: 'pharmacy', level: null, many: 10, size: 1.5, levels: 1, staff: 1 },
  { kind: 'laboratory', level: null, many: 7, size: 1.5, levels: 1, staff: 2 },
  { kind: 'optician', level: null, many: 6, size: 1, levels: 1, staff: 1 },
  { kind: 'dentist', level: 'primary', many: 8, size: 1, levels: 1.5, staff: 2 },
] as const;

const styles = [
  { item: 'at once' as const, weight: 7 },
  { item: 'daily' as const, weight: 7 },
  { item: 'weekly upload' as const, weight: 3 },
  { item: 'monthly' as const, weight: 2 },
  { item: 'monthly upload' as const, weight: 2 },
];

function facilityOf(
  chance: Chance,
  n: number,
  { kind, level, size, levels, staff }: (typeof network)[number],
): Facility {
  const city = chance.weighted(cities.map((item) => ({ item, weight: item.weight })));
  const dearness = chance.lognormal(level === 'tertiary' ? 1.2 : 1, 0.14);
  const isSpecialist = kind === 'clinic' && n % 12 === 0;
  const prices = new Map(
    [...services.keys()].map((code) => {
      const exact = usualPrice(code) * dearness * chance.lognormal(1, 0.07);
      return [code, Math.round(exact / 10_000) * 10_000 || 50_000];
    }),
  );
  return {
    id: `01FACILITY${String(n).padStart(16, '0')}`,
    kind,
    level: isSpecialist && chance.chance(0.6) ? 'secondary' : level,
    city,
    place: chance.chance(0.93)
      ? { lat: city.lat + chance.normal(0, 0.06), lon: city.lon + chance.normal(0, 0.06) }
      : null,
    size: chance.lognormal(size, 0.6),
    prices,
    levels: isSpecialist ? 3.4 : chance.normal(levels, 0.18),
    practitioners: Array.from({ length: Math.max(1, Math.round(chance.lognormal(staff, 0.4))) }, (_, i) => ({
      name: `Dr ${n}-${i}`,
      licence: chance.chance(0.85) ? `LIC-${n * 100 + i}` : null,
    })),
    sends: chance.weighted(styles),
  };
}

export function makeNetwork(chance: Chance): Facility[] {
  let n = 0;
  return network.flatMap((kind) => Array.from({ length: kind.many }, () => facilityOf(chance, ++n, kind)));
}

/** A facility of one of the kinds that somebody from a city goes to; in another city where theirs has none. */
export function facilityFor(
  chance: Chance,
  all: readonly Facility[],
  city: City,
  kinds: readonly string[],
): Facility {
  const suited = all.filter(({ kind }) => kinds.includes(kind));
  const near = suited.filter((facility) => facility.city === city);
  const from = near.length > 0 ? near : suited;
  return chance.weighted(from.map((item) => ({ item, weight: item.size })));
}

const year = 365;

/** One family: a principal, perhaps a spouse, children. A few have more dependants than their plan takes, honestly. */
export function makeFamily(chance: Chance, facilities: readonly Facility[], n: number): Family {
  const city = chance.weighted(cities.map((item) => ({ item, weight: item.weight })));
  const most = chance.weighted([
    { item: 4, weight: 3 },
    { item: 6, weight: 4 },
    { item: null, weight: 2 },
  ]);
  const family: Family = { city, people: [], most };
  const add = (age: number, sex: Person['sex']) => {
    const place = family.people.length;
    family.people.push({
      id: `E${n}-${place}`,
      family,
      isDependant: place > 0,
      place,
      birthDay: Math.round(days / 2 - age * year - chance.int(0, 364)),
      sex,
      diedOn: null,
      coverEndsOn: null,
      home: facilityFor(chance, facilities, city, ['clinic', 'hospital']),
    });
  };
  const age = chance.int(23, 60);
  const sex = chance.chance(0.55) ? 'male' : 'female';
  add(age, sex);
  if (chance.chance(0.6)) add(Math.max(19, age + chance.int(-7, 5)), sex === 'male' ? 'female' : 'male');
  const wanted = chance.weighted(
    [0, 1, 2, 3, 4, 5].map((item) => ({ item, weight: [4, 3, 4, 3, 1.5, 0.5][item] ?? 1 })),
  );
  const isOver = chance.chance(0.004);
  const children = isOver || most === null ? wanted : Math.min(wanted, most - 1);
  for (let i = 0; i < children; i++)
    add(Math.max(1, Math.min(20, age - 24 - chance.int(0, 14))), chance.pick(['male', 'female']));
  if (chance.chance(0.03)) {
    const leaver = chance.int(60, days);
    for (const person of family.people) person.coverEndsOn = leaver;
  }
  return family;
}
