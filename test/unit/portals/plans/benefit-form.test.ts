import { describe, expect, test } from 'vitest';
import { templateRules } from '../../../../schema/domain/plans/templates.ts';
import { entryOfBenefit, entryOfExclusions } from '../../../../worker/portals/staff/plans/entries.ts';
import { problemOf } from '../../../../worker/portals/staff/plans/problem-of.ts';
import { readBenefit } from '../../../../worker/portals/staff/plans/read-benefit.ts';
import { readExclusions } from '../../../../worker/portals/staff/plans/read-exclusions.ts';
import { entryOf, withoutGaps } from '../../../../worker/portals/staff/plans/read-fields.ts';
import { rules, stating } from '../../views/plans/samples.ts';

const benefits = [
  stating,
  ...(['bronze', 'silver', 'gold'] as const).flatMap((tier) => templateRules(tier).benefits),
];

test.each(benefits.map((benefit) => [benefit.code, benefit] as const))(
  'what %s shows in its form reads back as it was',
  (_, benefit) => {
    expect(readBenefit(entryOfBenefit(benefit), benefit.exclusions)).toEqual({ benefit, errors: {} });
  },
);

describe('a benefit as it is typed', () => {
  const entry = entryOfBenefit(stating);
  const read = (change: Record<string, string[]>) => readBenefit({ ...entry, ...change }, []);

  test('takes amounts in whole units, with or without separators', () => {
    const { benefit } = read({ 'limits.period': ['₦ 1,250,000.50'], 'limits.visit': ['20000'] });
    expect(benefit?.limits).toMatchObject({ period: 125_000_050, visit: 2_000_000 });
  });

  test('counts only the co-pay and the amount of the kind that is chosen', () => {
    expect(read({ 'coPay.kind': ['none'] }).benefit?.coPay).toBeNull();
    expect(read({ 'coPay.kind': ['flat'], 'coPay.flat': ['500'] }).benefit?.coPay).toEqual({
      flat: 50_000,
      percent: null,
      cap: 500_000,
    });
    expect(read({ 'authorization.need': ['always'] }).benefit?.authorization).toEqual({
      need: 'always',
      above: null,
    });
  });

  test('leaves empty rows out', () => {
    expect(read({ 'services.0': [''], 'services.1': ['B'], 'services.10': ['C'] }).benefit?.services).toEqual(
      ['B', 'C'],
    );
  });

  test('names every field that is wrong at once', () => {
    const { benefit, errors } = read({
      name: [''],
      category: [''],
      'limits.period': ['lots'],
      waitingDays: ['soon'],
      'count.most': ['0'],
      'services.0': ['not a code'],
      'who.relations': ['neighbour'],
    });
    expect(benefit).toBeNull();
    expect(Object.keys(errors).sort()).toEqual([
      'category',
      'count.most',
      'limits.period',
      'name',
      'services.0',
      'waitingDays',
      'who.relations',
    ]);
  });
});

describe('exclusions as they are typed', () => {
  test('read back as they were', () => {
    const { exclusions } = readExclusions(entryOfExclusions([...rules.exclusions, ...stating.exclusions]));
    expect(exclusions).toEqual([...rules.exclusions, ...stating.exclusions]);
  });

  test('without those that are empty or ticked to be removed, a single code as a range of itself', () => {
    const entry = {
      ...entryOfExclusions(rules.exclusions),
      'exclusions.0.remove': ['1'],
      'exclusions.1.wording': [''],
      'exclusions.2.wording': ['No B.'],
      'exclusions.2.diagnoses.1.from': ['z41'],
    };
    expect(readExclusions(entry)).toMatchObject({
      exclusions: [{ wording: 'No B.', diagnoses: [{ from: 'Z41', to: 'Z41' }] }],
      entry: { 'exclusions.0.wording': ['No B.'] },
    });
  });

  test('say what is wrong beside their fields', () => {
    const entry = { 'exclusions.0.wording': [''], 'exclusions.0.diagnoses.0.from': ['?'] };
    expect(Object.keys(readExclusions(entry).errors).sort()).toEqual([
      'exclusions.0.diagnoses.0.from',
      'exclusions.0.diagnoses.0.to',
      'exclusions.0.wording',
    ]);
  });
});

test('rows are closed up, and what is not a row stays', () => {
  const entry = {
    'services.0': [''],
    'services.3': ['B'],
    'services.1': ['A'],
    services: ['x'],
    name: ['n'],
  };
  expect(withoutGaps(entry, 'services')).toEqual({
    'services.0': ['A'],
    'services.1': ['B'],
    services: ['x'],
    name: ['n'],
  });
});

test('a code chosen without script stands in its field', () => {
  const sent = { 'services.0': ['dia'], pick: ['services.0=DIAL'], command_id: ['x'] };
  const form = {
    names: Object.keys(sent),
    all: (name: string) => sent[name as keyof typeof sent] ?? [],
    get: (name: string) => sent[name as keyof typeof sent]?.at(-1) ?? '',
    commandId: 'x',
  };
  expect(entryOf(form)).toEqual({ 'services.0': ['DIAL'], pick: sent.pick });
});

test.each([
  ['benefits', 'benefits', 'benefits'],
  ['benefits.0.groups.2', { benefit: 'OPD', exclusions: false }, 'groups'],
  ['benefits.1.exclusions.0.groups.1', { benefit: 'MAT', exclusions: true }, 'exclusions.0.groups'],
  ['exclusions.0.wording', 'exclusions', 'exclusions.0.wording'],
  ['overall.family', 'overall', 'overall.family'],
])('a mistake in %s is mended where it was made', (path, at, field) => {
  const problem = problemOf(rules, { field: path, message: 'No.' });
  expect(problem.field).toBe(field);
  if (typeof at === 'string') expect(problem.at).toBe(at);
  else expect(problem.at).toMatchObject(at);
});
