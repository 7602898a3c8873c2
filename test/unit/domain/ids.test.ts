import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claimIdOf, claimNumber, isMemberId, makeId, memberId } from '../../../schema/domain/ids.ts';

describe('opaque ids', () => {
  const random = fc.uint8Array({ minLength: 13, maxLength: 13 });

  test('those made later sort later', () => {
    const at = fc.integer({ min: 0, max: 4_102_444_800_000 });
    fc.assert(
      fc.property(at, at, random, random, (a, b, r, s) => {
        fc.pre(a < b);
        expect(makeId(a, r) < makeId(b, s)).toBe(true);
      }),
    );
  });

  test('they are 22 letters and digits without i, l, o and u', () => {
    fc.assert(
      fc.property(random, (bytes) => {
        expect(makeId(1_795_000_000_000, bytes)).toMatch(/^[0-9a-hjkmnp-tv-z]{22}$/);
      }),
    );
  });

  test('every byte of chance counts', () => {
    const bytes = new Uint8Array(13);
    const plain = makeId(0, bytes);
    for (let i = 0; i < 13; i += 1) expect(makeId(0, bytes.with(i, 1))).not.toBe(plain);
  });
});

describe('claim numbers', () => {
  test('are read back as the number they were made of', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999_999 }),
        fc.integer({ min: 2020, max: 2099 }),
        (id, year) => {
          expect(claimIdOf(claimNumber(id, year))).toBe(id);
        },
      ),
    );
    expect(claimNumber(123, 2026)).toBe('CLM-26-000123');
  });

  test.each(['CLM-26-123', 'clm-26-000123', 'CLM-2026-000123', '', 'CLM-26-000123 ', 'CLM-26-00012x'])(
    '%j is none',
    (text) => {
      expect(claimIdOf(text)).toBeNull();
    },
  );
});

describe('member ids', () => {
  test.each([
    ['principal', 1, 'MER-DANG-00042-P'],
    ['spouse', 1, 'MER-DANG-00042-S1'],
    ['child', 3, 'MER-DANG-00042-C3'],
    ['other', 2, 'MER-DANG-00042-X2'],
  ] as const)('%s', (relation, nth, text) => {
    expect(memberId('MER', 'DANG', 42, relation, nth)).toBe(text);
    expect(isMemberId(text)).toBe(true);
  });

  test('the family number takes six digits when five run out', () => {
    expect(memberId('MER', 'DANG', 100_000, 'principal', 1)).toBe('MER-DANG-100000-P');
  });

  test.each(['MER-DANG-42-P', 'mer-dang-00042-p', 'MER-DANG-00042-Q1', 'MER-DANG-00042'])(
    '%s is none',
    (text) => {
      expect(isMemberId(text)).toBe(false);
    },
  );
});
