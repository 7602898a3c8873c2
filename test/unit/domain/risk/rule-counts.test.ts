import { expect, test } from 'vitest';
import {
  countOf,
  noEvents,
  openEvents,
  precisionOf,
  suggestsDemotion,
} from '../../../../schema/domain/risk/rule-counts.ts';

test('an event counts by its state', () => {
  expect(countOf({ state: 'OPEN' })).toEqual({ raised: 1, confirmed: 0, dismissed: 0 });
  expect(countOf({ state: 'CONFIRMED' })).toEqual({ raised: 1, confirmed: 1, dismissed: 0 });
  expect(countOf({ state: 'DISMISSED' })).toEqual({ raised: 1, confirmed: 0, dismissed: 1 });
});

test('precision is what was confirmed of what was disposed of', () => {
  expect(precisionOf(noEvents)).toBeNull();
  expect(precisionOf({ raised: 9, confirmed: 3, dismissed: 1 })).toBe(0.75);
  expect(openEvents({ raised: 9, confirmed: 3, dismissed: 1 })).toBe(5);
});

test('a rule is to weigh less under a tenth after fifty disposals, and not before', () => {
  expect(suggestsDemotion(noEvents)).toBe(false);
  expect(suggestsDemotion({ raised: 60, confirmed: 4, dismissed: 46 })).toBe(true);
  expect(suggestsDemotion({ raised: 60, confirmed: 5, dismissed: 45 })).toBe(false);
  expect(suggestsDemotion({ raised: 60, confirmed: 0, dismissed: 49 })).toBe(false);
});
