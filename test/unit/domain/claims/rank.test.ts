import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { soonUntil } from '../../../../schema/domain/claims/due.ts';
import { matches, type QueueRule } from '../../../../schema/domain/claims/queue-rule.ts';
import {
  lastUnscored,
  ranked,
  rankOf,
  unscoredRank,
  urgencyOf,
} from '../../../../schema/domain/claims/rank.ts';
import { defaultRanking } from '../../../../schema/domain/tenant-settings.ts';
import { aClaim, hour, rules, tuesday } from './a-claim.ts';

const aRule = (changes: Partial<QueueRule> = {}): QueueRule => ({
  name: 'Dialysis first',
  hours: 4,
  facilityId: null,
  clientCode: null,
  planCode: null,
  serviceGroup: null,
  amountFrom: null,
  amountTo: null,
  encounterType: null,
  ...changes,
});

const ranking = (...queueRules: QueueRule[]) => ({ ...defaultRanking, queueRules });

describe('the rank of a claim (claims.md, Queue order)', () => {
  test('is its due moment where nothing presses', () => {
    expect(rankOf(aClaim('RECEIVED', { claimed: 0 }), defaultRanking)).toBe(tuesday + 10 * hour);
  });

  test('is 24 hours × risk / 100 earlier', () => {
    expect(rankOf(aClaim('RECEIVED', { claimed: 0, risk: 30 }), defaultRanking)).toBe(
      tuesday + 10 * hour - 7.2 * hour,
    );
  });

  test.each([
    [25_000_000, 6],
    [50_000_000, 12],
    [62_000_000, 12],
  ])('is, for %i minor units of a high value of 50,000,000, %i hours earlier', (claimed, hours) => {
    expect(rankOf(aClaim('RECEIVED', { claimed }), defaultRanking)).toBe(tuesday + (10 - hours) * hour);
  });

  test('is moved by the sum of the rules that match', () => {
    const claim = aClaim('RECEIVED', { claimed: 0 });
    const given = [aRule(), aRule({ hours: -6 }), aRule({ hours: 100, facilityId: 'another' })];
    expect(rankOf(claim, ranking(...given))).toBe(tuesday + 12 * hour);
    expect(urgencyOf(claim, ranking(...given))).toEqual({
      riskHours: 0,
      valueHours: 0,
      rules: given.slice(0, 2),
    });
  });

  test('is when it was submitted, until it is due', () => {
    const claim = aClaim('SUBMITTED', { dueAt: null, risk: 90 });
    expect(rankOf(claim, ranking(aRule()))).toBe(claim.submittedAt);
    expect(ranked(claim, ranking(aRule()))).toEqual({ ...claim, rankAt: claim.submittedAt });
  });

  test('is a whole number of milliseconds, never after the due moment, and the earlier the higher risk and amount are', () => {
    const figures = fc.record({
      risk: fc.integer({ min: 0, max: 100 }),
      claimed: fc.integer({ min: 0, max: 10 ** 12 }),
    });
    fc.assert(
      fc.property(figures, figures, (a, b) => {
        const at = (figure: typeof a) => rankOf(aClaim('RECEIVED', figure), defaultRanking);
        expect(Number.isSafeInteger(at(a))).toBe(true);
        expect(at(a)).toBeLessThanOrEqual(tuesday + 10 * hour);
        if (a.risk >= b.risk && a.claimed >= b.claimed) expect(at(a)).toBeLessThanOrEqual(at(b));
      }),
    );
  });
});

test('unscored, a claim stands where it would without risk; whatever stands before another stands unscored before its last moment', () => {
  const scored = fc.record({
    risk: fc.integer({ min: 0, max: 100 }),
    claimed: fc.integer({ min: 0, max: 10 ** 8 }),
  });
  const standing = (figure: { risk: number; claimed: number }) => {
    const { risk, dueAt, rankAt } = ranked(aClaim('RECEIVED', figure), defaultRanking);
    return { risk, dueAt, rankAt: rankAt ?? Number.NaN };
  };
  fc.assert(
    fc.property(scored, scored, (a, b) => {
      const unscored = rankOf(aClaim('RECEIVED', { ...a, risk: 0 }), defaultRanking);
      // each of the two is rounded to a millisecond
      expect(Math.abs(unscoredRank(standing(a)) - unscored)).toBeLessThanOrEqual(1);
      const [first, second] = [standing(a), standing(b)].sort((x, y) => x.rankAt - y.rankAt);
      if (first && second) expect(unscoredRank(first)).toBeLessThanOrEqual(lastUnscored(second));
    }),
  );
  expect(unscoredRank({ dueAt: null, rankAt: tuesday, risk: 80 })).toBe(tuesday);
});

test('soon due is what a quarter of the working hours is left to: of 72 hours, two working days', () => {
  expect(new Date(soonUntil(tuesday, rules)).toISOString()).toBe('2026-11-26T09:00:00.000Z');
});

describe('a payer rule', () => {
  const claim = aClaim('RECEIVED', { serviceGroups: ['dialysis', 'laboratory'] });

  test('that asks for nothing is about every claim', () => {
    expect(matches(aRule(), claim)).toBe(true);
  });

  test.each<[Partial<QueueRule>, Partial<QueueRule>]>([
    [{ facilityId: 'sunrise' }, { facilityId: 'another' }],
    [{ clientCode: 'INDV' }, { clientCode: 'ACME' }],
    [{ planCode: 'GOLD' }, { planCode: 'BASE' }],
    [{ serviceGroup: 'laboratory' }, { serviceGroup: 'surgery' }],
    [{ encounterType: 'outpatient' }, { encounterType: 'inpatient' }],
    [{ amountFrom: 800_000 }, { amountFrom: 800_001 }],
    [{ amountTo: 800_000 }, { amountTo: 799_999 }],
    [
      { clientCode: 'INDV', planCode: 'GOLD' },
      { clientCode: 'INDV', planCode: 'BASE' },
    ],
  ])('with %j matches, with %j it does not', (met, unmet) => {
    expect(matches(aRule(met), claim)).toBe(true);
    expect(matches(aRule(unmet), claim)).toBe(false);
  });

  test('about a plan is not about a claim without one', () => {
    expect(matches(aRule({ planCode: 'GOLD' }), { ...claim, planCode: null })).toBe(false);
  });
});
