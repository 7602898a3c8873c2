import { expect, test } from 'vitest';
import {
  type Counted,
  countedWith,
  countFaults,
  peersTotal,
} from '../../../../schema/domain/risk/recount.ts';
import { at } from './builders.ts';

const now = at('2026-03-10T10:00');
const day_ms = 86_400_000;
const span = Math.floor(now / (10 * day_ms));

const counted = (moments: readonly number[], replaces = false, isBurst = false): Counted =>
  moments.reduce<Counted | undefined>(
    (so, moment) => countedWith(so, { at: moment, replaces, isBurst }, 3),
    undefined,
  ) ?? countedWith(undefined, { at: now, replaces, isBurst }, 3);

test('claims are counted by ten minutes and by ten days, a correction by its minutes alone', () => {
  const three = counted([now, now, now + day_ms]);
  expect(three.window).toMatchObject({ count: 1, before: 0 });
  expect(three.peaks.flat()).toEqual([expect.any(Number), 2, 1]);
  expect(three.amounts).toEqual([[span, 3, 0]]);
  expect(counted([now, now, now + day_ms], false, true).peaks.flat()).toEqual([expect.any(Number), -2, 1]);
  expect(counted([now], true)).toMatchObject({ window: { count: 1 }, amounts: [] });
});

test('what does not agree is said, each by itself; what cannot be compared is not', () => {
  const said = counted([now, now, now + day_ms]);
  const all = { peaks: true };
  expect(countFaults(said, said, all)).toEqual([]);
  expect(countFaults(undefined, said, all)).toEqual(['no baseline is kept']);
  const fewer = { ...said, amounts: [[span, 2, 0]] };
  expect(countFaults(fewer, said, all)).toEqual([`kept are ${span}: 2; the claims say ${span}: 3`]);
  expect(countFaults({ ...said, amounts: [[]] }, said, all)).toEqual([
    `kept are 0: 0; the claims say ${span}: 3`,
  ]);
  const busier = { ...said, window: { ...said.window, count: 9 } };
  expect(countFaults(busier, said, all)).toEqual([
    expect.stringMatching(/^kept is 9 after 0 .* say 1 after 0/),
  ]);
  const otherPeaks = { ...said, peaks: [] };
  expect(countFaults(otherPeaks, said, all)).toEqual([expect.stringMatching(/sizes of its windows/)]);
  expect(countFaults(otherPeaks, said, { peaks: false })).toEqual([]);
});

test('peers are summed by span, those that filed nothing then as none', () => {
  const peers = [{ amounts: [[span, 2, 0]] }, { amounts: [[span, 3, 1], [span + 1]] }];
  expect(peersTotal(peers, [span, span + 1])).toBe(`${span}: 5, ${span + 1}: 0`);
});
