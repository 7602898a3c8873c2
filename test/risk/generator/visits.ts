import type { EncounterType } from '../../../schema/domain/claims/claim.ts';
import { services } from './catalogue.ts';
import type { Chance } from './chance.ts';
import type { Condition, Usual } from './conditions.ts';
import { type Facility, type Line, momentOf, type Person, type Visit } from './world.ts';

export const ageOn = (person: Person, day: number): number => Math.floor((day - person.birthDay) / 365.25);

/** What a facility asks for a service on a day; prices go up with the new year. */
function priceOf(facility: Facility, service: string, day: number): number {
  const price = (facility.prices.get(service) ?? 0) * (day >= 122 ? 1.08 : 1);
  return Math.round(price / 5_000) * 5_000;
}

export const lineOf = (facility: Facility, service: string, day: number, quantity = 1): Line => ({
  service,
  day,
  quantity,
  unitPrice: priceOf(facility, service, day),
});

/** Whether a service makes sense for somebody: honest people bill nothing else. */
function suits(service: string, person: Person, day: number): boolean {
  const { sex = null, ageFrom = null, ageTo = null } = services.get(service) ?? {};
  const age = ageOn(person, day);
  return (sex === null || sex === person.sex) && age >= (ageFrom ?? 0) && age <= (ageTo ?? 200);
}

/** The consultation that fits how ill somebody is, and how this facility works. */
export function consultation(
  chance: Chance,
  facility: Facility,
  person: Person,
  day: number,
  severity: number,
): string {
  if (ageOn(person, day) < 15 && chance.chance(0.4)) return 'CON-P';
  const level = Math.round(chance.normal(facility.levels + severity, 0.7));
  return `CON-${Math.max(1, Math.min(5, level))}`;
}

/** The usual lines, each with its probability. */
export function linesOf(
  chance: Chance,
  who: { person: Person; facility: Facility },
  usual: readonly Usual[],
  day: number,
): Line[] {
  return usual
    .filter(([service, probability]) => suits(service, who.person, day) && chance.chance(probability))
    .map(([service, , most = 1]) => lineOf(who.facility, service, day, chance.int(1, most)));
}

export interface Begun {
  person: Person;
  facility: Facility;
  day: number;
  type: EncounterType;
  codes: readonly string[];
  lines: Line[];
  hour?: number;
  nights?: number;
}

/** An encounter at an hour of the day, with somebody of the facility's staff. */
export function visitOf(
  chance: Chance,
  { person, facility, day, type, codes, lines, hour, nights = 0 }: Begun,
): Visit {
  const startedAt = momentOf(day, hour ?? chance.between(8, 16.5));
  const stay = nights > 0 ? momentOf(day + nights, chance.between(9, 16)) : null;
  return {
    person,
    facility,
    practitioner: chance.pick(facility.practitioners),
    encounterType: type,
    encounterId: chance.chance(0.4) ? `V${chance.int(1, 1e9)}` : null,
    startedAt,
    endedAt: stay ?? startedAt + Math.round(chance.between(0.3, 2.5) * 3_600_000),
    diagnoses: [...codes],
    lines: lines.length > 0 ? lines : [lineOf(facility, 'CON-1', day)],
    submittedAt: null,
    corrects: null,
    rejected: false,
    fraud: null,
    isNeeded: false,
    isSlip: false,
  };
}

/** One episode of a condition: the encounter itself. */
export function episode(
  chance: Chance,
  condition: Condition,
  person: Person,
  facility: Facility,
  day: number,
): Visit {
  const { type, codes, severity, lines: usual, anyHour } = condition;
  const who = { person, facility };
  const lines = linesOf(chance, who, usual, day);
  if (severity !== null)
    lines.unshift(lineOf(facility, consultation(chance, facility, person, day, severity), day));
  // One in forty goes home against advice on the day of the admission.
  const nights =
    condition.nights === undefined || chance.chance(0.025)
      ? 0
      : Math.max(1, Math.round(chance.lognormal(condition.nights, 0.5)));
  if (condition.nights !== undefined)
    lines.push(
      lineOf(facility, chance.chance(0.2) ? 'PRV' : 'WRD', day, Math.max(1, nights)),
      ...(isPackage(lines) ? [] : [lineOf(facility, 'NUR', day, Math.max(1, nights))]),
    );
  const hour = anyHour ? chance.between(0, 23.9) : undefined;
  return visitOf(chance, {
    person,
    facility,
    day,
    type,
    codes: [chance.pick(codes)],
    lines,
    nights,
    ...(hour === undefined ? {} : { hour }),
  });
}

const isPackage = (lines: readonly Line[]) =>
  lines.some(({ service }) => services.get(service)?.parts.includes('NUR'));
