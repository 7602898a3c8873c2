import { expect, test } from 'vitest';
import { ageOn, daysBetween } from '../../../schema/domain/dates.ts';
import { putEnrolleeForm } from '../../../schema/forms/put-enrollee.ts';
import { demoGroups } from '../../../selfhost/demo/clients.ts';
import { demoEnrollees } from '../../../selfhost/demo/enrollees.ts';

const today = '2026-11-23';
const people = demoEnrollees(today);

test('200 people in two companies and on their own, each id once', () => {
  expect(people).toHaveLength(200);
  expect(new Set(people.map(({ externalId }) => externalId)).size).toBe(200);
  const codes = demoGroups.map(({ code }): string => code);
  expect(people.every(({ clientCode }) => codes.includes(clientCode))).toBe(true);
});

test('the form takes every one of them', () => {
  for (const person of people) expect(putEnrolleeForm.safeParse(person).error?.issues).toBeUndefined();
});

test('a dependant comes after their principal, of the same client and name', () => {
  const principals = new Map<string, (typeof people)[number]>();
  for (const person of people) {
    if (person.relation === 'principal') principals.set(person.externalId, person);
    else {
      const principal = principals.get(person.principalExternalId ?? '');
      expect(principal).toMatchObject({ clientCode: person.clientCode, lastName: person.lastName });
    }
  }
  expect(principals.size).toBeGreaterThan(60);
});

test('ages make sense: grown principals, minor children born apart, and born after their parent', () => {
  for (const person of people) {
    const age = ageOn(person.birthDate, today);
    if (person.relation === 'child') expect(age).toBeLessThanOrEqual(18);
    else expect(age).toBeGreaterThanOrEqual(21);
    expect(person.birthDate < today).toBe(true);
    expect(person.coverFrom >= person.birthDate && person.coverFrom <= today).toBe(true);
  }
  const families = Map.groupBy(
    people.filter(({ relation }) => relation === 'child'),
    ({ principalExternalId }) => principalExternalId,
  );
  for (const children of families.values()) {
    const births = children.map(({ birthDate }) => birthDate).sort();
    births.slice(1).forEach((birth, index) => {
      expect(daysBetween(births[index] ?? '', birth)).toBeGreaterThan(300);
    });
  }
});

test('every family is on a plan that its client offers, and all have a primary facility', () => {
  const offered = new Map(
    demoGroups.map(({ code, plans }) => [code as string, plans.map(({ plan }) => plan as string)]),
  );
  for (const { relation, clientCode, plan, primaryFacilityExternalId } of people) {
    if (relation === 'principal') expect(offered.get(clientCode)).toContain(plan);
    else expect(plan).toBeUndefined();
    expect(primaryFacilityExternalId).toBeTruthy();
  }
  expect(new Set(people.flatMap(({ plan }) => plan ?? []))).toEqual(new Set(['BRONZE', 'SILVER', 'GOLD']));
});

test('one child came of age since the family joined, on the plan that covers children to 18', () => {
  const grown = people.filter(
    ({ relation, birthDate }) => relation === 'child' && ageOn(birthDate, today) >= 18,
  );
  expect(grown).toHaveLength(1);
  const [child] = grown;
  expect(ageOn(child?.birthDate ?? '', child?.coverFrom ?? '')).toBe(17);
  expect(people.find(({ externalId }) => externalId === child?.principalExternalId)?.plan).toBe('BRONZE');
});

test('nobody has one name twice', () => {
  expect(people.filter(({ firstName, lastName }) => firstName === lastName)).toEqual([]);
});

test('no telephone of the demo rings anywhere', () => {
  const phones = people.flatMap(({ phone }) => phone ?? []);
  expect(phones.every((phone) => /^0800 000 \d{4}$/.test(phone))).toBe(true);
  expect(new Set(phones).size).toBe(phones.length);
  expect(people.flatMap(({ email }) => email ?? []).every((email) => email.endsWith('.example'))).toBe(true);
});

test('the same people come out every time, only their dates follow the day', () => {
  expect(demoEnrollees(today)).toEqual(people);
  const later = demoEnrollees('2026-12-23');
  expect(daysBetween(people[0]?.birthDate ?? '', later[0]?.birthDate ?? '')).toBe(30);
  expect(later[0]?.firstName).toBe(people[0]?.firstName);
});
