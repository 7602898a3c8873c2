import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  defaultSettings,
  defaultStraightThrough,
  settingsOf,
} from '../../../schema/domain/tenant-settings.ts';
import { entryOfRules, readRules } from '../../../worker/portals/staff/read-claim-rules.ts';

const settings = defaultSettings({ slug: 'meridian', name: 'Meridian', prefix: 'MER' });
const entry = entryOfRules(settings, 'NGN');

test('settings of before straight-through read as off, and those of now as they are', () => {
  const { straightThrough: _, ...old } = settings;
  expect(settingsOf(old)).toEqual(settings);
  expect(settingsOf(old).straightThrough.on).toBe(false);
  const on = { ...settings, straightThrough: { ...defaultStraightThrough, on: true } };
  expect(settingsOf(on)).toEqual(on);
});

test('what is shown is what is read', () => {
  const { filingWindowDays, receivesAutomatically, straightThrough } = settings;
  expect(readRules(entry)).toEqual({ input: { filingWindowDays, receivesAutomatically, straightThrough } });
  expect(readRules({ ...entry, filingWindowDays: '' })).toMatchObject({ input: { filingWindowDays: null } });
});

test.each([
  ['filingWindowDays', '0', 'at least 1 day'],
  ['filingWindowDays', 'soon', 'number of days'],
  ['name', ' ', "Enter the rule's name."],
  ['amountMax', 'much', 'Enter an amount'],
  ['amountMax', '-5', 'Enter an amount'],
  ['riskMax', '101', 'at most 100'],
  ['riskMax', '', 'from 0 to 100'],
  ['sampleOneIn', '0', 'Enter 1 or more'],
  ['sampleOneIn', '2.5', 'of how many'],
])('%s = %j is refused beside its field', (field, value, words) => {
  expect(readRules({ ...entry, [field]: value })).toMatchObject({
    errors: { [field]: expect.stringContaining(words) },
  });
});

test('whatever is typed is read or refused, and every refusal blames a field of the form', () => {
  const typed = fc.record({
    filingWindowDays: fc.string(),
    receivesAutomatically: fc.boolean(),
    on: fc.boolean(),
    name: fc.string(),
    amountMax: fc.string(),
    riskMax: fc.string(),
    sampleOneIn: fc.string(),
  });
  fc.assert(
    fc.property(typed, (each) => {
      const read = readRules(each);
      if ('errors' in read) expect(Object.keys(read.errors).filter((field) => !(field in entry))).toEqual([]);
    }),
  );
});
