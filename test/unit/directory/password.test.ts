import { expect, test } from 'vitest';
import { hashPassword, isPassword } from '../../../worker/directory/password.ts';

const kept = await hashPassword('correct horse battery');

test('what is kept names the cost, a salt of its own, and a hash', async () => {
  expect(kept).toMatch(/^32768\$8\$1\$[A-Za-z0-9+/]{22}==\$[A-Za-z0-9+/]{43}=$/);
  expect(await hashPassword('correct horse battery')).not.toBe(kept);
});

test('the right password is known again, however the keyboard wrote its accents', async () => {
  expect(await isPassword('correct horse battery', kept)).toBe(true);
  const accented = await hashPassword('Ọláyínká was here'.normalize('NFC'));
  expect(await isPassword('Ọláyínká was here'.normalize('NFD'), accented)).toBe(true);
});

test('another one is not, nor is any where there is no account', async () => {
  for (const wrong of ['', 'correct horse batter', 'Correct horse battery', 'correct horse battery '])
    expect(await isPassword(wrong, kept)).toBe(false);
  for (const any of ['', '\0', 'correct horse battery']) expect(await isPassword(any, null)).toBe(false);
});
