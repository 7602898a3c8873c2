import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { priceOn } from '../../../../schema/domain/pricing/price-on.ts';
import { setPrice } from '../../../../schema/domain/pricing/set-price.ts';
import type { DatedPrice } from '../../../../schema/domain/pricing/tariff.ts';

const today = '2026-11-25';
const prices: readonly DatedPrice[] = [
  { from: '2026-01-31', price: 100 },
  { from: '2026-03-01', price: 120 },
  { from: '2027-01-01', price: null },
];

test.each([
  ['2026-01-30', null],
  ['2026-01-31', 100],
  ['2026-02-28', 100],
  ['2026-03-01', 120],
  ['2026-12-31', 120],
  ['2027-01-01', null],
])('on %s it is %s', (on, price) => {
  expect(priceOn(prices, on)).toBe(price);
});

describe('a price is set', () => {
  test('where there was none: whenever it began', () => {
    expect(setPrice([], { from: '2020-02-29', price: 5 }, today)).toEqual([{ from: '2020-02-29', price: 5 }]);
  });
  test('from today on, or later', () => {
    expect(setPrice(prices, { from: today, price: 150 }, today)).toEqual([
      prices[0],
      prices[1],
      { from: today, price: 150 },
      prices[2],
    ]);
  });
  test('in the place of one that has not begun', () => {
    expect(setPrice(prices, { from: '2027-01-01', price: 130 }, today)).toEqual([
      prices[0],
      prices[1],
      { from: '2027-01-01', price: 130 },
    ]);
  });
  test('not before today: claims may have been priced by what held then', () => {
    expect(setPrice(prices, { from: '2026-11-24', price: 150 }, today)).toMatchObject({
      notSet: expect.stringContaining('2026-11-25 or later'),
    });
  });
  test('before today where all of them are new', () => {
    const first = [{ from: '2026-01-01', price: 1 }];
    expect(setPrice(first, { from: '2026-02-01', price: 2 }, today, true)).toHaveLength(2);
  });
});

test.each([
  { from: '2026-01-31', price: 100 },
  { from: '2026-02-15', price: 100 },
  { from: today, price: 120 },
  { from: '2025-01-01', price: null },
  { from: '2027-06-01', price: null },
])('what holds already ($from: $price) changes nothing', (change) => {
  expect(setPrice(prices, change, today)).toBe(prices);
});

const day = fc
  .integer({ min: 0, max: 700 })
  .map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
const change = fc.record({ from: day, price: fc.option(fc.integer({ min: 0, max: 9 }), { nil: null }) });

test('whatever is set: it holds on its day, the past does not move, and setting it again changes nothing', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), change, day, (many, last, now) => {
      const before = many.reduce<readonly DatedPrice[]>((all, each) => {
        const set = setPrice(all, each, now, true);
        return 'notSet' in set ? all : set;
      }, []);
      const after = setPrice(before, last, now);
      if ('notSet' in after) {
        expect(last.from < now && before.length > 0).toBe(true);
        return;
      }
      expect(priceOn(after, last.from)).toBe(last.price);
      expect(setPrice(after, last, now)).toBe(after);
      if (before.length > 0)
        for (const { from } of [...before, ...after].filter((each) => each.from < now))
          expect(priceOn(after, from)).toBe(priceOn(before, from));
      expect(after.map(({ from }) => from)).toEqual([...new Set(after.map(({ from }) => from))].sort());
    }),
  );
});
