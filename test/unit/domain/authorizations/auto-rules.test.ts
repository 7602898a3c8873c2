import { expect, test } from 'vitest';
import {
  conditionsOf,
  isTriedNow,
  type RuleConditions,
  type RuleFacts,
  rulesFor,
} from '../../../../schema/domain/authorizations/auto-rules.ts';
import { aCase } from './a-case.ts';

const any: RuleConditions = {
  plans: [],
  services: [],
  groups: [],
  amountMax: 5000,
  quantityMax: 5,
  facilityKinds: [],
  urgencies: [],
  diagnoses: [],
  frequency: null,
  riskMax: 50,
};
const plan = { benefits: { BED: {}, SCAN: {} } };
const { request } = aCase({ plan }, [{ service: 'BED', quantity: 2 }, { service: 'SCAN' }], {
  planCode: 'GOLD',
});
const facts: RuleFacts = {
  facilityKind: 'clinic',
  groupOf: (service) => (service === 'BED' ? 'admission' : null),
  daysOf: () => [],
};
const named = (own: Partial<RuleConditions>, name = 'R') => ({ ...any, ...own, name });
const answers = (own: Partial<RuleConditions>, one = request, given = facts) =>
  rulesFor([named(own)], one, given) !== null;

test('a rule without conditions answers all that is recommended in full; no rule answers nothing', () => {
  expect(rulesFor([named({})], request, facts)).toEqual(['R']);
  expect(rulesFor([], request, facts)).toBeNull();
});

test.each<[string, Partial<RuleConditions>, Partial<RuleConditions>]>([
  ['plan', { plans: ['GOLD'] }, { plans: ['SILVER'] }],
  ['kind of facility', { facilityKinds: ['clinic'] }, { facilityKinds: ['hospital'] }],
  ['urgency', { urgencies: ['URGENT'] }, { urgencies: ['ROUTINE'] }],
  ['diagnosis', { diagnoses: [{ from: 'B50', to: 'B54' }] }, { diagnoses: [{ from: 'A00', to: 'A09' }] }],
  ['risk', { riskMax: 0 }, { riskMax: -1 }],
  ['amount of a line', { amountMax: 2000 }, { amountMax: 1999 }],
  ['units of a line', { quantityMax: 2 }, { quantityMax: 1 }],
  ['service', { services: ['BED', 'SCAN'] }, { services: ['BED'] }],
  ['group', { services: ['SCAN'], groups: ['admission'] }, { groups: ['admission'] }],
])('%s', (_, matching, other) => {
  expect(answers(matching)).toBe(true);
  expect(answers(other)).toBe(false);
});

test('a plan that nobody knows, and a diagnosis of another system, match no condition', () => {
  expect(answers({ plans: ['GOLD'] }, { ...request, planCode: null })).toBe(false);
  const foreign = { ...request, diagnoses: [{ code: 'B54', system: 'SNOMED', name: '' }] };
  expect(answers({ diagnoses: [{ from: 'B50', to: 'B54' }] }, foreign)).toBe(false);
});

test('each line is answered by one rule; the request says all of them, each once', () => {
  const rules = [named({ services: ['BED'] }, 'Beds'), named({ services: ['SCAN'] }, 'Scans')];
  expect(rulesFor(rules, request, facts)).toEqual(['Beds', 'Scans']);
  expect(rulesFor(rules.slice(0, 1), request, facts)).toBeNull();
});

test('what is not recommended in full, or was never judged, goes to a person', () => {
  const { request: tight } = aCase({ plan: { benefits: { SCAN: { limits: { period: 400 } } } } }, [
    { service: 'SCAN' },
  ]);
  expect(answers({}, tight)).toBe(false);
  const lines = request.lines.map((line) => ({ ...line, judged: null }));
  expect(answers({}, { ...request, lines })).toBe(false);
});

test('no oftener than so many times within so many days, before and after', () => {
  const daysOf = () => ['2026-05-20', '2026-06-05', '2026-01-01'];
  const often = (times: number, days: number) =>
    answers({ frequency: { times, days } }, request, { ...facts, daysOf });
  expect(often(3, 14)).toBe(true);
  expect(often(2, 14)).toBe(false);
  expect(often(2, 12)).toBe(true);
  expect(often(1, 4)).toBe(true);
  expect(often(1, 5)).toBe(false);
});

test('the same conditions are the same whatever their order; any other are others', () => {
  const of = (own: Partial<RuleConditions>) => conditionsOf({ ...any, ...own });
  expect(of({ plans: ['A', 'B'] })).toBe(of({ plans: ['B', 'A'] }));
  const frequency = { times: 1, days: 30 };
  const diagnoses = [{ from: 'B50', to: 'B54' }];
  const all = [
    {},
    { diagnoses },
    { plans: ['A'] },
    { services: ['A'] },
    { riskMax: 49 },
    { frequency },
    { amountMax: 1 },
  ];
  expect(new Set(all.map(of)).size).toBe(all.length);
  expect(conditionsOf({ ...named({}, 'Other') })).toBe(of({}));
});

test('a trial lets a rule be switched on for a week', () => {
  const trial = { at: 1000, conditions: 'C', requests: 6, would: 2, rejected: 1 };
  const week_ms = 7 * 86_400_000;
  expect(isTriedNow(trial, 1000 + week_ms)).toBe(true);
  expect(isTriedNow(trial, 1001 + week_ms)).toBe(false);
  expect(isTriedNow(null, 1000)).toBe(false);
});
