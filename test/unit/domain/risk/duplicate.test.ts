import { describe, expect, test } from 'vitest';
import type { Means } from '../../../../schema/domain/risk/baseline.ts';
import { aClaim, aLine, aNear, at, findingsOf, meansOf, saidBy, someFacts } from './builders.ts';

const on = (serviceDate: string, services = ['CON']) => services.map((service) => ({ service, serviceDate }));
const near = (others: ReturnType<typeof aNear>[], claim = aClaim()) =>
  saidBy('near_duplicate', someFacts({ claim, others }));

describe('duplicate', () => {
  test('the same service on the same day at the same facility, with the other claim named', () => {
    const [found] = findingsOf('duplicate', someFacts({ others: [aNear()] }));
    expect(found).toMatchObject({ line: 1, claims: ['CLM-26-000050'] });
    expect(found?.evidence).toBe(
      'CON of 2026-03-10 was claimed by the same facility in CLM-26-000050 as well.',
    );
  });
  test('another service, another day or another facility is none', () => {
    const others = [
      aNear({ lines: [] }),
      aNear({ lines: on('2026-03-10', ['LAB']) }),
      aNear({ lines: on('2026-03-09') }),
      aNear({ facilityId: 'F2' }),
    ];
    expect(findingsOf('duplicate', someFacts({ others }))).toEqual([]);
  });
  test('five other claims at most are named', () => {
    const others = [1, 2, 3, 4, 5, 6, 6].map((n) => aNear({ number: `CLM-${n}` }));
    expect(findingsOf('duplicate', someFacts({ others }))[0]?.claims).toHaveLength(5);
  });
});

describe('near duplicate', () => {
  test('two days off at the same facility, over the end of a month', () => {
    const claim = aClaim({ serviceDate: '2026-03-01', lines: [aLine('CON', { serviceDate: '2026-03-01' })] });
    expect(near([aNear({ lines: on('2026-02-27') })], claim)).toEqual([
      'CON of 2026-03-01 was claimed by the same facility within 2 days in CLM-26-000050.',
    ]);
  });
  test('three days off is none', () => expect(near([aNear({ lines: on('2026-03-13') })])).toEqual([]));
  test('the same day at another facility is one', () =>
    expect(near([aNear({ facilityId: 'F2' })])).toEqual([
      'CON of 2026-03-10 was claimed by another facility within 2 days in CLM-26-000050.',
    ]));
  test('the same line again is a duplicate and no near one', () => expect(near([aNear()])).toEqual([]));
  test('days of one encounter that is billed in parts are not near one another', () => {
    const other = aNear({ encounterId: 'V1', lines: on('2026-03-09') });
    expect(near([other], aClaim({ encounterId: 'V1' }))).toEqual([]);
    expect(near([other], aClaim({ encounterId: 'V2' }))).toHaveLength(1);
  });

  const sessions = (nearOnes: number) => meansOf(60, (i) => ({ isNear: i % 10 < nearOnes }));
  test('what other facilities give in sessions may be given again, but not elsewhere as well', () => {
    const others = [aNear({ lines: on('2026-03-09') })];
    const withMeans = (means: Means, all = others) =>
      saidBy('near_duplicate', someFacts({ others: all, baselines: new Map([['price:CON:clinic', means]]) }));
    expect(withMeans(sessions(5))).toEqual([]);
    expect(withMeans(sessions(0))).toHaveLength(1);
    expect(withMeans(sessions(5), [...others, aNear({ facilityId: 'F2' })])).toHaveLength(1);
  });
  test('one that is put among sessions of which a later one has been filed is not excused', () => {
    const said = (given: Partial<Parameters<typeof aNear>[0]>) =>
      saidBy(
        'near_duplicate',
        someFacts({
          others: [aNear({ lines: on('2026-03-12'), ...given })],
          claim: aClaim({ submittedAt: at('2026-03-20T09:00') }),
          baselines: new Map([['price:CON:clinic', sessions(5)]]),
        }),
      ).length;
    expect(said({ submittedAt: at('2026-03-13T09:00') })).toBe(1);
    expect(said({ submittedAt: at('2026-03-19T18:00') })).toBe(0);
    expect(said({ submittedAt: at('2026-03-13T09:00'), lines: on('2026-03-09') })).toBe(0);
    const lines = [...on('2026-03-12', ['LAB']), ...on('2026-03-09')];
    expect(said({ submittedAt: at('2026-03-13T09:00'), lines })).toBe(0);
  });
});

test('a claim with one service of several in common follows from the other, and is not it again', () => {
  const lines = (services: string[]) => services.map((service, i) => aLine(service, { line: i + 1 }));
  const said = (own: string[], other: string[]) =>
    near([aNear({ lines: on('2026-03-09', other) })], aClaim({ lines: lines(own) })).length;
  expect(said(['CON'], ['CON', 'LAB', 'XRY'])).toBe(0);
  expect(said(['CON', 'ECG'], ['CON', 'LAB', 'XRY'])).toBe(0);
  expect(said(['CON'], ['CON', 'LAB'])).toBe(1);
  expect(said(['CON', 'LAB'], ['CON', 'LAB', 'XRY'])).toBe(2);
});

describe('a copy with another date', () => {
  const services = ['CON', 'LAB', 'XRY'];
  const claim = aClaim({ lines: services.map((service, i) => aLine(service, { line: i + 1 })) });
  test('all of its services again within a week', () =>
    expect(near([aNear({ lines: on('2026-03-05', services) })], claim)).toEqual([
      'All 3 services of CLM-26-000050 are claimed again, and no others, within 7 days.',
    ]));
  test('not after more than a week, nor with a service more, fewer or other, nor of a claim without lines', () => {
    expect(near([aNear({ lines: on('2026-03-02', services) })], claim)).toEqual([]);
    expect(near([aNear({ lines: on('2026-03-05', [...services, 'ECG']) })], claim)).toEqual([]);
    expect(near([aNear({ lines: on('2026-03-05', ['CON', 'LAB', 'ECG']) })], claim)).toEqual([]);
    expect(near([aNear({ lines: [] })], claim)).toEqual([]);
  });
  test('two services may well be needed again', () => {
    const small = aClaim({ lines: [aLine('CON'), aLine('LAB', { line: 2 })] });
    expect(near([aNear({ lines: on('2026-03-05', ['CON', 'LAB']) })], small)).toEqual([]);
  });
});
