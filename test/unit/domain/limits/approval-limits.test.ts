import { expect, test } from 'vitest';
import { isAbove, noLimits, seededLimits } from '../../../../schema/domain/limits/approval-limits.ts';

test('up to a ceiling somebody approves alone, one minor unit above it they do not', () => {
  expect(isAbove(50_000_000, 50_000_000)).toBe(false);
  expect(isAbove(50_000_001, 50_000_000)).toBe(true);
  expect(isAbove(0, 0)).toBe(false);
});

test('without limit nothing is above', () => {
  expect(isAbove(Number.MAX_SAFE_INTEGER, 'unlimited')).toBe(false);
});

test('absent means no: whoever was given no ceiling approves nothing alone', () => {
  expect(isAbove(1, noLimits.claim)).toBe(true);
  expect(isAbove(1, seededLimits.finance?.claim)).toBe(true);
});

test('the seeded roles start with their ceilings', () => {
  expect(seededLimits).toEqual({
    admin: { claim: 'unlimited', authorization: 'unlimited' },
    'claims-manager': { claim: 500_000_000, authorization: 500_000_000 },
    adjudicator: { claim: 50_000_000, authorization: 50_000_000 },
  });
});
