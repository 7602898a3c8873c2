import { expect, test } from 'vitest';
import { TokenBuckets } from '../../../worker/middleware/token-bucket.ts';

const comings = (buckets: TokenBuckets, caller: string, times: number, now: number) =>
  Array.from({ length: times }, () => {
    const wait_s = buckets.wait_s(caller, now);
    if (wait_s === 0) buckets.take(caller, now);
    return wait_s;
  });

test('somebody who rests may come as often at once as the burst says, and is then told how long to wait', () => {
  const buckets = new TokenBuckets({ rate: 1, burst: 3 });
  expect(comings(buckets, 'ada', 5, 0)).toEqual([0, 0, 0, 1, 1]);
});

test('time gives back what was used, never more than the burst', () => {
  const buckets = new TokenBuckets({ rate: 2, burst: 4 });
  comings(buckets, 'ada', 4, 0);
  expect(comings(buckets, 'ada', 3, 1_000)).toEqual([0, 0, 1]);
  expect(comings(buckets, 'ada', 5, 3_600_000)).toEqual([0, 0, 0, 0, 1]);
});

test('a slow allowance says how many seconds, and keeps to it', () => {
  const buckets = new TokenBuckets({ rate: 0.1, burst: 1 });
  expect(comings(buckets, 'ada', 2, 0)).toEqual([0, 10]);
  expect(comings(buckets, 'ada', 1, 9_000)).toEqual([1]);
  expect(comings(buckets, 'ada', 1, 10_000)).toEqual([0]);
});

test('one caller does not use up what another may', () => {
  const buckets = new TokenBuckets({ rate: 1, burst: 1 });
  expect(comings(buckets, 'ada', 2, 0)).toEqual([0, 1]);
  expect(comings(buckets, 'bola', 1, 0)).toEqual([0]);
});

test('a clock that steps back takes nothing away', () => {
  const buckets = new TokenBuckets({ rate: 1, burst: 2 });
  comings(buckets, 'ada', 1, 10_000);
  expect(comings(buckets, 'ada', 1, 5_000)).toEqual([0]);
});

test('only so many callers are remembered: the one not seen for longest is forgotten first', () => {
  const buckets = new TokenBuckets({ rate: 0.001, burst: 1 });
  buckets.take('first', 0);
  for (let n = 0; n < 19_999; n += 1) buckets.take(`caller ${n}`, 0);
  expect(buckets.wait_s('first', 0)).toBeGreaterThan(0);
  buckets.take('one too many', 0);
  expect(buckets.wait_s('first', 0)).toBe(0);
  expect(buckets.wait_s('caller 0', 0)).toBeGreaterThan(0);
});

test('a coming that is given back did not count, and nobody gets more than a full bucket', () => {
  const buckets = new TokenBuckets({ rate: 0.001, burst: 1 });
  buckets.take('ada', 0);
  expect(buckets.wait_s('ada', 0)).toBeGreaterThan(0);
  buckets.give('ada', 0);
  buckets.give('ada', 0);
  expect(buckets.wait_s('ada', 0)).toBe(0);
  buckets.take('ada', 0);
  expect(buckets.wait_s('ada', 0)).toBeGreaterThan(0);
});
