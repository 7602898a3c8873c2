import { expect, test } from 'vitest';
import { commonPasswords } from '../../../../schema/domain/passwords/common-passwords.ts';
import { whyNotPassword } from '../../../../schema/domain/passwords/why-not-password.ts';

const own = ['Nneka', 'Obi', 'nneka.obi@kestrel.example'];

test.each([
  'the ward is quiet tonight',
  'nneka plants yams slowly',
  'Ẹ káàárọ̀ gbogbo ilé',
  '7 drums 4 rivers',
])('%s is taken', (password) => expect(whyNotPassword(password, own)).toBeNull());

test.each([
  ['short', 'at least 12'],
  ['x'.repeat(201), 'at most 200'],
  ['aaaaaaaaaaaaaa', 'repeats itself'],
  ['1234123412341234', 'repeats itself'],
  ['1234567890qwerty', 'Many people'],
  ['1Q2W3E4R5T6Y', 'Many people'],
  ['nneka.obi.2026!', 'little more than your name'],
  ['Kestrel-Nneka-1', 'little more than your name'],
])('%s is not', (password, why) => expect(whyNotPassword(password, own)).toContain(why));

test('the list holds what twelve characters would let through, and nothing empty', () => {
  expect(commonPasswords.size).toBeGreaterThan(290);
  expect([...commonPasswords].filter((each) => each.length > 0 && each.length < 12)).toEqual([]);
});
