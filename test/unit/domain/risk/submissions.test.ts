import { describe, expect, test } from 'vitest';
import type { FacilityBaseline } from '../../../../schema/domain/risk/baseline.ts';
import { defaultRisk } from '../../../../schema/domain/risk/settings.ts';
import {
  burstOf,
  submissionsUntil,
  usualPeak,
  withSubmission,
} from '../../../../schema/domain/risk/submissions.ts';
import { aFacility, at, known, saidBy, someFacts, spans } from './builders.ts';

const now = at('2026-03-10T10:00');
const day_ms = 86_400_000;
const { fiveDays, window } = spans;

describe('submissions', () => {
  const none = { window: { at: 0, count: 0, before: 0 }, peaks: [], amounts: [] as number[][] };
  const plain = { windowsMin: 3, isBurst: false };
  const sent = (moments: readonly number[]) =>
    moments.reduce<Parameters<typeof withSubmission>[0]>(
      (known, moment) => ({ ...none, ...withSubmission(known, moment, plain) }),
      none,
    );

  test('a facility’s first claim is its first window, and no peak yet', () => {
    const first = sent([now]);
    expect(usualPeak(first, now)).toMatchObject({ windows: 0, peak: 0 });
    expect(submissionsUntil(none, now)).toBe(1);
    expect(submissionsUntil(first, now)).toBe(2);
  });
  test('ten minutes that are over go among those it is compared with', () => {
    const busy = sent([now, now, now, now + 3_600_000]);
    expect(usualPeak(busy, now + 3_600_000)).toMatchObject({ windows: 1, peak: 3 });
    expect(submissionsUntil(busy, now + 2 * 3_600_000)).toBe(1);
  });
  test('of the ten minutes before, the part that still lies within counts', () => {
    const before = sent(Array.from({ length: 20 }, () => now));
    expect(submissionsUntil(before, now + 600_000)).toBe(21);
    expect(submissionsUntil(before, now + 900_000)).toBe(11);
    const both = withSubmission(before, now + 600_000, plain);
    expect(submissionsUntil(both, now + 900_000)).toBe(12);
    expect(submissionsUntil(both, now - 600_000)).toBe(22);
  });
  test('a clock that goes back counts in the latest window', () => {
    expect(sent([now, now - 5_000_000]).window.count).toBe(2);
  });
  test('one large window in a hundred is no usual peak, and counts double the usual at most', () => {
    const singles = Array.from({ length: 60 }, (_, i) => now + i * 1_200_000);
    const after = now + 61 * 1_200_000;
    const busy = sent([...singles, ...Array.from({ length: 80 }, () => after), after + 1_200_000]);
    expect(usualPeak(busy, after)).toMatchObject({ windows: 61, peak: 1 });
    expect(busy.peaks.flat()).not.toContain(80);
  });
  test('last month’s batch is remembered beside the 30 days, and no longer than 65', () => {
    const batch = sent([...Array.from({ length: 240 }, () => now), now + 1_200_000]);
    expect(usualPeak(batch, now + 40 * day_ms)).toMatchObject({ windows: 0, peak: 200 });
    expect(usualPeak(batch, now + 80 * day_ms)).toMatchObject({ windows: 0, peak: 0 });
    const size = (n: number) =>
      usualPeak(sent([...Array.from({ length: n }, () => now), now + day_ms]), now + day_ms).peak;
    expect([20, 23, 149, 2_300].map(size)).toEqual([20, 20, 100, 2_000]);
  });
});

describe('a burst that was found', () => {
  const day = (n: number) => fiveDays * 5 * day_ms + n * day_ms;
  const usual = (bursts: number) => [[fiveDays, 2, 30, -40, bursts]];
  test('is kept apart, with a size below zero', () => {
    let known: Parameters<typeof withSubmission>[0] = {
      window: { at: 0, count: 0, before: 0 },
      peaks: [],
      amounts: [],
    };
    for (const [moment, isBurst] of [
      [now, true],
      [now, false],
      [now + day_ms, false],
    ] as const)
      known = { ...known, ...withSubmission(known, moment, { windowsMin: 3, isBurst }) };
    expect(known.window.isBurst).toBeUndefined();
    expect(known.peaks.flat()).toEqual([expect.any(Number), -2, 1]);
  });
  test('is no measure of the next one, until there are more than three: then it is how the facility works', () => {
    expect(usualPeak({ peaks: usual(3) }, day(0))).toMatchObject({ windows: 30, peak: 2 });
    expect(usualPeak({ peaks: usual(4) }, day(0))).toMatchObject({ windows: 34, peak: 40 });
    expect(usualPeak({ peaks: usual(4) }, day(80))).toMatchObject({ windows: 0, peak: 0 });
  });
});

describe('what a facility has to send', () => {
  const tenDays = Math.floor(now / (10 * day_ms));
  /** Two claims a day for ninety days. */
  const amounts = Array.from({ length: 9 }, (_, i) => [tenDays - 8 + i, 20, 0]);
  const plain = { windowsMin: 3, isBurst: false };
  type Sender = Parameters<typeof withSubmission>[0];
  const sending = (from: Sender, many: number, moment: number, isBurst = false): Sender => {
    let known = from;
    for (let n = 0; n < many; n++)
      known = { ...known, ...withSubmission(known, moment, { ...plain, isBurst }) };
    return known;
  };
  const none: Sender = { window: { at: 0, count: 0, before: 0 }, peaks: [], amounts };
  const owed = ({ window }: Sender) => window.run?.owed;
  const batch = sending(none, 14, now - 7 * day_ms);

  test('is what it files a day, times the days since it last sent a batch', () => {
    expect(owed(sending(batch, 1, now))).toBe(14);
    expect(sending(batch, 3, now).window.run).toMatchObject({ sent: 3, owed: 14, isBurst: false });
  });
  test('a single correction leaves the rest still to send', () => {
    const corrected = sending(batch, 1, now - 2 * day_ms);
    expect(owed(corrected)).toBe(10);
    expect(owed(sending(corrected, 1, now))).toBe(13);
  });
  test('whoever goes on within a day goes on with the same batch', () =>
    expect(sending(sending(batch, 5, now - 7_200_000), 1, now).window.run).toMatchObject({
      sent: 6,
      owed: 13.8,
    }));
  test('a burst is nothing that it had to send', () => {
    const burst = sending(batch, 40, now - 2 * day_ms, true);
    expect(sending(burst, 1, now - 2 * day_ms).window.run).toMatchObject({ isBurst: true });
    expect(owed(sending(burst, 1, now))).toBe(14);
    const unknown = { ...burst, window: { ...burst.window, run: { sent: 40, owed: null, isBurst: true } } };
    expect(owed(sending(unknown, 1, now))).toBe(90);
  });
  test('never is more than of 45 days, and of a facility that is new nobody can say', () => {
    expect(owed(none && sending(none, 1, now))).toBe(90);
    expect(owed(sending({ ...none, amounts: [] }, 1, now))).toBeNull();
    expect(owed(sending({ ...none, amounts: [[tenDays - 5, 20, 0]] }, 1, now))).toBeNull();
    expect(owed(sending({ ...none, amounts: [[tenDays - 6, 70, 0]] }, 1, now))).toBe(45);
  });
});

describe('rapid fire', () => {
  const usual = [[fiveDays, 1, 30, 5, 5]];
  const bursting = (count: number, peaks = usual) =>
    aFacility({ window: { at: window, count, before: 0 }, peaks });
  const said = (facility: FacilityBaseline | null, learned = false) =>
    saidBy(
      'rapid_fire',
      someFacts({ learned, baselines: facility ? known({ 'facility:F1': facility }) : new Map() }),
    );
  test('more than four times the usual peak, and twenty at least', () => {
    expect(said(bursting(20))).toEqual([
      'The facility submitted 21 claims within ten minutes; its usual peak is 5 (95% of the 35 times it submitted in the last 30 days).',
    ]);
    expect(said(bursting(19))).toEqual([]);
    expect(said(bursting(18, [[fiveDays, 1, 30]]))).toEqual([]);
    expect(said(bursting(19, [[fiveDays, 1, 30]]))).toHaveLength(1);
  });
  test('too few windows, an unknown facility, or a claim that is scored again is none', () => {
    expect(said(bursting(90, [[fiveDays, 1, 2]]))).toEqual([]);
    expect(said(null)).toEqual([]);
    expect(said(bursting(90), true)).toEqual([]);
  });
});

describe('a burst of a facility that sends by batch', () => {
  /** Batches of forty, of which four are known. */
  const peaks = [[fiveDays - 1, 40, 4]];
  const said = (run: FacilityBaseline['window']['run'], count: number, batches?: number[]) =>
    saidBy(
      'rapid_fire',
      someFacts({
        baselines: known({
          'facility:F1': aFacility({
            peaks,
            window: {
              at: window,
              count,
              before: 0,
              ...(run ? { run } : {}),
              ...(batches ? { batches } : {}),
            },
          }),
        }),
      }),
    );
  test('is more than it has to send since its last one, by four deviations', () => {
    expect(said({ sent: 24, owed: 6, isBurst: false }, 24)).toEqual([
      'The facility submitted 25 claims in one go; by what it usually files a day it had about 6 to send since its last batch.',
    ]);
    expect(said({ sent: 40, owed: 38, isBurst: false }, 40)).toEqual([]);
    expect(said({ sent: 22, owed: 0.2, isBurst: false }, 22)).toHaveLength(1);
  });
  test('is a batch long before the next one is due', () => {
    const batches = [30, 23, 16, 9].map((days) => window - days * 144);
    const early = { sent: 40, owed: 38, isBurst: false, from: window - 6 * 144 };
    expect(said(early, 40, batches)).toEqual([
      'The facility submitted 41 claims in one go, as many as a batch of its own, 3 days after its last batch; it usually sends one every 7 days.',
    ]);
    expect(said(early, 40, batches.slice(2))).toEqual([]);
  });
  test('is none where it comes slowly, or nobody can say what there is to send', () => {
    expect(said({ sent: 30, owed: 6, isBurst: false }, 18)).toEqual([]);
    expect(said({ sent: 30, owed: null, isBurst: false }, 30)).toEqual([]);
    expect(said(undefined, 30)).toEqual([]);
  });
});

describe('a batch off its facility’s schedule', () => {
  type Sender = Parameters<typeof withSubmission>[0];
  /** What a facility sends on some days, all at ten o’clock, and whether that was found to be a burst. */
  const sent = (batches: readonly (readonly [day: number, many: number, isBurst?: boolean])[]): Sender => {
    let known: Sender = { window: { at: 0, count: 0, before: 0 }, peaks: [], amounts: [] };
    for (const [day, many, isBurst = false] of batches)
      for (let n = 0; n < many; n++) {
        const moment = now + day * day_ms + n * 5_000;
        known = { ...known, ...withSubmission(known, moment, { windowsMin: 3, isBurst }) };
      }
    return known;
  };
  const burst = (known: Sender, day: number, many: number) =>
    burstOf(known, now + day * day_ms + many * 5_000, many, defaultRisk.rapid_fire);
  const monthly = [
    [0, 60],
    [31, 60],
    [59, 60],
    [90, 60],
  ] as const;

  test('is one of its own size, long before the next is due', () => {
    const said = burst(sent([...monthly, [102, 39]]), 102, 40);
    expect(said).toEqual({ many: 40, usual: 0, by: { every_days: 31, after_days: 12 } });
    expect(burst(sent([...monthly, [102, 19]]), 102, 20)).toBeNull();
  });
  test('is none when it is about due, and none after what was found to be a burst', () => {
    expect(burst(sent([...monthly, [118, 59]]), 118, 60)).toBeNull();
    expect(burst(sent([...monthly, [102, 40, true], [120, 59]]), 120, 60)).toBeNull();
  });
  test('of a facility with no schedule, or too few batches to tell, nobody can say', () => {
    const whenever = [0, 9, 50, 61, 98].map((day) => [day, 60] as const);
    expect(burst(sent([...whenever, [102, 39]]), 102, 40)).toBeNull();
    expect(burst(sent([...monthly.slice(2), [102, 39]]), 102, 40)).toBeNull();
  });
  test('one that sends day by day rests on a holiday, and sends no batches', () => {
    const weeks = [0, 7, 14, 21].flatMap((monday) =>
      [0, 0.9, 1.8, 2.7, 3.6].map((day) => [monday + day, 30] as const),
    );
    const known = sent([...weeks, [28, 30], [30, 29]]);
    expect(known.window.batches).toHaveLength(1);
    expect(burst(known, 30, 30)).toBeNull();
  });
});
