import { describe, expect, test } from 'vitest';
import type { FacilityBaseline, PeersBaseline } from '../../../../schema/domain/risk/baseline.ts';
import { peerMix } from '../../../../schema/domain/risk/peers.ts';
import { partOf } from '../../../../schema/domain/risk/standing.ts';
import {
  aClaim,
  aFacility,
  aLine,
  aService,
  catalogue,
  findingsOf,
  known,
  saidBy,
  someFacts,
  spans,
  thePeers,
} from './builders.ts';

const { tenDays } = spans;

describe('upcoding', () => {
  const services = catalogue(
    aService('CON', { consultationLevel: 4 }),
    aService('LOW', { consultationLevel: 1 }),
  );
  const group = thePeers({
    levels: [
      [16, 1],
      [17, 3],
      [18, 3],
      [20, 1],
      [36, 1],
    ],
  });
  const high = aFacility({ levels: [[tenDays, 30, 108]], placed: 36 });
  const said = (facility: FacilityBaseline | null, group_: PeersBaseline | null, service = 'CON') =>
    saidBy(
      'upcoding',
      someFacts({
        services,
        claim: aClaim({ lines: [aLine(service)] }),
        baselines: known({
          ...(facility ? { 'facility:F1': facility } : {}),
          ...(group_ ? { 'peers:clinic:primary': group_ } : {}),
        }),
      }),
    );
  test('a mix of levels far above the peers’', () =>
    expect(said(high, group)).toEqual([
      "The facility's 30 consultations of the last 90 days have a mean level of 3.6; the median of 8 peers is 1.7, 12.8 deviations below.",
    ]));
  test('an ordinary mix, too few consultations, too few peers, or nothing known is none', () => {
    expect(said(aFacility({ levels: [[tenDays, 30, 54]], placed: 18 }), group)).toEqual([]);
    expect(said(aFacility({ levels: [[tenDays, 30, 45]], placed: 15 }), group)).toEqual([]);
    expect(said(aFacility({ levels: [[tenDays, 29, 104]] }), group)).toEqual([]);
    expect(
      said(
        high,
        thePeers({
          levels: [
            [17, 4],
            [36, 1],
          ],
        }),
      ),
    ).toEqual([]);
    expect(said(high, null)).toEqual([]);
    expect(said(null, group)).toEqual([]);
    expect(said(aFacility(), thePeers({}))).toEqual([]);
  });
  test('where 90 days have too few consultations, 180 days count', () => {
    const levels = [
      [tenDays - 12, 20, 72],
      [tenDays, 10, 36],
    ];
    expect(said(aFacility({ levels, placed: 36 }), group)[0]).toContain(
      '30 consultations of the last 180 days',
    );
  });
  test('a low consultation of such a facility was not coded up, and a claim without one neither', () => {
    expect(said(high, group, 'LOW')).toEqual([]);
    expect(said(high, group, 'LAB')).toEqual([]);
  });
  test('a level that is the expected one may have been coded up, the next is; what only children have is not', () => {
    const three = (service: string) =>
      findingsOf(
        'upcoding',
        someFacts({
          services: catalogue(
            aService('ONE', { consultationLevel: 1 }),
            aService('TWO', { consultationLevel: 2 }),
            aService('THREE', { consultationLevel: 3 }),
            aService('CHILD', { consultationLevel: 3, ageTo: 15 }),
          ),
          claim: aClaim({ lines: [aLine(service)] }),
          baselines: known({ 'facility:F1': high, 'peers:clinic:primary': group }),
        }),
      );
    const weights = ['ONE', 'TWO', 'THREE', 'CHILD'].map((service) => three(service)[0]?.weight ?? 0);
    expect(weights).toEqual([0, 0.175, 0.35, 0]);
    const lowest = { expected: 11 };
    expect([1, 2].map((level) => partOf(level, lowest))).toEqual([0, 1]);
  });

  describe('of a facility with too few peers', () => {
    const few = thePeers({
      levels: [
        [22, 1],
        [38, 1],
      ],
    });
    const before = [tenDays - 20, 60, 150];
    test('is what lies far above its own nine months before, by more than chance', () => {
      const levels = [before, [tenDays, 40, 152]];
      expect(said(aFacility({ levels, placed: 38 }), few)).toEqual([
        "The facility's 40 consultations of the last 90 days have a mean level of 3.8; there are too few peers, and of its 60 before them it was 2.5, 6.4 deviations below.",
      ]);
      expect(said(aFacility({ levels: [before, [tenDays, 40, 120]], placed: 30 }), few)).toEqual([]);
    });
    test('is not what was always so, nor what nobody can compare', () => {
      expect(
        said(
          aFacility({
            levels: [
              [tenDays - 20, 60, 228],
              [tenDays, 40, 152],
            ],
            placed: 38,
          }),
          few,
        ),
      ).toEqual([]);
      expect(
        said(
          aFacility({
            levels: [
              [tenDays - 20, 29, 60],
              [tenDays, 40, 152],
            ],
            placed: 38,
          }),
          few,
        ),
      ).toEqual([]);
      expect(said(aFacility({ levels: [[tenDays, 40, 152]], placed: 38 }), few)).toEqual([]);
    });
    test('is held against what it did while nothing was found', () => {
      const levels = [before, [tenDays - 12, 40, 200, 40], [tenDays, 40, 152]];
      expect(said(aFacility({ levels, placed: 38 }), few)[0]).toContain('of its 60 before them it was 2.5');
    });
    test('with thousands of consultations is still measured no finer than a tenth of a level', () => {
      const levels = [
        [tenDays - 20, 9_000, 18_000],
        [tenDays, 9_000, 20_520],
      ];
      expect(said(aFacility({ levels, placed: 23 }), few)).toEqual([]);
    });
  });

  test('nobody’s mix is measured more finely than a tenth', () => {
    expect(peerMix([[20, 9]], null).deviationOf()).toBe(1);
    expect(peerMix([[20, 9]], null)).toMatchObject({ n: 9, median: 20 });
  });
  test('without peers there is no middle', () =>
    expect(peerMix([], null)).toMatchObject({ n: 0, median: 0 }));
});
