import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatMoney, isAmount, parseMoney, percentOf, sum } from '../../../schema/domain/money.ts';

test.each([
  [0, '0.00'],
  [5, '0.05'],
  [100, '1.00'],
  [123_456_789, '1,234,567.89'],
  [-123_456, '−1,234.56'],
  [Number.MAX_SAFE_INTEGER, '90,071,992,547,409.91'],
])('%i minor units are written %s', (minor, text) => {
  expect(formatMoney(minor, 'NGN')).toBe(text);
});

test('a currency shows its sign, or its name where it has none here', () => {
  expect(formatMoney(1250, 'NGN', { symbol: true })).toBe('₦ 12.50');
  expect(formatMoney(1250, 'XOF', { symbol: true })).toBe('XOF 12.50');
});

test.each([
  ['12,345.50', 1_234_550],
  ['₦ 12345.5', 1_234_550],
  ['0', 0],
  ['7.05', 705],
  ['1.234', null],
  ['-5', null],
  ['1e3', null],
  ['', null],
  ['twelve', null],
])('%s is read as %s', (text, minor) => {
  expect(parseMoney(text)).toBe(minor);
});

test('what is written is read as the same amount', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999_999_999 }), (minor) => {
      expect(parseMoney(formatMoney(minor, 'NGN', { symbol: true }))).toBe(minor);
    }),
  );
});

test('a percentage rounds half up', () => {
  expect(percentOf(50, 1)).toBe(1);
  expect(percentOf(49, 1)).toBe(0);
  expect(percentOf(333, 50)).toBe(167);
  expect(percentOf(1_000, 100)).toBe(1_000);
});

test('a sum is exact or refused', () => {
  expect(sum([1, 2, 3])).toBe(6);
  expect(sum([])).toBe(0);
  expect(() => sum([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
});

test.each([1.5, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '5', null])(
  '%s is not an amount',
  (value) => {
    expect(isAmount(value)).toBe(false);
  },
);
