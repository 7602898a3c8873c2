import { describe, expect, test } from 'vitest';
import type { Baseline, Means } from '../../../../schema/domain/risk/baseline.ts';
import { learn } from '../../../../schema/domain/risk/baselines.ts';
import type { RiskFacts } from '../../../../schema/domain/risk/facts.ts';
import {
  baselineAt,
  baselineKeysOf,
  diagnosisKey,
  practitionerKey,
} from '../../../../schema/domain/risk/keys.ts';
import { usualFor, withAmount } from '../../../../schema/domain/risk/means.ts';
import { defaultRisk } from '../../../../schema/domain/risk/settings.ts';
import { aClaim, aFacility, aLine, aService, at, catalogue, known, someFacts, thePeers } from './builders.ts';

const now = at('2026-03-10T10:00');
const day_ms = 86_400_000;

const learned = (
  means: Means | null,
  amounts: readonly number[],
  facilityOf = (i: number) => `G${i % 12}`,
  when = now,
) =>
  amounts.reduce<Means | null>(
    (known, amount, i) => withAmount(known, { facilityId: facilityOf(i), at: when, amount, isNear: false }),
    means,
  ) ?? { is: 'means' as const, spans: [] };
const many = (n: number, amount: number) => Array.from({ length: n }, () => amount);

describe('what amounts usually are', () => {
  test('the mean and the spread of other facilities', () => {
    const usual = usualFor(learned(null, [...many(30, 900_000), ...many(30, 1_100_000)]), 'F1', now, 20);
    expect(usual?.mean).toBeGreaterThan(950_000);
    expect(usual?.mean).toBeLessThan(1_050_000);
    expect(usual?.deviation).toBeGreaterThan(80_000);
    expect(usual?.n).toBeLessThan(60);
  });
  test('too few amounts, a single group of facilities, or only one’s own say nothing', () => {
    expect(usualFor(learned(null, many(10, 500)), 'F1', now, 20)).toBeNull();
    expect(
      usualFor(
        learned(null, many(50, 500), () => 'F2'),
        'F1',
        now,
        20,
      ),
    ).toBeNull();
    expect(
      usualFor(
        learned(null, many(50, 500), () => 'F1'),
        'F1',
        now,
        20,
      ),
    ).toBeNull();
    expect(usualFor({ is: 'means', spans: [] }, 'F1', now, 0)).toBeNull();
  });
  test('nothing is learned from an amount of zero', () => {
    expect(withAmount(null, { facilityId: 'F1', at: now, amount: 0, isNear: true }).spans).toEqual([]);
  });
  test('a facility cannot move what it is held against, however much it sends', () => {
    const honest = learned(null, many(60, 1_000_000));
    const dragged = learned(honest, many(500, 9_000_000), () => 'F1');
    expect(usualFor(dragged, 'F1', now, 20)).toEqual(usualFor(honest, 'F1', now, 20));
  });
  test('a fifth of amounts at ten times the mean lifts it by a third at most', () => {
    const mixed = Array.from({ length: 1_000 }, (_, i) => (i > 50 && i % 5 === 0 ? 10_000_000 : 1_000_000));
    expect(usualFor(learned(null, mixed), 'F1', now, 20)?.mean).toBeLessThan(1_350_000);
  });
  test('what is older than twelve months falls off, and the size stays bounded', () => {
    let means = learned(null, many(60, 1_000_000));
    expect(usualFor(means, 'F1', now + 366 * day_ms, 20)).toBeNull();
    for (let month = 0; month < 40; month++)
      means = learned(means, many(30, 123_456_789), undefined, now + month * 30 * day_ms);
    expect(means.spans.length).toBeLessThanOrEqual(6);
    expect(JSON.stringify(means).length).toBeLessThan(1_500);
  });
  test('a moment that comes late counts in the latest span', () => {
    const means = learned(learned(null, [500]), [500], undefined, now - 200 * day_ms);
    expect(means.spans).toHaveLength(1);
  });
});

describe('keys', () => {
  test('follow from the claim and its facility’s kind; each is there once', () => {
    const lines = [aLine('CON'), aLine('CON', { line: 2 }), aLine('LAB', { serviceDate: '2026-04-01' })];
    expect(baselineKeysOf(aClaim({ lines }), { kind: 'clinic', level: null })).toEqual([
      'facility:F1',
      'peers:clinic:',
      'diagnosis:B54:outpatient',
      'course:B54',
      'price:CON:clinic',
      'practitioner:LIC-1:2026-03',
      'price:LAB:clinic',
      'practitioner:LIC-1:2026-04',
    ]);
  });
  test('a claim without a diagnosis has no key of one', () => {
    expect(diagnosisKey(aClaim({ diagnoses: [] }))).toBeNull();
    const claim = aClaim({ diagnoses: [] });
    expect(baselineKeysOf(claim, { kind: 'clinic', level: 'primary' })).not.toContain('diagnosis');
  });
  test('a practitioner without a licence is known by a number, not by name', () => {
    const claim = aClaim({ practitionerLicence: null });
    const key = practitionerKey(claim, '2026-03-10');
    expect(key).toMatch(/^practitioner:F1\.\d+:2026-03$/);
    expect(practitionerKey({ ...claim, practitionerName: ' DR ADE' }, '2026-03-31')).toBe(key);
    expect(practitionerKey({ ...claim, facilityId: 'F2' }, '2026-03-10')).not.toBe(key);
  });
  test('a baseline of another kind than belongs under the key is none', () => {
    const baselines = new Map<string, Baseline>([['a', { is: 'practitioner', days: {} }]]);
    expect(baselineAt(baselines, 'a', 'means')).toBeNull();
    expect(baselineAt(baselines, 'b', 'means')).toBeNull();
    expect(baselineAt(baselines, 'a', 'practitioner')).toEqual({ is: 'practitioner', days: {} });
  });
});

describe('learning', () => {
  const services = catalogue(
    aService('CON', { consultationLevel: 2 }),
    aService('SUT', { group: 'procedure' }),
  );
  const claim = aClaim({
    lines: [aLine('CON'), aLine('SUT', { line: 2, quantity: 3 }), aLine('SUT', { line: 3 })],
  });
  const facts = someFacts({ claim, services, ceilings: [1_000_000] });
  const all = (given: RiskFacts, times: number) => {
    let baselines = new Map<string, Baseline>();
    for (let i = 0; i < times; i++)
      baselines = new Map([...baselines, ...learn({ ...given, baselines }, defaultRisk)]);
    return baselines;
  };

  test('puts a claim’s figures under each of its keys', () => {
    const found = learn(facts, defaultRisk);
    expect([...found.keys()].sort()).toEqual(baselineKeysOf(claim, facts.facility).sort());
    expect(found.get('practitioner:LIC-1:2026-03')).toEqual({
      is: 'practitioner',
      days: { '2026-03-10': 4 },
      traces: [100, 10],
    });
    expect(found.get('facility:F1')).toMatchObject({ window: { count: 1 }, placed: null });
  });
  test('changes nothing that it was handed, and adds to what is there', () => {
    const before = learn(facts, defaultRisk);
    const frozen = JSON.stringify([...before]);
    const after = learn({ ...facts, baselines: before }, defaultRisk);
    expect(JSON.stringify([...before])).toBe(frozen);
    expect(after.get('practitioner:LIC-1:2026-03')).toEqual({
      is: 'practitioner',
      days: { '2026-03-10': 8 },
      traces: [100, 10, 0, 10],
    });
  });
  test('a facility is placed among its peers by its thirtieth consultation, and moves with its mix', () => {
    expect(all(facts, 29).get('peers:clinic:primary')).toMatchObject({ levels: [] });
    const placed = all(facts, 30);
    expect(placed.get('peers:clinic:primary')).toMatchObject({ levels: [[20, 1]] });
    const high = { ...facts, services: catalogue(aService('CON', { consultationLevel: 5 })) };
    const moved = learn({ ...high, baselines: placed }, defaultRisk);
    expect(moved.get('peers:clinic:primary')).toMatchObject({ levels: [[21, 1]] });
    const lost = new Map(placed);
    lost.delete('peers:clinic:primary');
    expect(learn({ ...high, baselines: lost }, defaultRisk).get('peers:clinic:primary')).toMatchObject({
      levels: [[21, 1]],
    });
  });
  test('a facility that joins peers leaves their order by level', () => {
    const baselines = new Map<string, Baseline>([
      [
        'peers:clinic:primary',
        {
          is: 'peers',
          levels: [
            [10, 1],
            [20, 2],
            [30, 1],
          ],
          amounts: [],
        },
      ],
      ...[...all(facts, 29)].filter(([key]) => key === 'facility:F1'),
    ]);
    expect(learn({ ...facts, baselines }, defaultRisk).get('peers:clinic:primary')).toMatchObject({
      levels: [
        [10, 1],
        [20, 3],
        [30, 1],
      ],
    });
  });
  test('a facility that stops consulting leaves its place among its peers after 180 days', () => {
    const later = {
      ...claim,
      lines: [aLine('LAB')],
      claimed: 3,
      submittedAt: claim.submittedAt + 200 * day_ms,
    };
    const found = learn({ ...facts, claim: later, baselines: all(facts, 30) }, defaultRisk);
    expect(found.get('peers:clinic:primary')).toMatchObject({
      levels: [],
      amounts: [[expect.any(Number), 1, 0]],
    });
    expect(found.get('facility:F1')).toMatchObject({ placed: null });
  });
  test('consultations found too high are marked as such, and one case too many under a ceiling is none of its peers', () => {
    const findings = (['upcoding', 'threshold_hugging'] as const).map((rule) => ({ rule }));
    const tenDays = Math.floor(claim.submittedAt / (10 * day_ms));
    const under = (ours: number) =>
      learn(
        {
          ...facts,
          claim: { ...claim, claimed: 1_000_000 },
          baselines: known({
            'facility:F1': aFacility({ amounts: [[tenDays, 40, ours]] }),
            'peers:clinic:primary': thePeers({ amounts: [[tenDays, 440, ours + 20]] }),
          }),
        },
        defaultRisk,
        { findings, unreached: new Set() },
      );
    const clear = under(20);
    expect(clear.get('facility:F1')).toMatchObject({
      levels: [[tenDays, 1, 2, 1]],
      amounts: [[tenDays, 41, 21, 1]],
    });
    expect(clear.get('peers:clinic:primary')).toMatchObject({ amounts: [[tenDays, 441, 40]] });
    const slight = under(7);
    expect(slight.get('facility:F1')).toMatchObject({ amounts: [[tenDays, 41, 8]] });
    expect(slight.get('peers:clinic:primary')).toMatchObject({ amounts: [[tenDays, 441, 28]] });
  });
  test('how dear a facility is follows from others’ prices', () => {
    const means = learned(null, many(100, 500_000));
    const found = learn({ ...facts, baselines: new Map([['price:CON:clinic', means]]) }, defaultRisk);
    expect(found.get('facility:F1')).toMatchObject({ prices: [[expect.any(Number), 1, 200]] });
  });
  test('a claim that is scored again is learned already', () =>
    expect(learn({ ...facts, learned: true }, defaultRisk).size).toBe(0));
  test('a claim that corrects another counts as a submission only', () => {
    const found = learn({ ...facts, claim: { ...claim, replaces: 'CLM-26-000001' } }, defaultRisk);
    expect([...found.keys()]).toEqual(['facility:F1']);
    expect(found.get('facility:F1')).toMatchObject({ window: { count: 1 }, amounts: [] });
  });
  test('a key with something else under it begins anew', () => {
    const odd: Baseline = { is: 'peers', levels: [], amounts: [] };
    const baselines = new Map([
      ['price:CON:clinic', odd],
      ['practitioner:LIC-1:2026-03', odd],
    ]);
    const found = learn({ ...facts, baselines }, defaultRisk);
    expect(found.get('price:CON:clinic')?.is).toBe('means');
    expect(found.get('practitioner:LIC-1:2026-03')?.is).toBe('practitioner');
  });
  test('a claim without a diagnosis teaches none', () => {
    const found = learn({ ...facts, claim: { ...claim, diagnoses: [] } }, defaultRisk);
    expect([...found.keys()].filter((key) => key.startsWith('diagnosis'))).toEqual([]);
  });
});
