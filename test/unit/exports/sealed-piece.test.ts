import { expect, test } from 'vitest';
import { openPiece, sealPiece } from '../../../worker/exports/sealed-piece.ts';

const env = { SESSION_KEY: Buffer.alloc(32, 1).toString('base64') };
const place = { exportId: 'e1', file: 3, n: 7 };
const sealed = sealPiece(env, place, Buffer.from('B54 malaria'));

test('a piece opens where it belongs, and says nothing as it is kept', () => {
  expect(openPiece(env, place, sealed).toString()).toBe('B54 malaria');
  expect(Buffer.from(sealed).includes('malaria')).toBe(false);
});

test('a piece opens in no other place, with no other key, and not once it was changed', () => {
  for (const other of [{ exportId: 'e2' }, { file: 4 }, { n: 8 }])
    expect(() => openPiece(env, { ...place, ...other }, sealed)).toThrow();
  expect(() => openPiece({ SESSION_KEY: Buffer.alloc(32, 2).toString('base64') }, place, sealed)).toThrow();
  expect(() => openPiece(env, place, sealed.with(20, (sealed[20] ?? 0) ^ 1))).toThrow();
});
