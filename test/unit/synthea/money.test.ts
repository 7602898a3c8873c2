import { expect, test } from 'vitest';
import { minorUnits, quantityAndPrice } from '../../../examples/synthea/money.ts';

test('a decimal amount is read digit by digit', () => {
  expect(minorUnits('77.49')).toBe(7749);
  expect(minorUnits('0.02')).toBe(2);
  expect(minorUnits('129.1')).toBe(12_910);
  expect(minorUnits('80436')).toBe(8_043_600);
});

test.each(['', '-1.00', '1.005', '1e3', 'NaN', ' 1'])('%j is not an amount', (text) => {
  expect(() => minorUnits(text)).toThrow('Not an amount');
});

test('units that divide the amount stay, others make one line of the whole', () => {
  expect(quantityAndPrice('3.00', '3')).toEqual({ quantity: 3, unitPrice: 100 });
  expect(quantityAndPrice('1.00', '3')).toEqual({ quantity: 1, unitPrice: 100 });
  expect(quantityAndPrice('1.00', '0')).toEqual({ quantity: 1, unitPrice: 100 });
  expect(quantityAndPrice('1.00', '')).toEqual({ quantity: 1, unitPrice: 100 });
});
