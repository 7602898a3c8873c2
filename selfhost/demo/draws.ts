import { addDays, ageOn, type CalendarDate } from '../../schema/domain/dates.ts';
import { awayFrom } from './cover-changes.ts';
import type { DemoEnrollee } from './enrollees.ts';
import { householdOf } from './household.ts';
import { type DemoFacility, demoFacility, type FacilityKey } from './organisations.ts';
import type { Random } from './random.ts';
import type { Visit } from './visit.ts';
import { visits } from './visits.ts';

const NEWEST_DAYS = 2;
const OLDEST_DAYS = 88;
const CLAIMS_EACH_MAX = 5;

/** Somebody comes with something on a day. */
export interface Draw {
  visit: Visit;
  facility: DemoFacility;
  enrollee: DemoEnrollee;
  date: CalendarDate;
  nights: number;
}

/** Who can come, and with what they have come so far. */
export interface Crowd {
  today: CalendarDate;
  enrollees: readonly DemoEnrollee[];
  /** families on the plan that pays for no specialist hospital */
  near: ReadonlySet<string>;
  /** families whose cover was suspended or ended, and from when on */
  away: ReadonlyMap<string, CalendarDate>;
  seen: Map<string, Visit[]>;
}

export function crowdOf(today: CalendarDate, enrollees: readonly DemoEnrollee[]): Crowd {
  const bronze = enrollees.filter(({ plan }) => plan === 'BRONZE');
  const near = new Set(bronze.map(({ externalId }) => householdOf(externalId)));
  return { today, enrollees, near, away: awayFrom(today, enrollees), seen: new Map() };
}

const isSunday = (date: CalendarDate) => new Date(`${date}T00:00:00Z`).getUTCDay() === 0;
const oncePerPerson = (visit: Visit) => visit.nights !== undefined || visit.accident === true;

/** Covered by then, and of the age and sex that such a visit is for. */
export function suits(enrollee: DemoEnrollee, { who, encounterType }: Visit, date: CalendarDate): boolean {
  const age = ageOn(enrollee.birthDate, date);
  const child = encounterType === 'maternity' && enrollee.relation === 'child';
  return (
    !child &&
    enrollee.coverFrom <= date &&
    age >= who.fromAge &&
    age <= who.toAge &&
    (!who.sex || who.sex === enrollee.sex)
  );
}

/** Mostly the primary facility, if it does such things; on Bronze hardly ever the specialists. */
function placeFor(random: Random, visit: Visit, enrollee: DemoEnrollee, { near }: Crowd): FacilityKey {
  const primary = visit.at.find((key) => key === enrollee.primaryFacilityExternalId);
  if (primary && random.chance(0.6)) return primary;
  const close = visit.at.filter((key) => key !== 'baobab');
  const stays = near.has(householdOf(enrollee.externalId)) && close.length > 0 && random.chance(0.9);
  return random.pick(stays ? close : visit.at);
}

/** Remembers who came with what. */
export function remember({ seen }: Crowd, { enrollee, visit }: Draw): void {
  seen.set(enrollee.externalId, [...(seen.get(enrollee.externalId) ?? []), visit]);
}

/** Somebody comes with something on some day; undefined when nobody suits. */
export function draw(random: Random, crowd: Crowd): Draw | undefined {
  const { today, enrollees, near, away, seen } = crowd;
  const visit = random.weighted(visits.map((item) => ({ item, weight: item.weight })));
  const nights = visit.nights ? random.int(visit.nights[0], visit.nights[1]) : 0;
  // the insurer grows: nearly half of the claims are of the last fortnight
  const daysAgo = random.chance(0.42) ? random.int(NEWEST_DAYS, 13) : random.int(14, OLDEST_DAYS);
  const drawn = addDays(today, -Math.max(daysAgo, nights + NEWEST_DAYS));
  const planned = visit.encounterType !== 'emergency' && visit.encounterType !== 'inpatient';
  const date = planned && isSunday(drawn) ? addDays(drawn, -1) : drawn;
  const onlyFar = visit.at.every((key) => key === 'baobab') && random.chance(0.75);
  const free = enrollees.filter((enrollee) => {
    const before = seen.get(enrollee.externalId) ?? [];
    const family = householdOf(enrollee.externalId);
    return (
      date < (away.get(family) ?? today) &&
      suits(enrollee, visit, date) &&
      before.length < CLAIMS_EACH_MAX &&
      !(oncePerPerson(visit) && before.includes(visit)) &&
      !(onlyFar && near.has(family))
    );
  });
  if (free.length === 0) return undefined;
  const enrollee = random.pick(free);
  const facility = demoFacility(placeFor(random, visit, enrollee, crowd));
  const drawing = { visit, facility, enrollee, date, nights };
  remember(crowd, drawing);
  return drawing;
}
