/**
 * Frauds, planted by people who know what they gain and not by which figures they are found out. This file knows nothing of the
 * rules: what is copied, shifted, raised or invented follows from distributions that overlap with what honest people do.
 */
import { services } from './catalogue.ts';
import type { Scene } from './pool.ts';
import { bursts, busyDays, families, hugging, upcoding } from './schemes.ts';
import { ageOn, lineOf } from './visits.ts';
import { dayOf, days, type Facility, facilityFor, momentOf, type Person, type Visit } from './world.ts';

/** Nobody is defrauded on the first days: an insurer has history before this story begins. */
const from = 75;
const isLater = ({ startedAt }: Visit) => dayOf(startedAt) >= from && dayOf(startedAt) < days - 40;
const hour_ms = 3_600_000;
const day_ms = 24 * hour_ms;

/** The same, so much later, with another's prices where it is another facility. */
function moved({ chance }: Scene, visit: Visit, facility: Facility, by: number): Visit {
  const isHere = facility === visit.facility;
  return {
    ...visit,
    facility,
    practitioner: isHere ? visit.practitioner : chance.pick(facility.practitioners),
    encounterId: null,
    startedAt: visit.startedAt + by * day_ms + Math.round(chance.normal(0, 1) * hour_ms),
    endedAt: visit.endedAt + by * day_ms + Math.round(chance.normal(0, 0.2) * hour_ms) + hour_ms,
    lines: visit.lines.map((line) => ({
      ...line,
      day: line.day + by,
      unitPrice: isHere ? line.unitPrice : lineOf(facility, line.service, line.day).unitPrice,
    })),
    submittedAt: null,
    isNeeded: false,
  };
}

/** A copy is made of what has been sent, and sent some days or weeks later. */
function copied({ chance }: Scene, first: Visit, copy: Visit): Visit {
  const last = Math.max(first.submittedAt ?? first.endedAt, copy.endedAt);
  const day = dayOf(last) + Math.ceil(chance.lognormal(10, 0.8));
  return { ...copy, isNeeded: false, submittedAt: momentOf(day, chance.between(9, 17)) };
}

function duplicate(scene: Scene): Visit[] {
  const { chance, pool } = scene;
  const first = pool.pick(isLater);
  const some = first.lines.filter(() => chance.chance(0.8));
  const lines = (chance.chance(0.3) && some.length > 0 ? some : first.lines).map((line) => ({ ...line }));
  return [copied(scene, first, { ...first, lines, encounterId: null })];
}

function nearDuplicate(scene: Scene): Visit[] {
  const { chance, pool, all } = scene;
  const first = pool.pick((visit) => isLater(visit) && visit.encounterType === 'outpatient');
  if (chance.chance(0.6))
    return [copied(scene, first, moved(scene, first, first.facility, chance.geometric(0.4)))];
  const friend = facilityFor(chance, all, first.person.family.city, [first.facility.kind]);
  const by = friend === first.facility ? 1 : chance.int(-1, 2);
  return [copied(scene, first, moved(scene, first, friend, by))];
}

const impossible: readonly ((scene: Scene) => Visit[])[] = [
  // In the future: billed in advance.
  ({ chance, pool }) => {
    const visit = pool.take(isLater);
    return [{ ...visit, submittedAt: visit.startedAt - Math.round(chance.lognormal(5, 0.8) * day_ms) }];
  },
  // Before birth: on the card of a child born since.
  ({ chance, pool }) => {
    const visit = pool.take((one) => isLater(one) && ageOn(one.person, dayOf(one.startedAt)) < 3);
    const born = dayOf(visit.startedAt) + Math.ceil(chance.lognormal(30, 0.8));
    return [{ ...visit, person: { ...visit.person, id: `${visit.person.id}-n`, birthDay: born } }];
  },
  // After death, or after cover has ended.
  (scene) => {
    const { chance, pool, people } = scene;
    const gone = people.filter(({ diedOn, coverEndsOn }) => (diedOn ?? coverEndsOn ?? days) < days - 60);
    const person = chance.pick(gone);
    const visit = pool.take((one) => isLater(one) && one.lines.length > 1);
    const last = person.diedOn ?? person.coverEndsOn ?? 0;
    const by = Math.max(from, last + Math.ceil(chance.lognormal(20, 0.8))) - dayOf(visit.startedAt);
    return [
      { ...moved(scene, visit, visit.facility, Math.min(by, days - 20 - dayOf(visit.startedAt))), person },
    ];
  },
  // Discharged before admitted.
  ({ chance, pool }) => {
    const visit = pool.take((one) => isLater(one) && one.encounterType === 'inpatient');
    return [{ ...visit, endedAt: visit.startedAt - Math.round(chance.lognormal(40, 0.7) * hour_ms) }];
  },
  // Admitted while admitted elsewhere.
  (scene) => {
    const { chance, pool, all } = scene;
    const first = pool.pick(
      (visit) =>
        isLater(visit) &&
        visit.endedAt - visit.startedAt > 30 * hour_ms &&
        visit.encounterType === 'inpatient',
    );
    const nights = Math.round((first.endedAt - first.startedAt) / day_ms);
    const other = facilityFor(
      chance,
      all.filter((facility) => facility !== first.facility),
      first.person.family.city,
      ['hospital'],
    );
    return [copied(scene, first, moved(scene, first, other, chance.int(0, Math.max(0, nights - 1))))];
  },
  // Seen in another city at about the same time, with a lent or copied card.
  (scene) => {
    const { chance, pool, all } = scene;
    const first = pool.pick((visit) => isLater(visit) && visit.encounterType === 'outpatient');
    const away = all.filter(
      ({ city, kind }) => city !== first.facility.city && ['hospital', 'clinic'].includes(kind),
    );
    const copy = moved(scene, first, chance.pick(away), 0);
    const startedAt = first.startedAt + Math.round(chance.normal(0, 1) * hour_ms);
    const endedAt = startedAt + Math.round(chance.between(0.3, 2) * hour_ms);
    return [copied(scene, first, { ...copy, startedAt, endedAt })];
  },
];

function price({ chance, pool }: Scene): Visit[] {
  const visit = pool.take((one) => isLater(one) && one.lines.length > 1);
  const factor = chance.lognormal(2, 0.35);
  const share = chance.between(0.4, 1);
  const sure = chance.int(0, visit.lines.length - 1);
  const lines = visit.lines.map((line, i) =>
    i === sure || chance.chance(share)
      ? { ...line, unitPrice: Math.round((line.unitPrice * factor) / 5_000) * 5_000 }
      : line,
  );
  return [{ ...visit, lines }];
}

const anything = [
  'FBC',
  'URN',
  'EUC',
  'LFT',
  'LIP',
  'CUL',
  'TFT',
  'USA',
  'XCH',
  'ECG',
  'AMX',
  'OME',
  'AZI',
  'CEF',
  'FLU',
  'NEB',
];

/** More is billed than the complaint wants: tests, drugs, units. */
function padding({ chance, pool }: Scene): Visit[] {
  const visit = pool.take(
    (one) => isLater(one) && one.encounterType === 'outpatient' && one.lines.length > 1,
  );
  const day = dayOf(visit.startedAt);
  const had = new Set(visit.lines.map(({ service }) => service));
  const more = chance
    .shuffled(anything.filter((service) => !had.has(service)))
    .slice(0, 2 + chance.geometric(0.6))
    .map((service) => lineOf(visit.facility, service, day, chance.chance(0.3) ? chance.int(2, 4) : 1));
  return [{ ...visit, lines: [...visit.lines, ...more] }];
}

/** What may be had every so often is had again sooner, here or elsewhere. */
function frequency(scene: Scene): Visit[] {
  const { chance, pool, all } = scene;
  const intervalOf = (service: string) => services.get(service)?.minIntervalDays ?? null;
  const first = pool.pick(
    (visit) => isLater(visit) && visit.lines.some(({ service }) => intervalOf(service) !== null),
  );
  const lines = first.lines.filter(({ service }) => intervalOf(service) !== null);
  const interval = Math.min(...lines.map(({ service }) => intervalOf(service) ?? 0));
  const last = days - 20 - dayOf(first.startedAt);
  const by = Math.max(2, Math.min(last, Math.round(chance.between(0.1, 1) * interval)));
  const at = chance.chance(0.6)
    ? first.facility
    : facilityFor(chance, all, first.person.family.city, [first.facility.kind]);
  return [copied(scene, first, moved(scene, { ...first, lines }, at, by))];
}

const isRestricted = ({ lines, diagnoses }: Visit) =>
  diagnoses.some((code) => /^(O|Z3|N40|N92|D25|N76|Z00\.12)/.test(code)) ||
  lines.some(({ service }) => {
    const known = services.get(service);
    return known !== undefined && (known.sex !== null || known.ageTo !== null || known.ageFrom !== null);
  });

/** A card is lent within the family, for what only the one who borrows it can have. */
function lentCard({ chance, pool }: Scene): Visit[] {
  const isChild = (person: Person) => ageOn(person, days / 2) < 18;
  // To somebody grown of the other sex; what children have, to anybody grown.
  const other = ({ person }: Visit): Person[] =>
    person.family.people.filter(
      (one) => one !== person && !isChild(one) && (isChild(person) || one.sex !== person.sex),
    );
  const visit = pool.take((one) => isLater(one) && isRestricted(one) && other(one).length > 0);
  return [{ ...visit, person: chance.pick(other(visit)) }];
}

/** What a package holds is billed beside it, on the same claim or on one of its own some days off. */
function unbundling(scene: Scene): Visit[] {
  const { chance, pool } = scene;
  const partsOf = ({ lines }: Visit) => lines.flatMap(({ service }) => services.get(service)?.parts ?? []);
  const whole = pool.take((visit) => isLater(visit) && partsOf(visit).length > 0);
  const parts = chance.shuffled([...new Set(partsOf(whole))]).slice(0, chance.int(1, 3));
  const day = dayOf(whole.startedAt);
  const more = (on: number) => parts.map((service) => lineOf(whole.facility, service, on));
  if (chance.chance(0.65)) return [{ ...whole, lines: [...whole.lines, ...more(day)] }];
  const by = chance.geometric(0.4) - 1;
  const later = moved(scene, { ...whole, lines: [] }, whole.facility, by);
  return [whole, { ...later, lines: more(day + by), encounterType: 'outpatient' }];
}

/** A visit billed as an admission; now and then the papers say that the night was spent. */
function asAdmission({ chance, pool }: Scene): Visit[] {
  const visit = pool.take(
    (one) =>
      isLater(one) &&
      ['outpatient', 'emergency'].includes(one.encounterType) &&
      one.facility.kind !== 'pharmacy',
  );
  const day = dayOf(visit.startedAt);
  const stay = ['WRD', 'NUR', 'RND'].map((service) => lineOf(visit.facility, service, day));
  const isHidden = chance.chance(0.12);
  const endedAt = isHidden
    ? momentOf(day + 1, chance.between(6, 11))
    : Math.min(momentOf(day, 23.5), visit.endedAt + Math.round(chance.between(1, 7) * hour_ms));
  return [
    {
      ...visit,
      encounterType: 'inpatient',
      endedAt: Math.max(endedAt, visit.startedAt),
      lines: [...visit.lines, ...stay],
    },
  ];
}

const single: readonly (readonly [
  kind: string,
  many: number,
  plant: (scene: Scene, n: number) => Visit[],
])[] = [
  ['duplicate', 60, duplicate],
  ['near_duplicate', 50, nearDuplicate],
  ['impossible_dates', 60, (scene, n) => (impossible[n % impossible.length] ?? duplicate)(scene)],
  ['price_outlier', 55, price],
  ['diagnosis_outlier', 45, padding],
  ['frequency', 52, frequency],
  ['sex_age_mismatch', 48, lentCard],
  ['unbundling', 48, unbundling],
  ['outpatient_as_inpatient', 48, asAdmission],
];

/** Of what goes on for months there are so many. */
const lasting = [
  ['upcoding', 36, upcoding],
  ['threshold_hugging', 30, hugging],
  ['rapid_fire', 18, bursts],
  ['busy_practitioner', 18, busyDays],
  ['family_size', 32, families],
] as const;

/** Plants six hundred frauds (`share` 1), or that share of them; each is one claim or several that are one act. */
export function plant(scene: Scene, share: number): Visit[] {
  let id = 0;
  const found: Visit[] = [];
  const mark = (kind: string, acts: readonly (readonly Visit[])[]) => {
    for (const act of acts) {
      id++;
      for (const visit of act) found.push({ ...visit, fraud: { id, kind }, isSlip: false });
    }
  };
  for (const [kind, many, plan] of lasting) mark(kind, plan(scene, Math.round(many * share)));
  for (const [kind, many, one] of single)
    mark(
      kind,
      Array.from({ length: Math.round(many * share) }, (_, n) => one(scene, n)),
    );
  return found;
}
