import { expect, test } from 'vitest';
import { engineReasons } from '../../../../schema/domain/adjudication/finding.ts';
import { fingerprintOf } from '../../../../schema/domain/adjudication/fingerprint.ts';
import { judge } from '../../../../schema/domain/adjudication/judge.ts';
import { ruleNames } from '../../../../schema/domain/adjudication/judgement.ts';
import { sentenceOf } from '../../../../schema/domain/adjudication/sentence-of.ts';
import { wordings } from '../../../../schema/domain/adjudication/wordings.ts';
import { consumptionOf } from '../../../../schema/domain/benefits/consumption.ts';
import { seededReasonCodes } from '../../../../schema/domain/claims/reason-codes.ts';
import { claimOf, factsOf } from './case.ts';

test('every reason the engine gives is in the table that tenants are seeded with, in its group', () => {
  const seeded = new Map(seededReasonCodes.map(({ code, group }) => [code, group]));
  for (const [code, group] of Object.entries(engineReasons)) expect(seeded.get(code)).toBe(group);
});

test('wordings stand in the order in which the rules speak', () => {
  expect(Object.keys(wordings)).toEqual([...ruleNames]);
});

test('a finding says itself with its figures, in the currency asked for', () => {
  const figures = { found: 'period', benefit: 'Dental', left: 1_200_000, most: 5_000_000, over: 800_000 };
  const finding = { rule: 'limit', effect: 'reduce', reason: null, figures } as const;
  const words = 'Dental has ₦ 12,000.00 of ₦ 50,000.00 left this plan year, so ₦ 8,000.00 is the enrollee’s.';
  expect(sentenceOf(finding, 'NGN')).toBe(words);
  expect(sentenceOf(finding, 'XOF')).toContain('XOF 8,000.00 is the enrollee’s');
});

test('a finding that lacks a figure leaves a dash, and one with words since gone says its rule', () => {
  const common = { rule: 'benefit', effect: 'refuse', reason: null } as const;
  expect(sentenceOf({ ...common, figures: { found: 'none', name: null } }, 'NGN')).toBe(
    'The plan has no benefit for –.',
  );
  expect(sentenceOf({ ...common, figures: { found: 'something else' } }, 'NGN')).toBe(
    'The rule “benefit” spoke.',
  );
});

test('a fingerprint is short, the same for the same figures and another for others', () => {
  const facts = factsOf({ plan: { benefits: { DENT: { limits: { period: 700 } } } } }, ['DENT']);
  const print = (unitPrice: number) =>
    judge(claimOf({ lines: [{ service: 'DENT', unitPrice }] }), facts).fingerprint;
  expect(print(500)).toMatch(/^[0-9a-z]{14}$/);
  expect(print(500)).toBe(print(500));
  const prints = Array.from({ length: 2000 }, (_, i) => print(i + 1));
  // Whatever lies beyond 2^32 minor units counts as well.
  prints.push(print(2 ** 33), print(2 ** 34));
  expect(new Set(prints).size).toBe(prints.length);
});

test('a fingerprint tells an absent benefit from a refused one', () => {
  const refusedOf = (services: object) =>
    judge(claimOf({ lines: ['X'] }), factsOf({ services: { X: null, ...services } }, ['X'])).lines;
  const inactive = refusedOf({ X: { active: false } });
  expect(fingerprintOf(refusedOf({}))).not.toBe(fingerprintOf(inactive));
});

test('what was judged by a plan that is not at hand is counted nowhere', () => {
  const claim = claimOf({ lines: ['DENT'] });
  const facts = factsOf({}, ['DENT']);
  const { lines } = judge(claim, facts);
  const other = { ...facts, plans: new Map() };
  expect(consumptionOf(claim, lines, other)).toEqual([]);
  expect(consumptionOf(claim, lines, factsOf({ plan: { benefits: { LAB: {} } } }, []))).toEqual([]);
});
