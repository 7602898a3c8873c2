import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  authCode,
  codeChance_bytes,
  isAuthCode,
} from '../../../../schema/domain/authorizations/auth-code.ts';

test('a code says whose it is and the day of the decision', () => {
  expect(authCode('MER', '2026-11-26', new Uint8Array(codeChance_bytes))).toBe('MER-PA-261126-AAAAAA');
});

test('its last part is six characters that nobody takes for one another', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 40, maxLength: 64 }), (random) => {
      fc.pre([...random].filter((byte) => byte < 248).length >= 6);
      const code = authCode('MER', '2026-11-26', random);
      expect(isAuthCode(code)).toBe(true);
      expect(code.slice(-6)).not.toMatch(/[01OIL]/);
    }),
  );
});

test('every character is as likely as another: bytes beyond the last whole round are left out', () => {
  const bytes = Uint8Array.from([255, 248, 0, 30, 31, 247, 61, 62]);
  expect(authCode('MER', '2026-11-26', bytes)).toBe('MER-PA-261126-A9A99A');
});

test('too little chance is a mistake of ours', () => {
  expect(() => authCode('MER', '2026-11-26', new Uint8Array(5))).toThrow('too few');
});

test('other texts are no codes', () => {
  for (const text of ['MER-PA-261126-AAAAA0', 'MER-PA-26112-AAAAAA', 'PA-26-000001', ''])
    expect(isAuthCode(text)).toBe(false);
});
