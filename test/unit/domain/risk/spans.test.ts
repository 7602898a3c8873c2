import { expect, test } from 'vitest';
import { addAt, added, figureAt, total } from '../../../../schema/domain/risk/spans.ts';

test('a figure that was not there when a baseline was stored is zero, and can be added to', () => {
  const figures = [7, 3];
  expect(figureAt(figures, 2)).toBe(0);
  addAt(figures, 2, 5);
  expect(figures).toEqual([7, 3, 5]);
});

test('spans count up to so many, the latest last; what is too old falls off', () => {
  const spans = added(added(added([], 1, 3, [1]), 2, 3, [2]), 4, 3, [4]);
  expect(spans).toEqual([
    [2, 2],
    [4, 4],
  ]);
  expect(total(spans, 4, 3, 1)).toBe(6);
  expect(total(spans, 5, 3, 1)).toBe(4);
});

test('what comes late counts in the latest span', () => expect(added([[9, 1]], 3, 3, [1])).toEqual([[9, 2]]));
