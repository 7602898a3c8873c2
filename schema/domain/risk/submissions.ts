import { day_ms, type Moment } from '../dates.ts';
import type { FacilityBaseline } from './baseline.ts';
import { dailyClaims } from './peers.ts';
import type { RiskSettings } from './settings.ts';
import { addAt, changed, figureAt } from './spans.ts';

const window_ms = 600_000;
const span_ms = 5 * day_ms;
/** 30 days, and the month before them: who sends by the month has the last batch there. */
const recent = 6;
const spans_max = 13;
/** A window counts as so many times the usual peak at most: a burst a day does not become what is usual. */
const pull_max = 2;

/** Sizes of windows as they are kept: exact up to 20, in steps of 5 up to 100, of 50 up to 1,000, and of 500. */
function sizeKept(count: number): number {
  const step = count <= 20 ? 1 : count <= 100 ? 5 : count <= 1000 ? 50 : 500;
  return Math.floor(count / step) * step;
}

/** What a facility's busiest ten minutes usually hold: the 95th percentile of its `windows` over 30 days. */
export interface UsualPeak {
  windows: number;
  peak: number;
  /** how many claims there are in the ten minutes in which one of its claims usually comes, over 65 days */
  batch: number;
}

/** So many windows with a burst are exceptions, and no measure of the next one; from then on it is how the facility works. */
const exceptions_max = 3;

/** Windows in which a burst was found. */
function burstsOf(spans: FacilityBaseline['peaks']): number {
  let bursts = 0;
  for (const figures of spans)
    for (let i = 1; i < figures.length; i += 2)
      if (figureAt(figures, i) < 0) bursts += figureAt(figures, i + 1);
  return bursts;
}

/** The usual peak of a facility; only ten minutes in which it submitted anything count. */
export function usualPeak({ peaks }: Pick<FacilityBaseline, 'peaks'>, at: Moment): UsualPeak {
  const span = Math.floor(at / span_ms);
  const bySize = new Map<number, number>();
  let windows = 0;
  let before = 0;
  let claims = 0;
  let squares = 0;
  const counted = peaks.filter((figures) => figureAt(figures, 0) > span - spans_max);
  const isHabit = burstsOf(counted) > exceptions_max;
  for (const figures of counted) {
    const from = figureAt(figures, 0);
    for (let i = 1; i < figures.length; i += 2) {
      if (figureAt(figures, i) < 0 && !isHabit) continue;
      const size = Math.abs(figureAt(figures, i));
      const n = figureAt(figures, i + 1);
      claims += n * size;
      squares += n * size ** 2;
      if (from <= span - recent) before = Math.max(before, size);
      else {
        bySize.set(size, (bySize.get(size) ?? 0) + n);
        windows += n;
      }
    }
  }
  let left = windows * 0.95;
  let peak = 0;
  for (const [size, n] of [...bySize].sort(([a], [b]) => a - b)) {
    if (left <= 0) break;
    peak = size;
    left -= n;
  }
  return { windows, peak: Math.max(peak, before), batch: claims === 0 ? 0 : squares / claims };
}

const windowOf = (at: Moment) => Math.floor(at / window_ms);

/** When ten minutes begin. */
export const momentOf = (window: number): Moment => window * window_ms;

/**
 * How many a facility has submitted in the ten minutes that end at a moment, counting one that comes now: of the window before, the
 * part that still lies within them, as if it had come evenly.
 */
export function submissionsUntil({ window }: Pick<FacilityBaseline, 'window'>, at: Moment): number {
  const now = windowOf(at);
  const left = 1 - (at % window_ms) / window_ms;
  if (now <= window.at) return window.count + Math.floor(window.before * left) + 1;
  return now === window.at + 1 ? Math.floor(window.count * left) + 1 : 1;
}

/** Whether a facility that submits now had submitted nothing in the ten minutes before. */
export const isNewRun = ({ window }: Pick<FacilityBaseline, 'window'>, at: Moment): boolean =>
  windowOf(at) > window.at + 1;

const noRun = { sent: 0, owed: null, isBurst: false };

/** Whether so many are as many as a batch of a facility's own. */
const isBatch = (sent: number, { batch }: UsualPeak): boolean => 2 * sent >= batch;

/** So many batches are remembered. */
const batches_max = 6;

/** Who sends for longer than so much of the time until they send again sends day by day, and no batches. */
const sending_share = 0.25;

/**
 * The batches a facility has sent when it begins to send again: what it sent before is one if it was large enough, in one go,
 * and no burst.
 */
function batchesUntil(
  facility: Pick<FacilityBaseline, 'window' | 'peaks'>,
  at: Moment,
): readonly number[] | undefined {
  const { at: last, batches, run } = facility.window;
  if (run?.from === undefined || run.isBurst || !isBatch(run.sent, usualPeak(facility, at))) return batches;
  if (last - run.from > sending_share * (windowOf(at) - run.from)) return batches;
  return [...(batches ?? []), run.from].slice(-batches_max);
}

/**
 * A facility sends its batches by a schedule where so many intervals between them at least, and most of all that are known, are
 * within so much of the middle one; weekends and months move them less. What comes earlier than that is off the schedule.
 */
const alike_min = 2;
const alike_share = 0.15;

/** How long a facility that sends its batches at regular intervals usually has between them, and had before this one, in days. */
export interface EarlyBatch {
  every_days: number;
  after_days: number;
}

/** Whether what a facility sends now is a batch, long before its next one is due; null: it is not, or its batches have no schedule. */
function earlyBatch({ batches = [], run }: FacilityBaseline['window']): EarlyBatch | null {
  const last = batches.at(-1);
  if (last === undefined || run?.from === undefined) return null;
  const intervals = batches.slice(1).map((from, i) => from - (batches[i] ?? 0));
  const usual = intervals.toSorted((a, b) => a - b)[Math.floor(intervals.length / 2)] ?? 0;
  const alike = intervals.filter((each) => Math.abs(each - usual) <= alike_share * usual).length;
  const after = run.from - last;
  if (alike < alike_min || 2 * alike <= intervals.length || after >= (1 - alike_share) * usual) return null;
  return { every_days: Math.round(usual / rest_windows), after_days: Math.round(after / rest_windows) };
}

/** Nobody has care of longer than so many days still to send. */
const owed_days_max = 45;
/** Who has sent nothing for so long (a day) begins another batch; somebody who goes on after a break does not. */
const rest_windows = day_ms / window_ms;

/**
 * How many claims a facility has to send by a moment: what it files on a usual day, times the days since it last sent any; null:
 * nobody can say yet. A batch of at least half its usual size leaves nothing behind, a single correction does; and a burst is
 * nothing that it had to send.
 */
function owedBy(facility: Pick<FacilityBaseline, 'window' | 'amounts' | 'peaks'>, at: Moment): number | null {
  const daily = dailyClaims(facility, at);
  if (daily === null) return null;
  const { at: last, run = noRun } = facility.window;
  const most = daily * owed_days_max;
  const before = run.owed ?? most;
  const left = run.isBurst
    ? before
    : isBatch(run.sent, usualPeak(facility, at))
      ? 0
      : Math.max(0, before - run.sent);
  return Math.round(10 * Math.min(most, left + (daily * (windowOf(at) - last)) / rest_windows)) / 10;
}

/**
 * The windows with one submission more, which is found to belong to a burst or not; one that is over goes among those its usual
 * peak is made of.
 */
export function withSubmission(
  facility: Pick<FacilityBaseline, 'window' | 'peaks' | 'amounts'>,
  at: Moment,
  { windowsMin, isBurst }: { windowsMin: number; isBurst: boolean },
): Pick<FacilityBaseline, 'window' | 'peaks'> {
  const { window, peaks } = facility;
  const now = windowOf(at);
  const goesOn = now - window.at < rest_windows && window.run;
  const run = goesOn
    ? { ...goesOn, sent: goesOn.sent + 1, isBurst: goesOn.isBurst || isBurst }
    : { sent: 1, owed: owedBy(facility, at), isBurst, from: now };
  const batches = goesOn ? window.batches : batchesUntil(facility, at);
  const sends = batches ? { run, batches } : { run };
  const found = isBurst ? { isBurst } : {};
  if (now <= window.at) return { window: { ...window, count: window.count + 1, ...sends, ...found }, peaks };
  const opened = {
    at: now,
    count: 1,
    before: isNewRun(facility, at) ? 0 : window.count,
    ...sends,
    ...found,
  };
  if (window.count === 0) return { window: opened, peaks };
  const { windows, peak } = usualPeak(facility, at);
  const kept = sizeKept(windows < windowsMin ? window.count : Math.min(window.count, pull_max * peak));
  const size = window.isBurst ? -kept : kept;
  const span = Math.floor((window.at * window_ms) / span_ms);
  return {
    window: opened,
    peaks: changed(peaks, { span, most: spans_max, empty: [] }, (figures) => {
      for (let i = 1; i < figures.length; i += 2)
        if (figures[i] === size) {
          addAt(figures, i + 1, 1);
          return;
        }
      figures.push(size, 1);
    }),
  };
}

/** A facility that submits far more within ten minutes than it usually does, and what it is held against. */
export interface Burst {
  many: number;
  usual: number;
  /** so many windows its usual peak is known by; what it had to send; or when its batches come */
  by: { windows: number } | 'owed' | EarlyBatch;
}

/** Patients come as they come (a count's deviation is its root), and by weekday and season there are more or fewer by so much. */
const volumeDeviation = 0.3;

/**
 * Whether so many claims within ten minutes are more than a facility's own (claims.md, Risk); null: not. Its own is its usual peak. One
 * that sends by batch has a batch for its peak; between its batches it is held, with all it sends in one go, against what there is to send since the last.
 */
export function burstOf(
  facility: Pick<FacilityBaseline, 'window' | 'peaks'>,
  at: Moment,
  many: number,
  { factor, submissionsMin, windowsMin }: RiskSettings['rapid_fire'],
): Burst | null {
  if (many < submissionsMin) return null;
  const own = usualPeak(facility, at);
  const { windows, peak } = own;
  if (windows >= Math.max(1, windowsMin) && many > factor * peak)
    return { many, usual: peak, by: { windows } };
  const { owed, sent } = facility.window.run ?? noRun;
  const early = isBatch(sent + 1, own) ? earlyBatch(facility.window) : null;
  if (early) return { many: sent + 1, usual: 0, by: early };
  const usual = Math.max(1, Math.round(owed ?? 0));
  const deviation = Math.sqrt(usual + (volumeDeviation * usual) ** 2);
  return owed !== null && sent + 1 > usual + factor * deviation
    ? { many: sent + 1, usual, by: 'owed' }
    : null;
}
