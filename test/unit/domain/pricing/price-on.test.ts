import { expect, test } from 'vitest';
import { linePrice, priceOn } from '../../../../schema/domain/pricing/price-on.ts';

const prices = [
  { from: '2026-01-01', price: 1000 },
  { from: '2026-03-01', price: 1200 },
  { from: '2026-06-01', price: null },
];

test.each([
  ['2025-12-31', null],
  ['2026-01-01', 1000],
  ['2026-02-28', 1000],
  ['2026-03-01', 1200],
  ['2026-05-31', 1200],
  ['2026-06-01', null],
])('on %s the price is %s', (on, price) => {
  expect(priceOn(prices, on)).toBe(price);
});

test('a service without prices has none', () => {
  expect(priceOn([], '2026-01-01')).toBeNull();
});

test.each([
  ["the link's tariff goes first", { link: 900, standard: 1000, billed: 1200 }, 900, 'link'],
  ['the standard tariff is the fallback', { link: null, standard: 1000, billed: 1200 }, 1000, 'standard'],
  ['what was billed is the last resort', { link: null, standard: null, billed: 1200 }, 1200, 'billed'],
  ['a price of nothing is a price', { link: 0, standard: 1000, billed: 1200 }, 0, 'link'],
])('%s', (_, offers, price, source) => {
  expect(linePrice(offers)).toEqual({ price, source });
});
