import { expect, test } from 'vitest';
import {
  byRuleFields,
  entryOfRule,
  readRule,
} from '../../../../worker/portals/staff/authorizations/read-rule.ts';

const blank = entryOfRule(null, 'NGN');
const typed = { ...blank, name: 'Small scans', amountMax: '25,000.00' };

test('a rule that was typed is read, and stands in the form as it was', () => {
  const { rule } = readRule({
    ...typed,
    services: 'RAD-040, RAD-041',
    diagnoses: 'B50-B54, I10',
    times: '2',
    days: '30',
    urgencies: ['ROUTINE'],
  });
  expect(rule).toMatchObject({
    services: ['RAD-040', 'RAD-041'],
    diagnoses: [
      { from: 'B50', to: 'B54' },
      { from: 'I10', to: 'I10' },
    ],
    frequency: { times: 2, days: 30 },
    amountMax: 2_500_000,
  });
  const again = entryOfRule({ ...rule, tried: null } as Parameters<typeof entryOfRule>[0], 'NGN');
  expect(again).toMatchObject({ services: 'RAD-040, RAD-041', diagnoses: 'B50-B54, I10', times: '2' });
});

test('every fault stands at its field', () => {
  const { errors } = readRule({ ...blank, diagnoses: 'malaria', times: 'often', days: '3', riskMax: '900' });
  expect(Object.keys(errors ?? {}).sort()).toEqual(['amountMax', 'diagnoses', 'name', 'riskMax', 'times']);
});

test('what the actor says of one rule among several is said at its fields', () => {
  const said = { 'rules.2.services.0': 'There is no service X.', 'rules.2.on': 'Try it first.' };
  expect(byRuleFields(said, 2)).toEqual({ services: 'There is no service X.', on: 'Try it first.' });
});
