import { describe, expect, test } from 'vitest';
import {
  type CardDevice,
  cardText,
  devices_max,
  isCurrent,
  readCardText,
  signedPart,
  slot_ms,
  slotAt,
  withDevice,
} from '../../../../schema/domain/members/card-code.ts';

const code = {
  insurer: 'meridian',
  memberId: 'MER-DANG-00042-P',
  device: '01hzyabcdefghjkm',
  slot: 59_812_345,
  signature: 'A'.repeat(86),
};

describe("a card's code", () => {
  test('is read back as it was written', () => {
    expect(readCardText(cardText(code))).toEqual(code);
    expect(cardText(code).startsWith(`${signedPart(code)}:`)).toBe(true);
  });

  test.each([
    '',
    'https://example.test/',
    cardText({ ...code, signature: 'A'.repeat(85) }),
    cardText({ ...code, insurer: 'Mer idian' }),
    cardText(code).replace('VETRA1', 'VETRA2'),
    `${cardText(code)}:more`,
  ])('%j is none', (text) => {
    expect(readCardText(text)).toBeNull();
  });

  test('is another one every thirty seconds, and is taken while it can be of now', () => {
    const at = Date.UTC(2026, 10, 26, 9);
    expect(slotAt(at + slot_ms)).toBe(slotAt(at) + 1);
    for (const off of [-10, 0, 10]) expect(isCurrent(slotAt(at) + off, at)).toBe(true);
    for (const off of [-11, 11]) expect(isCurrent(slotAt(at) + off, at)).toBe(false);
  });
});

describe('the devices that show a card', () => {
  const device = (n: number): CardDevice => ({ id: `device-${n}`, publicKey: 'x', since: n });

  test('are known once, and the oldest goes where there are too many', () => {
    expect(withDevice([device(1)], { ...device(1), since: 9 })).toEqual([device(1)]);
    const many = Array.from({ length: devices_max }, (_, n) => device(n));
    expect(withDevice(many, device(99)).map(({ id }) => id)).toEqual([
      ...many.slice(1).map(({ id }) => id),
      'device-99',
    ]);
  });
});
