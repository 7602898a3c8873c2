import { day_ms, type Moment } from '../dates.ts';
import type { Means } from './baseline.ts';
import { addAt, changed, figureAt } from './spans.ts';

const span_ms = (365.25 / 6) * day_ms;
const spans_max = 6;
const groups = 5;
/** n, sum, squares, and how many of the n were near another. */
const figures_n = 4;
const empty = Array.from({ length: figures_n * groups }, () => 0);
/** An amount counts as so many times the mean at most, and as that part of it at least. */
const pull_max = 2;
/** From so many amounts on there is a mean to hold the next one against. */
const pullFrom = 5;

/** What amounts usually are: the mean and the standard deviation of `n`, and the share of them that came near another. */
export interface Usual {
  n: number;
  mean: number;
  deviation: number;
  near: number;
}

/** A small number from a text, the same for ever (FNV-1a, 32 bits). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Which of five groups a facility is in. */
export const groupOf = (facilityId: string) => hashOf(facilityId) % groups;

/** Counts, sums and squares of all groups but one, and which of them have any (a bit each). */
function pooled({ spans }: Means, span: number, without: number | null) {
  let n = 0;
  let sum = 0;
  let squares = 0;
  let near = 0;
  let seen = 0;
  for (const figures of spans) {
    if (figureAt(figures, 0) <= span - spans_max) continue;
    for (let group = 0; group < groups; group++) {
      const place = 1 + figures_n * group;
      const many = figureAt(figures, place);
      if (many === 0 || group === without) continue;
      n += many;
      sum += figureAt(figures, place + 1);
      squares += figureAt(figures, place + 2);
      near += figureAt(figures, place + 3);
      seen |= 1 << group;
    }
  }
  return { n, sum, squares, near, seen };
}

/**
 * What other facilities' amounts of the last twelve months were; null: there are fewer than `min`, or they are of a single group
 * of facilities, and nothing can be said.
 */
export function usualFor(means: Means, facilityId: string, at: Moment, min: number): Usual | null {
  const { n, sum, squares, near, seen } = pooled(means, Math.floor(at / span_ms), groupOf(facilityId));
  if (n < Math.max(1, min) || (seen & (seen - 1)) === 0) return null;
  const mean = sum / n;
  const deviation = Math.sqrt(Math.max(0, (squares * 10_000) / n - mean * mean));
  return { n, mean, deviation, near: near / n };
}

/** One amount, of whom and when; `isNear`: the person had the same within days at the same facility. */
export interface Amount {
  facilityId: string;
  at: Moment;
  amount: number;
  isNear: boolean;
}

/** The baseline with one amount more; nothing is learned from an amount of zero. */
export function withAmount(means: Means | null, { facilityId, at, amount, isNear }: Amount): Means {
  const known: Means = means ?? { is: 'means', spans: [] };
  if (amount <= 0) return known;
  const span = Math.floor(at / span_ms);
  const { n, sum } = pooled(known, span, null);
  const mean = sum / n;
  const counted =
    n < pullFrom ? amount : Math.round(Math.min(pull_max * mean, Math.max(mean / pull_max, amount)));
  const place = 1 + figures_n * groupOf(facilityId);
  const spans = changed(known.spans, { span, most: spans_max, empty }, (figures) => {
    addAt(figures, place, 1);
    addAt(figures, place + 1, counted);
    // In whole units of the currency, squared: it is a measure of spread, and short to write.
    addAt(figures, place + 2, Math.round((counted / 100) ** 2));
    if (isNear) addAt(figures, place + 3, 1);
  });
  return { is: 'means', spans };
}
