import { describe, expect, test } from 'vitest';
import { detect, scoreOf } from '../../../../schema/domain/risk/detect.ts';
import { defaultRisk } from '../../../../schema/domain/risk/settings.ts';
import { aClaim, aLine, aNear, findingsOf, someFacts } from './builders.ts';

const scored = (...weights: number[]) =>
  scoreOf(weights.map((weight, i) => ({ rule: i === 0 ? 'duplicate' : 'frequency', weight })));

describe('the score', () => {
  test('is 0 where nothing was found', () => expect(scoreOf([])).toBe(0));
  test('of one rule is its weight in hundredths', () => expect(scored(0.6)).toBe(60));
  test('of two rules is less than their sum', () => expect(scored(0.6, 0.3)).toBe(72));
  test('is rounded half up: 47.5 is 48', () => expect(scored(0.25, 0.3)).toBe(48));
  test('counts a rule once however much it found, with its greatest weight', () => {
    const twice = [
      { rule: 'duplicate' as const, weight: 0.4 },
      { rule: 'duplicate' as const, weight: 0.6 },
      { rule: 'duplicate' as const, weight: 0.5 },
    ];
    expect(scoreOf(twice)).toBe(60);
  });
});

describe('detecting', () => {
  test('an ordinary claim has no findings, even with nothing to compare it with', () =>
    expect(detect(someFacts(), defaultRisk)).toEqual([]));

  test('a rule that is off finds nothing, and one that is on has the tenant’s weight', () => {
    const facts = someFacts({ others: [aNear()] });
    const off = { ...defaultRisk, duplicate: { on: false, weight: 0.6 } };
    expect(findingsOf('duplicate', facts, off)).toEqual([]);
    const heavy = { ...defaultRisk, duplicate: { on: true, weight: 0.8 } };
    expect(findingsOf('duplicate', facts, heavy).map(({ weight }) => weight)).toEqual([0.8]);
  });

  test('at most five findings of one rule are kept', () => {
    const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
    const lines = names.map((service, i) => aLine(service, { line: i + 1 }));
    const near = aNear({ lines: names.map((service) => ({ service, serviceDate: '2026-03-10' })) });
    const found = findingsOf('duplicate', someFacts({ claim: aClaim({ lines }), others: [near] }));
    expect(found.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5]);
  });

  test('the claim itself, what it corrects and what corrects it are not others', () => {
    const claim = aClaim({ replaces: 'CLM-26-000007' });
    const others = [
      aNear({ number: claim.number }),
      aNear({ number: 'CLM-26-000007' }),
      aNear({ number: 'CLM-26-000300', replaces: claim.number }),
    ];
    expect(detect(someFacts({ claim, others }), defaultRisk)).toEqual([]);
  });
});
