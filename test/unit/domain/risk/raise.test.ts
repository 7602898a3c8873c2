import { expect, test } from 'vitest';
import type { RiskFinding } from '../../../../schema/domain/risk/flag.ts';
import { isSuspicious, raiseFlags, riskOf } from '../../../../schema/domain/risk/raise.ts';
import { aClaim, tuesday } from '../claims/a-claim.ts';

const finding = (changes: Partial<RiskFinding> = {}): RiskFinding => ({
  rule: 'duplicate',
  weight: 0.6,
  evidence: 'The same on CLM-26-000001.',
  claims: ['CLM-26-000001'],
  line: 1,
  ...changes,
});
const disposed = { by: 'ada', name: 'Ada Obi', at: tuesday, reason: 'Asked.' };

test('a claim on which nothing is found stays the very same', () => {
  const claim = aClaim('RECEIVED');
  expect(raiseFlags(claim, [], tuesday)).toBe(claim);
});

test('what is found is numbered and open, and makes the score', () => {
  const claim = raiseFlags(
    aClaim('RECEIVED'),
    [finding(), finding({ rule: 'frequency', weight: 0.3 })],
    tuesday,
  );
  expect(claim.flags.map(({ n, state, at }) => ({ n, state, at }))).toEqual([
    { n: 1, state: 'OPEN', at: tuesday },
    { n: 2, state: 'OPEN', at: tuesday },
  ]);
  expect(claim.risk).toBe(72);
});

test('scored again, what is found again keeps its number, what is not found any more goes, what is new counts on', () => {
  const before = raiseFlags(
    aClaim('RESUBMITTED'),
    [finding(), finding({ line: 2 }), finding({ rule: 'frequency', weight: 0.3, line: null })],
    tuesday,
  );
  const after = raiseFlags(
    before,
    [finding({ evidence: 'Still the same.' }), finding({ claims: ['CLM-26-000001', 'CLM-26-000002'] })],
    tuesday + 1,
  );
  expect(after.flags.map(({ n, evidence, at }) => ({ n, evidence, at }))).toEqual([
    { n: 1, evidence: 'Still the same.', at: tuesday },
    { n: 4, evidence: 'The same on CLM-26-000001.', at: tuesday + 1 },
  ]);
  expect(raiseFlags(after, [], tuesday)).toMatchObject({ flags: [], risk: 0 });
});

test('an event that somebody has disposed of stays, found again or not, and dismissed it does not count', () => {
  const [flag] = raiseFlags(aClaim('RECEIVED'), [finding()], tuesday).flags;
  if (!flag) throw new Error('no flag');
  const dismissed = { ...flag, state: 'DISMISSED' as const, disposed };
  const claim = aClaim('RESUBMITTED', { flags: [dismissed] });
  expect(raiseFlags(claim, [finding()], tuesday)).toMatchObject({ flags: [dismissed], risk: 0 });
  expect(raiseFlags(claim, [], tuesday)).toMatchObject({ flags: [dismissed], risk: 0 });
  expect(riskOf([{ ...flag, state: 'CONFIRMED', disposed }])).toBe(60);
});

test('the same rule about other claims, or another one with as many, is another event', () => {
  const claim = raiseFlags(aClaim('RECEIVED'), [finding()], tuesday);
  const after = raiseFlags(claim, [finding({ claims: ['CLM-26-000009'] })], tuesday);
  expect(after.flags.map(({ n }) => n)).toEqual([2]);
});

test('sixty points are suspicious, fewer are not', () => {
  expect(isSuspicious({ risk: 60 })).toBe(true);
  expect(isSuspicious({ risk: 59 })).toBe(false);
});

test('an event of a line that was corrected is the same one where the same is said of it', () => {
  const before = raiseFlags(aClaim('RESUBMITTED'), [finding(), finding({ line: 2 })], tuesday);
  const after = raiseFlags(before, [finding({ line: 3 }), finding({ line: 2 })], tuesday + 1);
  expect(after.flags.map(({ n, line, at }) => ({ n, line, at }))).toEqual([
    { n: 1, line: 3, at: tuesday },
    { n: 2, line: 2, at: tuesday },
  ]);
});
