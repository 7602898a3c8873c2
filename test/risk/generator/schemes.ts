/** Frauds that are made of many claims. Like `frauds.ts`, this knows nothing of the rules. */
import { acute } from './conditions.ts';
import type { Scene } from './pool.ts';
import { episode, lineOf, visitOf } from './visits.ts';
import {
  dateOf,
  dayOf,
  days,
  type Facility,
  facilityFor,
  momentOf,
  type Person,
  type Visit,
} from './world.ts';

const monthOf = ({ startedAt }: Visit) => dateOf(dayOf(startedAt)).slice(0, 7);

/**
 * What a facility makes of its visits month by month, from some day on: a month is one act. Facilities are drawn until there are so
 * many acts, each practising for nine months at most.
 */
function byMonth(
  { chance, all, pool }: Scene,
  many: number,
  isMeant: (visit: Visit) => boolean,
  practice: (facility: Facility) => (visit: Visit) => Visit | null,
): Visit[][] {
  const acts: Visit[][] = [];
  const suited = all.filter(({ kind }) => kind === 'clinic' || kind === 'hospital');
  for (const facility of chance.shuffled(suited)) {
    if (acts.length >= many) break;
    // From the first of a month on: November to February.
    const begin = chance.pick([61, 91, 122, 153]);
    const visits = pool.of(facility).filter((visit) => dayOf(visit.startedAt) >= begin && isMeant(visit));
    const months = new Set(visits.map(monthOf));
    // Whoever has a handful of patients a month gains nothing from it.
    if (visits.length < 8 * months.size || months.size < 3) continue;
    const change = practice(facility);
    const byName = new Map<string, Visit[]>();
    const used = new Set<Visit>();
    for (const visit of visits) {
      const month = monthOf(visit);
      if (!byName.has(month) && byName.size >= Math.min(9, many - acts.length)) break;
      const made = change(visit);
      if (!made) continue;
      used.add(visit);
      byName.set(month, [...(byName.get(month) ?? []), made]);
    }
    pool.remove(used);
    acts.push(...byName.values());
  }
  return acts.slice(0, many);
}

const levelOf = (service: string) => (/^CON-[1-5]$/.test(service) ? Number(service.slice(4)) : null);

/** Consultations are billed at a higher level than they had. */
export function upcoding(scene: Scene, many: number): Visit[][] {
  const { chance } = scene;
  const hasConsultation = ({ lines }: Visit) => lines.some(({ service }) => levelOf(service) !== null);
  return byMonth(scene, many, hasConsultation, (facility) => {
    const rate = chance.between(0.5, 0.95);
    return (visit) => {
      if (!chance.chance(rate)) return null;
      const raise = chance.weighted([
        { item: 1, weight: 3 },
        { item: 2, weight: 5 },
        { item: 3, weight: 2 },
      ]);
      const lines = visit.lines.map((line) => {
        const level = levelOf(line.service);
        if (level === null) return line;
        return lineOf(facility, `CON-${Math.min(5, level + raise)}`, line.day);
      });
      return { ...visit, lines };
    };
  });
}

/** Amounts that a facility knows to be looked at less closely below, in kobo. */
const knownCeilings = [2_500_000, 10_000_000];

/** Claims are filled up to a little under what somebody would look at. */
export function hugging(scene: Scene, many: number): Visit[][] {
  const { chance } = scene;
  const amountOf = ({ lines }: Visit) =>
    lines.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0);
  const ceilingOf = (visit: Visit) =>
    knownCeilings.find((ceiling) => amountOf(visit) > ceiling * 0.3 && amountOf(visit) < ceiling * 0.9);
  return byMonth(
    scene,
    many,
    (visit) => ceilingOf(visit) !== undefined,
    () => {
      const rate = chance.between(0.3, 0.8);
      return (visit) => {
        const ceiling = ceilingOf(visit);
        if (ceiling === undefined || !chance.chance(rate)) return null;
        const under = ceiling * 0.025 * -Math.log(1 - chance.share());
        const missing = Math.floor((ceiling - under - amountOf(visit)) / 5_000) * 5_000;
        if (missing <= 0) return null;
        const filler = { service: chance.pick(['AMX', 'CEF', 'OME', 'AZI']), day: dayOf(visit.startedAt) };
        const quantity = missing > 1_500_000 ? 5 : missing > 600_000 ? 2 : 1;
        return {
          ...visit,
          lines: [
            ...visit.lines,
            { ...filler, quantity, unitPrice: Math.floor(missing / quantity / 1_000) * 1_000 },
          ],
        };
      };
    },
  );
}

/** A visit that never was, of somebody whose card is known. */
function invented({ chance }: Scene, facility: Facility, person: Person, day: number): Visit {
  const suited = acute.filter(
    ({ kinds, sex, ageFrom, ageTo }) => kinds.includes('clinic') && !sex && !ageFrom && !ageTo,
  );
  const visit = episode(chance, chance.pick(suited), person, facility, day);
  return { ...visit, encounterType: 'outpatient' };
}

/** Claims for many at once, before anybody looks. */
export function bursts(scene: Scene, many: number): Visit[][] {
  const { chance, all, people } = scene;
  return Array.from({ length: many }, () => {
    const facility = facilityFor(chance, all, chance.pick(all).city, ['hospital', 'clinic']);
    const near = people.filter(
      ({ family, coverEndsOn, diedOn }) =>
        family.city === facility.city && coverEndsOn === null && diedOn === null,
    );
    const day = chance.int(75, days - 15);
    let at = momentOf(day, chance.between(7, 22));
    return Array.from({ length: Math.max(12, Math.round(chance.lognormal(45, 0.5))) }, () => {
      const visit = invented(scene, facility, chance.pick(near), day - chance.int(1, 12));
      at += Math.round(chance.between(2_000, 20_000));
      return { ...visit, submittedAt: at };
    });
  });
}

/** One practitioner is said to have done more than there are hours for. */
export function busyDays(scene: Scene, many: number): Visit[][] {
  const { chance, all, people } = scene;
  return Array.from({ length: many }, () => {
    const facility = facilityFor(chance, all, chance.pick(all).city, ['hospital', 'clinic', 'dentist']);
    const near = people.filter(
      ({ family, coverEndsOn, diedOn }) =>
        family.city === facility.city && coverEndsOn === null && diedOn === null,
    );
    const services = facility.kind === 'dentist' ? ['FIL', 'EXT', 'DCK'] : ['PHY', 'DRE', 'NEB', 'SUT'];
    const practitioner = chance.pick(facility.practitioners);
    const day = chance.int(75, days - 40);
    const act: Visit[] = [];
    for (let left = Math.round(chance.lognormal(80, 0.3)); left > 0; ) {
      const quantity = Math.min(left, chance.int(1, 6));
      left -= quantity;
      const lines = [lineOf(facility, chance.pick(services), day, quantity)];
      const visit = visitOf(chance, {
        person: chance.pick(near),
        facility,
        day,
        type: facility.kind === 'dentist' ? 'dental' : 'outpatient',
        codes: [facility.kind === 'dentist' ? 'K02.9' : 'M54.5'],
        lines,
      });
      act.push({ ...visit, practitioner });
    }
    return act;
  });
}

/** People are put on a family's list beyond what its plan takes, and claimed for. */
export function families(scene: Scene, many: number): Visit[][] {
  const { chance, all, people } = scene;
  const limited = people.filter(({ place, family }) => place === 0 && family.most !== null);
  const extra: Person[] = Array.from({ length: Math.ceil(many / 3) }, (_, i) => {
    const head = chance.pick(limited);
    const place = (head.family.most ?? 0) + chance.int(1, 2);
    return {
      ...head,
      id: `${head.id}-x${i}`,
      isDependant: true,
      place,
      birthDay: head.birthDay + chance.int(-2_000, 7_000),
      sex: chance.pick(['male', 'female']),
    };
  });
  return Array.from({ length: many }, () => {
    const person = chance.pick(extra);
    const facility = facilityFor(chance, all, person.family.city, ['hospital', 'clinic']);
    return [invented(scene, facility, person, chance.int(75, days - 40))];
  });
}
