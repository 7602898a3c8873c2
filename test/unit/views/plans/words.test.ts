import { describe, expect, test } from 'vitest';
import { blankRules } from '../../../../schema/domain/plans/blank-rules.ts';
import type { Benefit, DependantRules } from '../../../../schema/domain/plans/plan.ts';
import {
  conditionWords,
  coversWords,
  excludedWords,
  hasLimit,
  limitWords,
  payWords,
  permissionWords,
  waitingWords,
  whereWords,
  whoWords,
} from '../../../../views/plans/benefit-words.ts';
import { changeSentences, compareRules } from '../../../../views/plans/compare.ts';
import {
  deductibleWords,
  dependantWords,
  moveWords,
  overallWords,
} from '../../../../views/plans/plan-words.ts';
import { names, plain, rules, stating } from './samples.ts';

test('a benefit that states nothing says so', () => {
  expect(limitWords(plain, names)).toEqual(['No limit of its own']);
  expect(payWords(plain, names)).toEqual(['Nothing']);
  expect(waitingWords(plain)).toBe('From the first day');
  expect(whoWords(plain)).toBe('Everybody covered');
  expect(whereWords(plain)).toEqual(['With or without admission']);
  expect(permissionWords(plain, names)).toBe('Not needed');
  expect(coversWords(plain, names)).toEqual([]);
  expect(conditionWords(plain, names)).toEqual([]);
  expect(hasLimit(plain)).toBe(false);
});

test('a benefit that states everything says all of it', () => {
  expect(limitWords(stating, names)).toEqual([
    'Up to ₦ 400,000 a year, shared by the family',
    'Up to ₦ 20,000.50 a visit',
    'Up to ₦ 2,000,000 in a lifetime, shared by the family',
    'At most 1 visit a year',
    '300 days between two uses',
  ]);
  expect(payWords(stating, names)).toEqual([
    'The first ₦ 10,000 of a year',
    '10% of each service, at most ₦ 5,000 a visit',
  ]);
  expect(waitingWords(stating)).toBe('270 days after joining');
  expect(whoWords(stating)).toBe('Women and girls aged 15 to 50, principals and spouses');
  expect(whereWords(stating)).toEqual([
    'During an admission',
    'at the primary facility only, except in an emergency',
    'at secondary or tertiary facilities',
    'with a referral',
  ]);
  expect(permissionWords(stating, names)).toBe('Ask first above ₦ 50,000');
  expect(conditionWords(stating, names)).toEqual([
    'From 270 days after joining',
    'Women and girls aged 15 to 50, principals and spouses',
    'During an admission, at the primary facility only, except in an emergency, at secondary or tertiary facilities, with a referral',
    'Ask first above ₦ 50,000',
  ]);
  const referred = { ...plain, where: { ...plain.where, referral: true } };
  expect(conditionWords(referred, names)).toEqual(['With a referral']);
  expect(coversWords(stating, names)).toEqual(['Maternity care', 'gone', 'Dialysis', 'X-1']);
  expect(stating.exclusions.map((each) => excludedWords(each, names))).toEqual([
    ['Maternity care', 'Dialysis', 'diagnosis O00–O08'],
  ]);
});

describe('whom a benefit is for', () => {
  const who = (change: Partial<Benefit['who']>) => whoWords({ ...plain, who: { ...plain.who, ...change } });
  test.each<[Partial<Benefit['who']>, string]>([
    [{ sex: 'male' }, 'Men and boys'],
    [{ ageFrom: 18 }, 'People aged 18 or more'],
    [{ ageTo: 5 }, 'People aged up to 5'],
    [{ ageFrom: 40, ageTo: 40 }, 'People aged 40'],
    [{ relations: ['child'] }, 'Children'],
    [{ relations: ['child', 'other'], ageTo: 12 }, 'Children and other dependants aged up to 12'],
    [{ sex: 'female', relations: ['spouse'] }, 'Women and girls, spouses'],
  ])('%j: %s', (change, words) => {
    expect(who(change)).toBe(words);
  });
});

test('a flat co-pay, one day, and what is always asked', () => {
  expect(payWords({ ...plain, coPay: { flat: 100_000, percent: null, cap: null } }, names)).toEqual([
    '₦ 1,000 a visit',
  ]);
  expect(waitingWords({ ...plain, waitingDays: 1 })).toBe('1 day after joining');
  expect(permissionWords({ ...plain, authorization: { need: 'always', above: null } }, names)).toBe(
    'Always ask first',
  );
});

test('what holds over all benefits', () => {
  expect(overallWords(rules, names)).toBe(
    '₦ 1,000,000 a year for one person, ₦ 2,500,000 a year for a family',
  );
  expect(overallWords(blankRules, names)).toBe('None');
  expect(deductibleWords(rules, names)).toBe('The first ₦ 20,000 of a year');
  expect(deductibleWords(blankRules, names)).toBe('None');
  expect(moveWords(rules)).toBe('What was used before counts here too');
  expect(moveWords({ ...rules, onMove: 'fresh' })).toBe('Limits begin anew');
  const people = (change: Partial<DependantRules>) =>
    dependantWords({ ...rules, dependants: { ...rules.dependants, ...change } });
  expect(people({ most: 5 })).toBe('Spouse and children under 18, at most 5');
  expect(people({ spouse: false, childrenUnder: null, other: true })).toBe('Other dependants');
  expect(people({ spouse: false, childrenUnder: null })).toBe('Nobody: the principal only');
});

describe('two versions compared', () => {
  const sentences = (after: typeof rules) => changeSentences(compareRules(rules, after, names));

  test('that say the same have nothing to tell', () => {
    expect(sentences(structuredClone(rules))).toEqual([]);
  });

  test('tell what is new, what is gone and what changed', () => {
    const dental = { ...plain, code: 'DENT', name: 'Dental care' };
    const [opd = plain] = rules.benefits;
    const changed = { ...opd, waitingDays: 30, limits: { ...opd.limits, visit: 100 } };
    expect(sentences({ ...rules, deductible: null, benefits: [changed, dental] })).toEqual([
      'Over all benefits: enrollee pays first changed.',
      'Out-patient care: limit and waiting changed.',
      'Dental care is new.',
      'Maternity is gone.',
    ]);
  });

  test('leave out no figure of a benefit', () => {
    const changes: Partial<Benefit>[] = [
      { name: 'Other' },
      { category: 'other' },
      { within: null },
      { groups: ['maternity'] },
      { services: [] },
      { limits: { ...stating.limits, visit: null } },
      { limits: { ...stating.limits, period: 1 } },
      { limits: { ...stating.limits, lifetime: null } },
      { limits: { ...stating.limits, sharedBy: 'person' } },
      { count: { of: 'days', most: 1 } },
      { minDaysBetween: null },
      { coPay: { flat: null, percent: 10, cap: null } },
      { coPay: { flat: null, percent: 11, cap: 500_000 } },
      { deductible: null },
      { waitingDays: 0 },
      { who: { ...stating.who, sex: null } },
      { who: { ...stating.who, ageTo: null } },
      { who: { ...stating.who, relations: [] } },
      { where: { ...stating.where, setting: 'both' } },
      { where: { ...stating.where, levels: [] } },
      { where: { ...stating.where, primaryOnly: false } },
      { where: { ...stating.where, referral: false } },
      { authorization: { need: 'always', above: null } },
      { exclusions: [] },
    ];
    for (const change of changes) {
      const benefits = [plain, { ...stating, ...change }];
      const told = changeSentences(
        compareRules({ ...rules, benefits: [plain, stating] }, { ...rules, benefits }, names),
      );
      expect([change, told.length]).toEqual([change, 1]);
    }
  });
});
