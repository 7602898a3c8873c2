import { addDays, ageOn, type CalendarDate } from '../../schema/domain/dates.ts';
import type { PutEnrollee } from '../../schema/forms/put-enrollee.ts';
import { type DemoGroup, demoGroups } from './clients.ts';
import { householdOf } from './household.ts';
import { type Names, peoples } from './names.ts';
import type { FacilityKey } from './organisations.ts';
import { type Random, seeded } from './random.ts';

/** A covered person of the demo, as the tenant is told of them. */
export type DemoEnrollee = PutEnrollee & { externalId: string };

type Sex = DemoEnrollee['sex'];

function bornYearsAgo(random: Random, today: CalendarDate, from: number, to: number): CalendarDate {
  return addDays(today, -Math.round(random.int(from, to) * 365.25) - random.int(1, 360));
}

/** 0800 is the freephone range and its numbers under 000 are given to nobody: no demo number rings anywhere. */
function phoneOf(nth: number): string {
  return `0800 000 ${nth.toString().padStart(4, '0')}`;
}

interface Household {
  random: Random;
  today: CalendarDate;
  group: DemoGroup;
  names: Names;
  familyName: string;
  /** external id of the principal */
  principal: string;
  coverFrom: CalendarDate;
  primary: FacilityKey;
}

/** A chance of its own for every family, so that what is drawn here changes nobody's name. */
const ownChance = (principal: string) =>
  seeded([...principal].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7));

const planOf = (principal: string, { plans }: DemoGroup) =>
  ownChance(principal).weighted(plans.map(({ plan, share }) => ({ item: plan, weight: share })));

/** Most choose the clinic or the hospital near their work; the specialists are few people's first address. */
const primaryOf = (principal: string) =>
  ownChance(`${principal} home`).weighted<FacilityKey>([
    { item: 'lagoon-view', weight: 48 },
    { item: 'marigold', weight: 36 },
    { item: 'baobab', weight: 16 },
  ]);

/** Whoever was there when the contract began came from the insurer before. */
function cameAlong({ group, today, coverFrom }: Household): { transferred?: boolean } {
  return group.transferred && coverFrom === addDays(today, -group.coveredDays) ? { transferred: true } : {};
}

/** Some names are given and family names alike; nobody has the same one twice. */
function firstNameOf({ random, names, familyName }: Household, sex: Sex): string {
  return random.pick(names[sex].filter((name) => name !== familyName));
}

function principalOf(home: Household, nth: number): DemoEnrollee {
  const { random, today, group, familyName, principal, coverFrom, primary } = home;
  const sex = random.chance(0.45) ? 'female' : 'male';
  const firstName = firstNameOf(home, sex);
  return {
    externalId: principal,
    clientCode: group.code,
    relation: 'principal',
    firstName,
    lastName: familyName,
    birthDate: bornYearsAgo(random, today, 24, 58),
    sex,
    phone: phoneOf(nth),
    email: `${firstName}.${familyName}.${nth}@${group.domain}`.toLowerCase(),
    coverFrom,
    plan: planOf(principal, group),
    primaryFacilityExternalId: primary,
    ...cameAlong(home),
  };
}

function dependantOf(
  home: Household,
  relation: 'spouse' | 'child',
  nth: number,
  birthDate: CalendarDate,
  sex: Sex,
): DemoEnrollee {
  const { group, familyName, principal, coverFrom, primary } = home;
  return {
    externalId: `${principal}-${relation === 'spouse' ? 's' : 'c'}${nth}`,
    clientCode: group.code,
    relation,
    principalExternalId: principal,
    firstName: firstNameOf(home, sex),
    lastName: familyName,
    birthDate,
    sex,
    // nobody is covered before birth
    coverFrom: birthDate > coverFrom ? birthDate : coverFrom,
    primaryFacilityExternalId: primary,
    ...cameAlong(home),
  };
}

function spouseOf(home: Household, { birthDate, sex }: DemoEnrollee): DemoEnrollee {
  const born = addDays(birthDate, home.random.int(-3 * 365, 6 * 365));
  const latest = addDays(home.today, -22 * 365);
  const tooYoung = born > latest;
  return dependantOf(home, 'spouse', 1, tooYoung ? latest : born, sex === 'female' ? 'male' : 'female');
}

/** Children two or three years apart, the eldest first; none older than 17 and none born before the parent was 23. */
function childrenOf(home: Household, { birthDate }: DemoEnrollee, most: number): DemoEnrollee[] {
  const { random, today } = home;
  const ages = Math.min(17, ageOn(birthDate, today) - 23);
  const found: DemoEnrollee[] = [];
  let born = ages < 1 ? today : bornYearsAgo(random, today, Math.max(0, ages - 8), ages - 1);
  while (found.length < most && born < today) {
    const child = dependantOf(home, 'child', found.length + 1, born, random.chance(0.5) ? 'female' : 'male');
    const taken = found.some(({ firstName }) => firstName === child.firstName);
    if (!taken) found.push(child);
    born = addDays(born, taken ? 1 : random.int(660, 1200));
  }
  return found;
}

function familyOf(home: Household, nth: number, room: number): DemoEnrollee[] {
  const { random } = home;
  const principal = principalOf(home, nth);
  const married = random.chance(0.62);
  const children = random.chance(married ? 0.85 : 0.2) ? random.int(1, married ? 4 : 1) : 0;
  const family = [
    principal,
    ...(married ? [spouseOf(home, principal)] : []),
    ...childrenOf(home, principal, children),
  ];
  return family.slice(0, room);
}

function groupOf(random: Random, today: CalendarDate, group: DemoGroup): DemoEnrollee[] {
  const people: DemoEnrollee[] = [];
  for (let family = 1; people.length < group.people; family += 1) {
    const names = random.weighted(peoples.map((item) => ({ item, weight: item.weight })));
    // most are there from the start of the contract, some joined since
    const joinedDays = random.chance(0.8) ? 0 : random.int(20, group.coveredDays - 120);
    const home: Household = {
      random,
      today,
      group,
      names,
      familyName: random.pick(names.family),
      principal: `${group.code.toLowerCase()}-${family.toString().padStart(3, '0')}`,
      coverFrom: addDays(today, joinedDays - group.coveredDays),
      primary: 'lagoon-view',
    };
    home.primary = primaryOf(home.principal);
    people.push(...familyOf(home, demoGroups.indexOf(group) * 1000 + family, group.people - people.length));
  }
  return people;
}

/** Those who joined last are still waiting for what has a waiting period. */
const LATE_DAYS = 40;

function joinedLately(people: DemoEnrollee[], today: CalendarDate): DemoEnrollee[] {
  const late = householdOf(people.at(-1)?.externalId ?? '');
  return people.map((person) => {
    const coverFrom = addDays(today, -LATE_DAYS);
    return householdOf(person.externalId) === late && person.birthDate < coverFrom
      ? { ...person, coverFrom }
      : person;
  });
}

/** One eldest child of a Bronze family came of age some weeks ago: the plan covers children to 18. */
const OF_AGE_DAYS = 35;

function cameOfAge(people: DemoEnrollee[], today: CalendarDate): DemoEnrollee[] {
  const bronze = new Set(people.filter(({ plan }) => plan === 'BRONZE').map(({ externalId }) => externalId));
  const [child] = people
    .filter(
      ({ externalId, principalExternalId = '' }) =>
        externalId.endsWith('-c1') && bronze.has(principalExternalId),
    )
    .toSorted((a, b) => (a.birthDate < b.birthDate ? -1 : 1));
  const day = addDays(today, -OF_AGE_DAYS);
  const birthDate = `${Number(day.slice(0, 4)) - 18}${day.slice(4)}`.replace('-02-29', '-02-28');
  return people.map((person) => (person === child ? { ...person, birthDate } : person));
}

/** 200 people in families, principals first; ages and covers are relative to `today`, everything else is always the same. */
export function demoEnrollees(today: CalendarDate): DemoEnrollee[] {
  const random = seeded(200);
  const people = demoGroups.flatMap((group) => groupOf(random, today, group));
  return cameOfAge(joinedLately(people, today), today);
}
