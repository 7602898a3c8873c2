import { expect, test } from 'vitest';
import type { Asking } from '../../../../schema/domain/authorizations/asking.ts';
import { type RequestFacts, request } from '../../../../schema/domain/authorizations/request.ts';
import { defaultAuthorizations } from '../../../../schema/domain/authorizations/settings.ts';
import { isRefusal } from '../../../../schema/domain/refusal.ts';

const hour_ms = 3_600_000;
/** noon in Lagos on a Thursday */
const at = Date.UTC(2026, 10, 26, 11);
const clerk = { at, id: 'clinic-clerk', name: 'Chi Clerk' };

const asking = (own: Partial<Asking> = {}): Asking => ({
  memberId: 'TST-INDV-00001-P',
  birthDate: '1990-05-17',
  encounterType: 'outpatient',
  urgency: 'URGENT',
  serviceDate: '2026-11-27',
  diagnoses: [{ code: 'B54', system: 'ICD-10' }],
  lines: [
    { service: 'USS', quantity: 2, unitPrice: 500_000 },
    { service: 'CONS', quantity: 1, unitPrice: 250_000 },
  ],
  currency: 'NGN',
  ...own,
});

const facts = (own: Partial<RequestFacts> = {}): RequestFacts => ({
  ...defaultAuthorizations,
  zone: 'Africa/Lagos',
  currency: 'NGN',
  id: 123,
  link: {
    facilityId: 'fac-1',
    name: 'Sunrise Clinic',
    inForce: [{ from: '2026-01-01', to: null }],
    profile: {},
  },
  enrollee: {
    id: 'enr-1',
    memberId: 'TST-INDV-00001-P',
    clientCode: 'INDV',
    firstName: 'Ngozi',
    lastName: 'Ade',
    birthDate: '1990-05-17',
  },
  services: new Map([
    ['USS', { active: true }],
    ['CONS', { active: true }],
    ['OLD', { active: false }],
  ]),
  nameOf: (service) => (service === 'USS' ? 'Ultrasound' : 'Consultation'),
  filedAs: null,
  byTelephone: false,
  isEntry: false,
  attachments: [],
  fileErrors: [],
  planOn: () => ({ code: 'FULL', scheme: 'private' }),
  priceOf: ({ unitPrice }) => ({ price: unitPrice, source: 'billed' }),
  ...own,
});

function filed(own: Partial<Asking> = {}, known: Partial<RequestFacts> = {}) {
  const made = request(asking(own), clerk, facts(known));
  if (isRefusal(made)) throw new Error(JSON.stringify(made.errors));
  return made;
}

function objections(own: Partial<Asking> = {}, known: Partial<RequestFacts> = {}) {
  const made = request(asking(own), clerk, facts(known));
  return isRefusal(made) ? (made.errors ?? []).map(({ field }) => field) : 'it was filed';
}

test('a request is numbered and waits, its lines priced, its clock running from the moment it is filed', () => {
  const made = filed({
    externalId: 'r-1',
    notes: 'Fever.',
    referral: 'Dr Musa',
    practitionerName: 'Dr Bello',
  });
  expect(made).toMatchObject({
    number: 'PA-26-000123',
    externalId: 'r-1',
    state: 'REQUESTED',
    version: 1,
    facilityName: 'Sunrise Clinic',
    enrolleeName: 'Ngozi Ade',
    planCode: 'FULL',
    requested: 1_250_000,
    requestedAt: at,
    dueAt: at + 4 * hour_ms,
    clock_ms: 4 * hour_ms,
    queryStops: true,
    mayProceed: false,
    submittedBy: 'clinic-clerk',
    entered: null,
    admission: null,
    conversation: [{ at, from: 'facility', by: 'Chi Clerk', kind: 'note', text: 'Fever.' }],
    history: [{ at, what: 'requested', by: 'Chi Clerk', detail: '' }],
  });
  expect(made.lines.map(({ name, requested }) => [name, requested])).toEqual([
    ['Ultrasound', 1_000_000],
    ['Consultation', 250_000],
  ]);
  expect(filed().conversation).toEqual([]);
});

test('its year is the one in which it was filed, in the tenant’s zone', () => {
  const newYear = { ...clerk, at: Date.UTC(2026, 11, 31, 23, 30) };
  const made = request(asking({ serviceDate: '2027-01-02' }), newYear, facts());
  expect(made).toMatchObject({ number: 'PA-27-000123' });
});

test.each([
  ['nhia', 'EMERGENCY', 0.5, false, true],
  ['nhia', 'URGENT', 1, false, true],
  ['nhia', 'ROUTINE', 1, false, true],
  ['private', 'EMERGENCY', 0.5, true, false],
  ['private', 'URGENT', 4, true, false],
  ['state', 'ROUTINE', 24, true, false],
] as const)(
  'under a %s plan an %s request is answered within %d hours',
  (scheme, urgency, hours, stops, proceeds) => {
    const made = filed({ urgency }, { planOn: () => ({ code: 'X', scheme }) });
    expect(made).toMatchObject({ dueAt: at + hours * hour_ms, queryStops: stops, mayProceed: proceeds });
  },
);

test('who is on no plan is answered as everybody else is, by the clock of private plans', () => {
  expect(filed({}, { planOn: () => null })).toMatchObject({ planCode: null, clock_ms: 4 * hour_ms });
});

test('an admission begins on the planned day and has no days yet', () => {
  expect(filed({ encounterType: 'inpatient' }).admission).toEqual({
    from: '2026-11-27',
    days: null,
    dischargedOn: null,
  });
});

test('what the staff file says who rang and when; a machine that names nobody filed it at once', () => {
  const call = { caller: 'Sister Joy', calledAt: '2026-11-26T10:55:00Z' };
  const entry = { isEntry: true, byTelephone: true };
  const made = filed({ ...call, notes: 'By telephone.' }, entry);
  expect(made.entered).toEqual({ by: 'Chi Clerk', caller: 'Sister Joy', calledAt: at - 5 * 60_000 });
  expect(made.conversation[0]?.from).toBe('tenant');
  expect(filed({}, { isEntry: true }).entered).toEqual({
    by: 'Chi Clerk',
    caller: 'Chi Clerk',
    calledAt: at,
  });
  expect(objections({}, entry)).toEqual(['caller', 'calledAt']);
  expect(objections({ ...call, calledAt: '2026-11-26T12:00:00Z' }, entry)).toEqual(['calledAt']);
});

test('every objection is told at once, each beside its field', () => {
  const own = {
    birthDate: '1991-01-01',
    serviceDate: '2025-12-31',
    currency: 'USD',
    lines: [
      { service: 'OLD', quantity: 1, unitPrice: 1 },
      { service: 'CONS', quantity: 1, unitPrice: 1 },
      { service: 'NONE', quantity: 1, unitPrice: 1 },
    ],
  };
  const known = { filedAs: 'PA-26-000001', fileErrors: [{ field: 'attachments.0', message: 'No.' }] };
  expect(objections(own, known)).toEqual([
    'serviceDate',
    'birthDate',
    'serviceDate',
    'lines.0.service',
    'lines.2.service',
    'currency',
    'externalId',
    'attachments.0',
  ]);
});

test('a facility without a link is told so at its name, a member whom nobody knows at theirs', () => {
  expect(objections({}, { link: null })).toEqual(['']);
  expect(objections({ facilityExternalId: 'SUN' }, { link: null })).toEqual(['facilityExternalId']);
  const never = { facilityId: 'f', name: 'F', inForce: [], profile: {} };
  expect(objections({ facilityExternalId: 'SUN' }, { link: never })).toEqual(['facilityExternalId']);
  expect(objections({}, { enrollee: null })).toEqual(['memberId']);
});

test('care is planned from today on for a year, in the tenant’s zone, and not before the member was born', () => {
  expect(filed({ serviceDate: '2026-11-26' }).serviceDate).toBe('2026-11-26');
  expect(objections({ serviceDate: '2026-11-25' })).toEqual(['serviceDate']);
  expect(filed({ serviceDate: '2027-11-26' }).serviceDate).toBe('2027-11-26');
  expect(objections({ serviceDate: '2027-11-27' })).toEqual(['serviceDate']);
  const unborn = { ...facts().enrollee, birthDate: '2026-12-24' } as NonNullable<RequestFacts['enrollee']>;
  expect(objections({ birthDate: '2026-12-24' }, { enrollee: unborn })).toEqual(['serviceDate']);
});

test('an emergency after the fact is filed within the hours that the tenant allows, on the day it began', () => {
  const happened = (text: string, serviceDate: string) =>
    objections({ urgency: 'EMERGENCY', happenedAt: text, serviceDate });
  expect(happened('2026-11-24T11:00:00Z', '2026-11-24')).toBe('it was filed');
  expect(happened('2026-11-24T10:59:59Z', '2026-11-24')).toEqual(['happenedAt']);
  expect(happened('2026-11-26T11:00:01Z', '2026-11-26')).toEqual(['happenedAt']);
  // half past midnight in Lagos is the evening before in UTC
  expect(happened('2026-11-25T23:30:00Z', '2026-11-26')).toBe('it was filed');
  expect(happened('2026-11-25T23:30:00Z', '2026-11-25')).toEqual(['serviceDate']);
});
