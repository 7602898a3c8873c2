import { describe, expect, test } from 'vitest';
import { checkFirstDay, sameRules } from '../../../../schema/domain/plans/publishing.ts';
import { versionOn } from '../../../../schema/domain/plans/version-on.ts';
import { planRulesForm } from '../../../../schema/forms/plan-rules.ts';
import { rules } from './a-plan.ts';

const versions = [
  { version: 1, from: '2026-01-01' },
  { version: 2, from: '2027-01-01' },
];

describe('the version in force', () => {
  test.each([
    ['2025-12-31', undefined],
    ['2026-01-01', 1],
    ['2026-12-31', 1],
    ['2027-01-01', 2],
    ['2040-02-29', 2],
  ])('on %s is %s', (on, version) => {
    expect(versionOn(versions, on)?.version).toBe(version);
  });

  test('is never one without a date', () => {
    expect(versionOn([{ from: null }], '2026-01-01')).toBeNull();
  });
});

describe('the first day', () => {
  const wrong = (from: string, published = versions, today = '2026-11-25') =>
    checkFirstDay(from, published, today).map(({ message }) => message);

  test('of the first version may be past', () => {
    expect(wrong('2020-01-01', [])).toEqual([]);
  });
  test('of a later one is after that of the one before', () => {
    expect(wrong('2027-01-01')).toEqual(['Choose a day after 2027-01-01: version 2 begins then.']);
    expect(wrong('2027-01-02')).toEqual([]);
  });
  test('of a later one is not past', () => {
    expect(wrong('2026-11-24', versions.slice(0, 1))).toEqual([
      'Choose 2026-11-25 or a later day: claims before it were judged already.',
    ]);
    expect(wrong('2026-11-25', versions.slice(0, 1))).toEqual([]);
  });
});

test('rules are the same when every figure is, however they were sent', () => {
  const sent = planRulesForm.parse({
    onMove: 'carry used',
    benefits: [
      { name: 'Out-patient', groups: ['consultation'], category: 'outpatient', code: 'OPD' },
      { groups: ['admission'], code: 'ipd', name: ' In-patient ', category: 'inpatient' },
    ],
  });
  expect(sameRules(sent, planRulesForm.parse(rules()))).toBe(true);
  expect(sameRules(sent, planRulesForm.parse(rules({ deductible: 1 })))).toBe(false);
});
