import { describe, expect, test } from 'vitest';
import { blankRules } from '../../../../schema/domain/plans/blank-rules.ts';
import type { Benefit, Exclusion, PlanRules } from '../../../../schema/domain/plans/plan.ts';
import { ipd, opd, rules, wrongIn, wrongWith } from './a-plan.ts';

const limits = opd.limits;
const coPay = { flat: null, percent: null, cap: null };
const exclusion: Exclusion = { services: [], groups: [], diagnoses: [], wording: 'Not covered.' };

test('rules that fit together have nothing in their way', () => {
  expect(wrongIn(rules())).toEqual({});
});

test('a plan that gives nothing is not published', () => {
  expect(Object.keys(wrongIn(blankRules))).toEqual(['benefits']);
});

describe('one benefit', () => {
  const cases: [string, Partial<Benefit>, string[]][] = [
    [
      'no limit of 0',
      { limits: { ...limits, visit: 0, period: 0, lifetime: 0 } },
      ['limits.visit', 'limits.period', 'limits.lifetime'],
    ],
    ['a visit within its year', { limits: { ...limits, visit: 200, period: 100 } }, ['limits.visit']],
    ['a year within its lifetime', { limits: { ...limits, period: 200, lifetime: 100 } }, ['limits.period']],
    ['limits in order', { limits: { ...limits, visit: 100, period: 100, lifetime: 100 } }, []],
    ['a co-pay that says how much', { coPay }, ['coPay.flat']],
    ['a co-pay of one kind', { coPay: { ...coPay, flat: 5, percent: 5 } }, ['coPay.percent']],
    ['a flat co-pay of something', { coPay: { ...coPay, flat: 0 } }, ['coPay.flat']],
    ['a percentage of something', { coPay: { ...coPay, percent: 0 } }, ['coPay.percent']],
    ['a percentage that leaves something', { coPay: { ...coPay, percent: 100 } }, ['coPay.percent']],
    ['all of it up to a cap', { coPay: { ...coPay, percent: 100, cap: 500 } }, []],
    ['a cap of something', { coPay: { ...coPay, percent: 10, cap: 0 } }, ['coPay.cap']],
    ['a cap that can be reached', { coPay: { ...coPay, flat: 200, cap: 100 } }, ['coPay.cap']],
    ['a deductible of something', { deductible: 0 }, ['deductible']],
    ['ages in order', { who: { ...opd.who, ageFrom: 18, ageTo: 17 } }, ['who.ageTo']],
    ['one age', { who: { ...opd.who, ageFrom: 18, ageTo: 18 } }, []],
    ['people that the plan covers', { who: { ...opd.who, relations: ['other'] } }, ['who.relations']],
    ['children young enough', { who: { ...opd.who, relations: ['child'], ageFrom: 18 } }, ['who.ageFrom']],
    [
      'a setting that its category means',
      { where: { ...opd.where, setting: 'inpatient' } },
      ['where.setting'],
    ],
    [
      'no referral at the primary facility',
      { where: { ...opd.where, primaryOnly: true, referral: true } },
      ['where.referral'],
    ],
    ['an amount to be above', { authorization: { need: 'above', above: null } }, ['authorization.above']],
    ['an amount above nothing', { authorization: { need: 'above', above: 0 } }, ['authorization.above']],
    [
      'no amount where it is not asked for',
      { authorization: { need: 'always', above: 5 } },
      ['authorization.above'],
    ],
    ['an amount', { authorization: { need: 'above', above: 5 } }, []],
  ];
  test.each(cases)('wants %s', (_, change, fields) => {
    expect(wrongWith(change)).toEqual(fields.map((field) => `benefits.0.${field}`));
  });

  test('may be for children alone when the plan covers them without an age of its own', () => {
    expect(wrongWith({ who: { ...opd.who, relations: ['child'], ageFrom: null } })).toEqual([]);
    const dependants = { ...blankRules.dependants, childrenUnder: null };
    expect(wrongWith({ who: { ...opd.who, relations: ['child'], ageFrom: 3 } }, { dependants })).toEqual([
      'benefits.0.who.relations',
    ]);
  });
});

describe('benefits among one another', () => {
  const pair = (first: Partial<Benefit>, second: Partial<Benefit> = {}, more: Partial<PlanRules> = {}) =>
    wrongIn(
      rules({
        benefits: [
          { ...opd, ...first },
          { ...ipd, ...second },
        ],
        ...more,
      }),
    );

  test('have codes of their own', () => {
    expect(pair({}, { code: 'OPD' })).toEqual({
      'benefits.1.code': 'OPD is the code of Out-patient: choose another.',
    });
  });

  test.each([
    ['a benefit that is not there', { within: 'NONE' }, {}, ['benefits.0.within']],
    ['itself', { within: 'OPD' }, {}, ['benefits.0.within']],
    ['each other', { within: 'IPD' }, { within: 'OPD' }, ['benefits.0.within', 'benefits.1.within']],
  ])('do not stand within %s', (_, first, second, fields) => {
    expect(Object.keys(pair(first, second))).toEqual(fields);
  });

  test('may stand within one that nothing else belongs to, and beside a circle they are no part of', () => {
    expect(pair({ within: 'IPD' }, { groups: [] })).toEqual({});
    const outside = { ...opd, code: 'OUT', groups: ['drug'], within: 'OPD' };
    const found = wrongIn(
      rules({ benefits: [{ ...opd, within: 'IPD' }, { ...ipd, within: 'OPD' }, outside] }),
    );
    expect(Object.keys(found)).toEqual(['benefits.0.within', 'benefits.1.within']);
  });

  test.each([
    ['a person in a person', 'person', 'person', true],
    ['a person in a family', 'person', 'family', true],
    ['a family in a family', 'family', 'family', true],
    ['a family in a person', 'family', 'person', false],
  ] as const)('have no limit beyond that around them: %s', (_, inner, outer, wrong) => {
    const first = { within: 'IPD', limits: { ...limits, period: 200, sharedBy: inner } };
    const second = { limits: { ...limits, period: 100, sharedBy: outer } };
    expect(Object.keys(pair(first, second))).toEqual(wrong ? ['benefits.0.limits.period'] : []);
    expect(pair(first, { limits: { ...limits, period: null, sharedBy: outer } })).toEqual({});
  });

  test('have no limit beyond the overall one of whoever shares it', () => {
    const year = { limits: { ...limits, period: 200 } };
    expect(Object.keys(pair(year, {}, { overall: { person: 100, family: 500 } }))).toEqual([
      'benefits.0.limits.period',
    ]);
    expect(pair(year, {}, { overall: { person: 200, family: null } })).toEqual({});
  });

  test('hold every group and service once', () => {
    expect(pair({ groups: [], services: [] })).toEqual({
      'benefits.0.groups': 'Choose the groups or the services that it pays for: nothing belongs to it.',
    });
    expect(pair({ groups: ['magic'], services: ['NONE'] })).toEqual({
      'benefits.0.groups.0': 'There is no group of services magic: take it out, or enter it first.',
      'benefits.0.services.0': 'There is no service NONE: take it out, or enter it first.',
    });
    expect(pair({}, { groups: ['admission', 'consultation'] })).toEqual({
      'benefits.1.groups.1':
        'consultation belongs to Out-patient already: a group of services belongs to one benefit.',
    });
    expect(pair({ services: ['CONS', 'CONS'] })).toEqual({
      'benefits.0.services.1': 'CONS is named twice here: name it once.',
    });
  });
});

describe('exclusions', () => {
  const wrong = (change: Partial<Exclusion>) =>
    Object.keys(wrongIn(rules({ exclusions: [{ ...exclusion, ...change }] })));

  test.each<[string, Partial<Exclusion>, string[]]>([
    ['say what they are about', {}, ['services.0']],
    ['say it in words', { services: ['CONS'], wording: ' ' }, ['wording']],
    ['name what is there', { services: ['NONE'], groups: ['magic'] }, ['services.0', 'groups.0']],
    ['take nothing that a benefit is for', { groups: ['maternity', 'admission'] }, ['groups.1']],
    ['have ranges in order', { diagnoses: [{ from: 'O10', to: 'O09' }] }, ['diagnoses.0.to']],
    [
      'have ranges',
      {
        diagnoses: [
          { from: 'O00', to: 'O99' },
          { from: 'Z41.1', to: 'Z41' },
        ],
      },
      [],
    ],
  ])('%s', (_, change, fields) => {
    expect(wrong(change)).toEqual(fields.map((field) => `exclusions.0.${field}`));
  });

  test('of a benefit are checked like the plan’s', () => {
    expect(wrongWith({ exclusions: [{ ...exclusion, groups: ['consultation'] }] })).toEqual([
      'benefits.0.exclusions.0.groups.0',
    ]);
    expect(wrongWith({ exclusions: [{ ...exclusion, groups: ['admission'] }] })).toEqual([]);
  });
});

describe('the whole plan', () => {
  test.each<[string, Partial<PlanRules>, string[]]>([
    ['no limit of 0', { overall: { person: 0, family: 0 } }, ['overall.person', 'overall.family']],
    ['a family’s limit of a person’s at least', { overall: { person: 2, family: 1 } }, ['overall.family']],
    ['one limit alone', { overall: { person: null, family: 1 } }, []],
    ['a deductible of something', { deductible: 0 }, ['deductible']],
    [
      'a number of dependants where there are any',
      { dependants: { spouse: false, childrenUnder: null, other: false, most: 4 } },
      ['dependants.most'],
    ],
    ['nobody', { dependants: { spouse: false, childrenUnder: null, other: false, most: null } }, []],
    ['others at most four', { dependants: { spouse: false, childrenUnder: null, other: true, most: 4 } }, []],
    [
      'children at most four',
      { dependants: { spouse: false, childrenUnder: 18, other: false, most: 4 } },
      [],
    ],
  ])('wants %s', (_, change, fields) => {
    expect(Object.keys(wrongIn(rules(change)))).toEqual(fields);
  });
});
