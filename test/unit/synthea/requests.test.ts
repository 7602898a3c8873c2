import { expect, test } from 'vitest';
import { daysToMove } from '../../../examples/synthea/calendar.ts';
import { PLAN } from '../../../examples/synthea/plan.ts';
import { plainName, toRequests } from '../../../examples/synthea/requests.ts';
import { newestMoment, readSynthea } from '../../../examples/synthea/tables.ts';
import { checkIntake } from '../../../schema/domain/claims/intake.ts';
import { alwaysInForce } from '../../../schema/domain/network/link.ts';
import { checkRules } from '../../../schema/domain/plans/check-rules.ts';
import { planVersionForm } from '../../../schema/forms/plans.ts';
import { clientForm } from '../../../schema/forms/put-client.ts';
import { putEnrolleeForm } from '../../../schema/forms/put-enrollee.ts';
import { putFacilityForm } from '../../../schema/forms/put-facility.ts';
import { putServiceForm } from '../../../schema/forms/put-service.ts';
import { submitClaimForm } from '../../../schema/forms/submit-claim.ts';

const data = readSynthea();
const at = (days: number) => toRequests(data, { days, currency: 'NGN', timeZone: 'Africa/Lagos' });
const requests = at(1000);

test('a visit to the paediatrician, as the API takes it', () => {
  const claim = requests.claims.find(
    ({ externalId }) => externalId === '9120543f-28b9-96ae-09eb-d54f6d918234',
  );
  expect(claim).toEqual({
    externalId: '9120543f-28b9-96ae-09eb-d54f6d918234',
    facilityExternalId: 'e002090d-4e92-300e-b41e-7d1f21dee4c6',
    enrolleeExternalId: '3edac2e3-d223-6fae-d515-daf96ef6bc76',
    enrolleeName: 'Maynard Mosciski',
    birthDate: '2017-07-02',
    encounterType: 'outpatient',
    encounterId: '57f2562b-445c-f11c-ba40-edc55af3c84f',
    startedAt: '2025-10-23T16:17:47Z',
    endedAt: '2025-10-23T16:32:47Z',
    practitionerName: 'Víctor Noriega',
    diagnoses: [{ code: 'J02.8', system: 'ICD-10' }],
    lines: [{ service: 'SCT-185345009', quantity: 1, unitPrice: 7749, serviceDate: '2025-10-23' }],
    currency: 'NGN',
    total: 7749,
  });
});

test('the forms of the product take every request as it is', () => {
  for (const claim of requests.claims) expect(submitClaimForm.safeParse(claim).error?.issues).toBeUndefined();
  const puts = [
    ...requests.facilities.map((put) =>
      putFacilityForm.safeParse({ externalId: put.externalId, ...put.body }),
    ),
    ...requests.services.map((put) => putServiceForm.safeParse({ externalId: put.externalId, ...put.body })),
    ...requests.enrollees.map((put) =>
      putEnrolleeForm.safeParse({ externalId: put.externalId, ...put.body }),
    ),
    ...requests.plans.map(({ body }) => planVersionForm.safeParse(body)),
    ...requests.clients.map(({ body }) => clientForm.safeParse(body)),
  ];
  expect(puts.filter((parsed) => !parsed.success)).toEqual([]);
});

test('nothing is wrong with the plan, and it is in force before the first birth', () => {
  const [plan] = requests.plans;
  expect(plan?.externalId).toBe(PLAN);
  const { from, rules } = planVersionForm.parse(plan?.body);
  const groups = new Set(requests.services.map(({ body }) => body.group));
  const codes = new Set(requests.services.map(({ externalId }) => externalId));
  const facts = {
    groupExists: (code: string) => groups.has(code),
    serviceExists: (code: string) => codes.has(code),
  };
  expect(checkRules(rules, facts)).toEqual([]);
  for (const { body } of requests.enrollees) {
    expect(body).toMatchObject({ clientCode: 'SYNTH', plan: PLAN });
    expect(from <= String(body.birthDate)).toBe(true);
  }
});

test('a service has the middle of what was charged as its price, and none where nothing ever was', () => {
  const priceOf = (code: string) => requests.services.find(({ externalId }) => externalId === code)?.body;
  expect(priceOf('SCT-162673000')).toMatchObject({ price: 12_916, currency: 'NGN' });
  expect(priceOf('RXN-1870230')).not.toHaveProperty('price');
});

test('births, deaths and visits move by the same number of days', () => {
  const still = at(0);
  const days = (moved: string, original: string) => (Date.parse(moved) - Date.parse(original)) / 86_400_000;
  for (const [index, claim] of requests.claims.entries()) {
    const original = still.claims[index];
    expect(claim.externalId).toBe(original?.externalId);
    expect(days(claim.startedAt, original?.startedAt ?? '')).toBe(1000);
    expect(days(claim.birthDate, original?.birthDate ?? '')).toBe(1000);
    expect(days(claim.lines[0]?.serviceDate ?? '', original?.lines[0]?.serviceDate ?? '')).toBe(1000);
  }
  const deaths = requests.enrollees.flatMap(({ body }) => body.deathDate ?? []);
  expect(deaths).toEqual(['1979-04-21', '2006-12-16']);
});

test('no diagnosis is named twice on a claim and every claim has one', () => {
  for (const { diagnoses } of requests.claims) {
    expect(diagnoses.length).toBeGreaterThan(0);
    expect(new Set(diagnoses.map(({ code }) => code)).size).toBe(diagnoses.length);
  }
});

test('a line is dated in the time zone of the tenant', () => {
  const dated = (timeZone: string) =>
    toRequests(data, { days: 0, currency: 'NGN', timeZone }).claims.find(
      ({ externalId, startedAt }) => startedAt === '2024-01-24T23:23:46Z' && externalId,
    )?.lines[0]?.serviceDate;
  expect(dated('UTC')).toBe('2024-01-24');
  expect(dated('Africa/Lagos')).toBe('2024-01-25');
});

test('the numbers that Synthea puts behind its names are dropped', () => {
  expect(plainName('Víctor493 Noriega353')).toBe('Víctor Noriega');
});

test('intake has nothing against any claim, on the day to which they are moved', () => {
  const now = Date.parse('2026-11-23T06:00:00Z');
  const moved = at(daysToMove(newestMoment(data), new Date(now)));
  const people = new Map(
    moved.enrollees.map(({ externalId, body }) => [
      externalId,
      putEnrolleeForm.parse({ externalId, ...body }),
    ]),
  );
  const services = new Map(moved.services.map(({ externalId }) => [externalId, { active: true }]));
  const link = { inForce: alwaysInForce.inForce, profile: {} };
  for (const claim of moved.claims) {
    const enrollee = people.get(claim.enrolleeExternalId) ?? null;
    const facts = {
      at: now,
      zone: 'Africa/Lagos',
      currency: 'NGN',
      filingWindowDays: null,
      link,
      enrollee,
      services,
      filedAs: null,
    };
    expect(checkIntake(submitClaimForm.parse(claim), facts)).toEqual([]);
  }
});
