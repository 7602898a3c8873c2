import { describe, expect, test } from 'vitest';
import type { RiskFinding } from '../../../../schema/domain/risk/flag.ts';
import { isSuspicious, raiseFlags, raiseReached, riskOf } from '../../../../schema/domain/risk/raise.ts';
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

test('how claims came in is not undone by a correction', () => {
  const before = raiseFlags(aClaim('RESUBMITTED'), [finding({ rule: 'rapid_fire', weight: 0.4 })], tuesday);
  expect(raiseFlags(before, [], tuesday)).toMatchObject({ risk: 40, flags: [{ state: 'OPEN' }] });
});

test('an event that came from another claim is the same when its own line is found', () => {
  const before = raiseReached(aClaim('RESUBMITTED'), finding({ weight: 0, line: null }), tuesday);
  expect(raiseFlags(before, [finding()], tuesday)).toMatchObject({ risk: 60, flags: [{ n: 1, line: 1 }] });
});

describe('what is found later', () => {
  const pattern = finding({ rule: 'rapid_fire', weight: 0.4, claims: [], line: null });
  const filed = aClaim('RECEIVED');
  const soon = filed.submittedAt + 60_000;
  test('is said of an earlier claim once, whatever became of it there', () => {
    const once = raiseReached(filed, pattern, soon);
    expect(once).toMatchObject({ risk: 40, flags: [{ n: 1, at: soon, state: 'OPEN', disposed: null }] });
    expect(raiseReached(once, pattern, soon)).toBe(once);
    const dismissed = {
      ...once,
      flags: once.flags.map((flag) => ({ ...flag, state: 'DISMISSED' as const, disposed })),
    };
    expect(raiseReached(dismissed, pattern, soon)).toBe(dismissed);
  });
  test('by another claim it is another event, five at most', () => {
    const by = (n: number) => finding({ claims: [`CLM-26-00000${n}`] });
    let claim = raiseReached(filed, by(1), soon);
    expect(raiseReached(claim, by(1), soon)).toBe(claim);
    for (const n of [2, 3, 4, 5, 6, 7]) claim = raiseReached(claim, by(n), soon);
    expect(claim.flags.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5]);
  });
  test('a link that weighs nothing is shown once', () => {
    const once = raiseReached(filed, finding({ weight: 0 }), soon);
    expect(raiseReached(once, finding({ weight: 0, claims: ['CLM-26-000002'] }), soon)).toBe(once);
  });
  test('is not said of what came long before, and of pairs however long', () => {
    const late = filed.submittedAt + 1_800_000;
    expect(raiseReached(filed, pattern, late)).toBe(filed);
    expect(raiseReached(filed, finding(), late)).not.toBe(filed);
  });
  test('is said of an approved claim too, and of none that is not live any more', () => {
    expect(raiseReached(aClaim('APPROVED'), pattern, soon).flags).toHaveLength(1);
    for (const state of ['REJECTED', 'WITHDRAWN'] as const) {
      const claim = aClaim(state);
      expect(raiseReached(claim, pattern, soon)).toBe(claim);
    }
  });
});
