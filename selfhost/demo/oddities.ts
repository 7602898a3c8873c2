import { addDays, type CalendarDate } from '../../schema/domain/dates.ts';
import { type Crowd, type Draw, remember, suits } from './draws.ts';
import type { DemoEnrollee } from './enrollees.ts';
import { demoFacility, type FacilityKey } from './organisations.ts';
import { adults, always, anyone, children, outpatient, type Visit } from './visit.ts';
import { visits } from './visits.ts';

const named = (what: string): Visit => {
  const found = visits.find((visit) => visit.what === what);
  if (!found) throw new RangeError(`nobody of the demo comes for ${what}`);
  return found;
};

const men = { sex: 'male', fromAge: 25, toAge: 60 } as const;
const general = always('CON-001');

/** Mistakes of the front desk: a test for women billed for a man, a child's consultation for a grown-up. */
const testOfAWoman = outpatient(
  'stomach ache',
  1,
  men,
  [['R10.9']],
  [general, always('LAB-230'), always('PHA-151')],
);
const seenAsAChild = outpatient('fever', 1, adults, [['R50.9']], [always('CON-004'), always('LAB-101')]);
const infertility = outpatient(
  'infertility',
  1,
  { sex: 'female', fromAge: 27, toAge: 42 },
  [['N97.9']],
  [always('CON-002'), always('LAB-180'), always('RAD-011')],
  { referral: 'Marigold Clinic, Surulere' },
);
const keloid = outpatient('keloid', 1, adults, [['L91.0']], [general, always('PRO-206')]);
const scan = outpatient(
  'headache',
  1,
  adults,
  [['G43.909']],
  [general, always('RAD-040'), always('PHA-112')],
);
const tooMuchPhysiotherapy = outpatient(
  'back pain, treatment',
  1,
  adults,
  [['M54.5']],
  [always('CON-009'), always('PRO-205', 12)],
);
const allTheDrugs = outpatient(
  'diabetes, three months of drugs',
  1,
  { fromAge: 35, toAge: 70 },
  [['E11.9', 'I10']],
  [always('PHA-140', 6), always('PHA-141', 5), always('PHA-132', 4)],
  { encounterType: 'pharmacy' },
);

interface Odd {
  visit: Visit;
  at: FacilityKey;
  /** days before the demo, one claim of one and the same person each */
  daysAgo: readonly number[];
  /** the person; left out: the first whom it suits */
  who?: (enrollee: DemoEnrollee, crowd: Crowd) => boolean;
}

const is =
  (externalId: string): NonNullable<Odd['who']> =>
  (enrollee) =>
    enrollee.externalId === externalId;
const ofAge: NonNullable<Odd['who']> = ({ relation, birthDate }, { today }) =>
  relation === 'child' && birthDate <= `${Number(today.slice(0, 4)) - 18}${today.slice(4)}`;

/** At their primary facility nobody needs a letter, and on Gold nowhere. */
const fromElsewhere: NonNullable<Odd['who']> = ({ plan, primaryFacilityExternalId }) =>
  plan === 'SILVER' && primaryFacilityExternalId === 'marigold';

/** What does not come about by chance alone, some of it lately enough to be open still. */
const odd: readonly Odd[] = [
  { visit: testOfAWoman, at: 'lagoon-view', daysAgo: [3] },
  { visit: testOfAWoman, at: 'marigold', daysAgo: [40] },
  { visit: seenAsAChild, at: 'lagoon-view', daysAgo: [4] },
  { visit: seenAsAChild, at: 'marigold', daysAgo: [33] },
  { visit: infertility, at: 'lagoon-view', daysAgo: [26] },
  { visit: infertility, at: 'baobab', daysAgo: [3] },
  { visit: keloid, at: 'lagoon-view', daysAgo: [4] },
  { visit: { ...named('knee pain'), referral: '' }, at: 'lagoon-view', daysAgo: [3], who: fromElsewhere },
  { visit: scan, at: 'baobab', daysAgo: [4] },
  { visit: scan, at: 'lagoon-view', daysAgo: [21] },
  { visit: tooMuchPhysiotherapy, at: 'lagoon-view', daysAgo: [5] },
  { visit: allTheDrugs, at: 'marigold', daysAgo: [50, 24, 4] },
  { visit: named('glasses'), at: 'baobab', daysAgo: [70, 3] },
  { visit: named('scaling'), at: 'lagoon-view', daysAgo: [62, 5] },
  // those whose cover has changed come as if nothing had
  { visit: named('cold'), at: 'marigold', daysAgo: [4], who: is('palm-009') },
  { visit: named('malaria'), at: 'lagoon-view', daysAgo: [12], who: is('kest-004') },
  { visit: named('stomach bug'), at: 'lagoon-view', daysAgo: [5], who: is('indv-001') },
  {
    visit: outpatient('fever', 1, anyone, [['B54']], [general, always('LAB-101'), always('PHA-101')]),
    at: 'marigold',
    daysAgo: [6],
    who: ofAge,
  },
  { visit: named('antenatal'), at: 'lagoon-view', daysAgo: [5], who: is('indv-006-s1') },
  { visit: { ...named('caries'), who: children }, at: 'lagoon-view', daysAgo: [3, 2] },
];

function drawsOf({ visit, at, daysAgo, who = () => true }: Odd, crowd: Crowd): Draw[] {
  const { today, enrollees, seen } = crowd;
  const dates = daysAgo.map((days): CalendarDate => addDays(today, -days));
  const found = enrollees.find(
    (enrollee) =>
      who(enrollee, crowd) &&
      (seen.get(enrollee.externalId) ?? []).length === 0 &&
      dates.every((date) => suits(enrollee, visit, date)),
  );
  if (!found) return [];
  const draws = dates.map((date) => ({
    visit,
    facility: demoFacility(at),
    enrollee: found,
    date,
    nights: 0,
  }));
  for (const each of draws) remember(crowd, each);
  return draws;
}

/** The claims that show what else can be wrong with one. */
export const oddities = (crowd: Crowd): Draw[] => odd.flatMap((each) => drawsOf(each, crowd));
