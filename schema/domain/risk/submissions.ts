import { day_ms, type Moment } from '../dates.ts';
import type { FacilityBaseline } from './baseline.ts';
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
}

/** The usual peak of a facility; only ten minutes in which it submitted anything count. */
export function usualPeak({ peaks }: Pick<FacilityBaseline, 'peaks'>, at: Moment): UsualPeak {
  const span = Math.floor(at / span_ms);
  const bySize = new Map<number, number>();
  let windows = 0;
  let before = 0;
  for (const figures of peaks) {
    const from = figureAt(figures, 0);
    if (from <= span - spans_max) continue;
    for (let i = 1; i < figures.length; i += 2) {
      const size = figureAt(figures, i);
      const n = figureAt(figures, i + 1);
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
  return { windows, peak: Math.max(peak, before) };
}

const windowOf = (at: Moment) => Math.floor(at / window_ms);

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

/** The windows with one submission more; one that is over goes among those its usual peak is made of. */
export function withSubmission(
  facility: Pick<FacilityBaseline, 'window' | 'peaks'>,
  at: Moment,
  windowsMin: number,
): Pick<FacilityBaseline, 'window' | 'peaks'> {
  const { window, peaks } = facility;
  const now = windowOf(at);
  if (now <= window.at) return { window: { ...window, count: window.count + 1 }, peaks };
  const opened = { at: now, count: 1, before: now === window.at + 1 ? window.count : 0 };
  if (window.count === 0) return { window: opened, peaks };
  const { windows, peak } = usualPeak(facility, at);
  const size = sizeKept(windows < windowsMin ? window.count : Math.min(window.count, pull_max * peak));
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
