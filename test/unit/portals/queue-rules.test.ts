import { expect, test } from 'vitest';
import { defaultRanking } from '../../../schema/domain/tenant-settings.ts';
import {
  entryOfQueueRules,
  readQueueRules,
  readQueueRulesEntry,
} from '../../../worker/portals/staff/read-queue-rules.ts';

const formOf = (sent: Record<string, string>) => ({
  get: (name: string) => sent[name] ?? '',
  all: (name: string) => (sent[name] === undefined ? [] : [sent[name]]),
  names: Object.keys(sent),
  commandId: 'c',
});

const typed = {
  highValue: '500,000.00',
  'rules.0.name': 'Dialysis first',
  'rules.0.hours': '4',
  'rules.0.serviceGroup': 'dialysis',
  'rules.0.amountFrom': '',
  'rules.1.name': '',
  'rules.1.hours': '',
  'rules.7.name': 'Small ones wait',
  'rules.7.hours': '−6',
  'rules.7.amountTo': '5,000',
};

const dialysis = {
  name: 'Dialysis first',
  hours: 4,
  facilityId: null,
  clientCode: null,
  planCode: null,
  serviceGroup: 'dialysis',
  encounterType: null,
  amountFrom: null,
  amountTo: null,
};

test('rules are read in the order of their lines; a blank line is none', () => {
  expect(readQueueRules(readQueueRulesEntry(formOf(typed)))).toEqual({
    input: {
      highValue: 50_000_000,
      rules: [
        dialysis,
        { ...dialysis, name: 'Small ones wait', hours: -6, serviceGroup: null, amountTo: 500_000 },
      ],
    },
  });
});

test('what is in force reads back as it is', () => {
  const entry = entryOfQueueRules({ ...defaultRanking, queueRules: [dialysis] }, 'NGN');
  expect(readQueueRules(entry)).toEqual({ input: { highValue: 50_000_000, rules: [dialysis] } });
});

test('without script a line is added, and one removed, by the button that was pressed', () => {
  expect(readQueueRulesEntry(formOf({ ...typed, add: '1' })).rules).toHaveLength(3);
  expect(readQueueRulesEntry(formOf({ ...typed, remove: '0' })).rules.map(({ name }) => name)).toEqual([
    'Small ones wait',
  ]);
});

test.each([
  [{ highValue: 'much' }, 'highValue', 'Enter an amount'],
  [{ 'rules.0.hours': 'four' }, 'rules.0.hours', 'Enter hours'],
  [{ 'rules.0.hours': '0' }, 'rules.0.hours', 'zero changes nothing'],
  [{ 'rules.0.hours': '721' }, 'rules.0.hours', 'at most 720'],
  [{ 'rules.0.name': '' }, 'rules.0.name', 'Enter a name'],
  [{ 'rules.0.serviceGroup': '' }, 'rules.0.name', 'Say which claims'],
  [{ 'rules.0.amountFrom': 'x' }, 'rules.0.amountFrom', 'Enter an amount'],
  [{ 'rules.0.amountFrom': '9', 'rules.0.amountTo': '8' }, 'rules.0.amountTo', 'at least the lowest'],
])('%j is refused at its field', (changes, field, words) => {
  const read = readQueueRules(readQueueRulesEntry(formOf({ ...typed, ...changes })));
  expect('errors' in read && read.errors[field]).toContain(words);
});
