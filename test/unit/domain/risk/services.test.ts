import { describe, expect, test } from 'vitest';
import type { NearClaim } from '../../../../schema/domain/risk/facts.ts';
import {
  aClaim,
  aLine,
  aNear,
  aPerson,
  aService,
  at,
  catalogue,
  findingsOf,
  saidBy,
  someFacts,
} from './builders.ts';

describe('frequency', () => {
  const services = catalogue(aService('CON', { minIntervalDays: 25 }));
  const used = (serviceDate: string, number = 'CLM-26-000050') =>
    aNear({
      number,
      lines: [
        { service: 'LAB', serviceDate },
        { service: 'CON', serviceDate },
      ],
    });
  test('sooner than the interval, the nearest use named', () => {
    const others = [used('2026-02-20'), used('2026-03-09', 'CLM-26-000060'), used('2026-03-01')];
    expect(saidBy('frequency', someFacts({ services, others }))).toEqual([
      'CON of 2026-03-10 lies 1 day from that of 2026-03-09 in CLM-26-000060; 25 must lie between them.',
    ]);
  });
  test('a medicine fetched when a fifth of it is left weighs half, and anything else in full', () => {
    const weight = (group: string, last: string) =>
      findingsOf(
        'frequency',
        someFacts({
          services: catalogue(aService('CON', { minIntervalDays: 25, group })),
          others: [used(last)],
        }),
      ).map((finding) => finding.weight);
    expect(weight('drug', '2026-02-18')).toEqual([0.15]);
    expect(weight('drug', '2026-02-19')).toEqual([0.3]);
    expect(weight('laboratory', '2026-02-18')).toEqual([0.3]);
  });
  test('what is billed late may come before what is known', () =>
    expect(findingsOf('frequency', someFacts({ services, others: [used('2026-03-30')] }))).toHaveLength(1));
  test('the day after the interval, the same day, and a service without an interval are fine', () => {
    expect(findingsOf('frequency', someFacts({ services, others: [used('2026-02-13')] }))).toEqual([]);
    expect(findingsOf('frequency', someFacts({ services, others: [used('2026-03-10')] }))).toEqual([]);
    expect(findingsOf('frequency', someFacts({ others: [used('2026-03-09')] }))).toEqual([]);
    expect(
      findingsOf(
        'frequency',
        someFacts({ services: catalogue(aService('CON')), others: [used('2026-03-09')] }),
      ),
    ).toEqual([]);
  });
});

describe('sex and age', () => {
  const said = (given: Parameters<typeof someFacts>[0]) => saidBy('sex_age_mismatch', someFacts(given));
  const man = aPerson({ sex: 'male' });
  const of = (code: string) => aClaim({ diagnoses: [{ code: 'B54' }, { code }] });
  test('a service for women, for grown-ups, for children', () => {
    const women = catalogue(aService('CON', { sex: 'female' }));
    expect(said({ person: man, services: women })).toEqual([
      'CON is for female persons only; this person is male.',
    ]);
    expect(said({ services: women })).toEqual([]);
    expect(said({ services: catalogue(aService('CON', { ageFrom: 40 })) })).toEqual([
      'CON is for persons of 40 and over; this one was 35.',
    ]);
    expect(said({ services: catalogue(aService('CON', { ageTo: 15 })) })).toEqual([
      'CON is for persons up to 15; this one was 35.',
    ]);
    expect(said({ services: catalogue(aService('CON', { ageFrom: 35, ageTo: 35 })) })).toEqual([]);
  });
  test('a diagnosis is named by its place, never by its code', () => {
    expect(said({ person: man, claim: of('O80') })).toEqual([
      'Diagnosis 2 is for female persons only; this person is male.',
    ]);
    expect(said({ claim: of('N40.1') })).toHaveLength(1);
    expect(said({ claim: of('C53.9') })).toEqual([]);
    expect(said({ person: aPerson({ birthDate: '2020-01-01' }), claim: of('H25.9') })).toHaveLength(1);
    expect(said({ claim: of('Z38.0') })).toEqual(['Diagnosis 2 is for persons up to 0; this one was 35.']);
  });
  test('ranges end where they end, whatever the code’s length', () => {
    expect(said({ person: man, claim: of('O9A.2') })).toHaveLength(1);
    expect(said({ person: man, claim: of('P01') })).toEqual([]);
    expect(said({ person: man, claim: of('D07.4') })).toEqual([]);
    expect(said({ person: man, claim: of('D07.39') })).toHaveLength(1);
  });
  test('before birth is an impossible date and no mismatch', () => {
    const person = aPerson({ birthDate: '2026-03-11' });
    expect(
      said({ person, claim: of('H25.9'), services: catalogue(aService('CON', { ageFrom: 4 })) }),
    ).toEqual([]);
  });
});

describe('unbundling', () => {
  const services = catalogue(aService('PKG', { parts: ['CON', 'LAB'] }), aService('CON'));
  const both = aClaim({ lines: [aLine('PKG'), aLine('CON', { line: 2 })] });
  test('a part beside the whole on one claim is told of the part', () => {
    const [found, ...more] = findingsOf('unbundling', someFacts({ services, claim: both }));
    expect(more).toEqual([]);
    expect(found).toMatchObject({ line: 2, claims: [] });
    expect(found?.evidence).toBe('CON is part of PKG, which this claim bills within 2 days.');
  });
  test('a part of what another claim bills, and a whole whose part another claim bills', () => {
    const whole = aNear({ lines: [{ service: 'PKG', serviceDate: '2026-03-12' }] });
    expect(saidBy('unbundling', someFacts({ services, others: [whole] }))).toEqual([
      'CON is part of PKG, which CLM-26-000050 bills within 2 days.',
    ]);
    const claim = aClaim({ lines: [aLine('PKG')] });
    expect(findingsOf('unbundling', someFacts({ services, claim, others: [aNear()] }))).toMatchObject([
      { evidence: 'PKG holds CON, which CLM-26-000050 bills within 2 days.', claims: ['CLM-26-000050'] },
    ]);
  });
  test('three days apart is another matter at another facility; at the same one it weighs half within a week', () => {
    const whole = aNear({ lines: [{ service: 'PKG', serviceDate: '2026-03-13' }] });
    const found = (...others: NearClaim[]) => findingsOf('unbundling', someFacts({ services, others }));
    expect(found({ ...whole, facilityId: 'F2' })).toEqual([]);
    expect(found(whole)).toMatchObject([
      { weight: 0.175, evidence: 'CON is part of PKG, which CLM-26-000050 bills within 7 days.' },
    ]);
    expect(found({ ...whole, lines: [{ service: 'PKG', serviceDate: '2026-03-18' }] })).toEqual([]);
  });
  test('of several, the nearest is named', () => {
    const on = (number: string, serviceDate: string) =>
      aNear({ number, lines: [{ service: 'PKG', serviceDate }] });
    const others = [
      on('CLM-26-000051', '2026-03-15'),
      on('CLM-26-000052', '2026-03-11'),
      on('CLM-26-000053', '2026-03-12'),
    ];
    expect(findingsOf('unbundling', someFacts({ services, others }))).toMatchObject([
      { weight: 0.35, claims: ['CLM-26-000052'] },
    ]);
  });
});

describe('out-patient as in-patient', () => {
  const day = aClaim({ encounterType: 'inpatient', endedAt: at('2026-03-10T17:30') });
  const said = (given: Parameters<typeof someFacts>[0]) =>
    saidBy('outpatient_as_inpatient', someFacts(given));
  test('an admission without a night', () =>
    expect(said({ claim: day })).toEqual([
      'Billed as an admission, but it lasted 7 hours on 2026-03-10, and no night.',
    ]));
  test('half an hour over midnight is a night, by the clocks of the tenant', () => {
    const over = { encounterType: 'inpatient' as const, startedAt: at('2026-03-10T23:50') };
    expect(said({ claim: aClaim({ ...over, endedAt: at('2026-03-11T00:20') }) })).toEqual([]);
    expect(said({ claim: aClaim({ ...over, endedAt: at('2026-03-10T23:59') }) })).toHaveLength(1);
  });
  test('a visit, dates that cannot be, and somebody who died that day are not meant', () => {
    expect(said({})).toEqual([]);
    expect(said({ claim: { ...day, endedAt: at('2026-03-10T09:00') } })).toEqual([]);
    expect(said({ claim: day, person: aPerson({ deathDate: '2026-03-10' }) })).toEqual([]);
  });
  test('somebody who is admitted elsewhere on that day was moved on', () => {
    const next = aNear({
      encounterType: 'inpatient',
      facilityId: 'F2',
      startedAt: at('2026-03-10T18:00'),
      endedAt: at('2026-03-12T18:00'),
    });
    expect(said({ claim: day, others: [next] })).toEqual([]);
    expect(said({ claim: day, others: [{ ...next, startedAt: at('2026-03-11T18:00') }] })).toHaveLength(1);
    expect(said({ claim: day, others: [{ ...next, facilityId: 'F1' }] })).toHaveLength(1);
  });
});

describe('family size', () => {
  const said = (dependants: { covered: number; most: number; place: number | null } | null) =>
    saidBy('family_size', someFacts({ person: aPerson({ dependants }) }));
  test('a dependant beyond what the plan takes, by place or, where that is unknown, by number', () => {
    expect(said({ covered: 6, most: 4, place: 5 })).toEqual([
      'The person is dependant 5 of the family; its plan takes 4.',
    ]);
    expect(said({ covered: 6, most: 4, place: null })).toEqual([
      'The family has 6 dependants; its plan takes 4.',
    ]);
  });
  test('those who joined first are not meant, nor a principal', () => {
    expect(said({ covered: 6, most: 4, place: 4 })).toEqual([]);
    expect(said({ covered: 4, most: 4, place: null })).toEqual([]);
    expect(said(null)).toEqual([]);
  });
});
