import { day_ms, type Moment } from '../dates.ts';
import type { Minor } from '../money.ts';
import type { FacilityBaseline, PeersBaseline } from './baseline.ts';
import type { RiskFacts, ScoredService } from './facts.ts';
import { added, figureAt, total } from './spans.ts';

const span_ms = 10 * day_ms;
const spans_max = 9;
/** A facility's own past goes back to here: 360 days. */
const past_max = 4 * spans_max;
/** Whose first claim is so many spans old is known: 60 days. */
const known_spans = 6;
/** Tenths of a level: a spread smaller than this is taken for it, for nobody's mix is measured more finely. */
const deviationMin = 1;
/** Makes the median absolute deviation of a normal distribution its standard deviation. */
const consistency = 1.4826;

type Levels = PeersBaseline['levels'];

const spanOf = (at: Moment) => Math.floor(at / span_ms);

/** Whether one service can stand for another of its kind: what only children or women have, nobody raises something else to. */
const isForAnybody = ({ sex, ageFrom, ageTo }: ScoredService): boolean =>
  sex === null && ageFrom === null && ageTo === null;

/** The consultations on a claim's lines: how many, the sum of their levels, and the highest that anybody may have. */
export function consultationsOf({ claim, services }: Pick<RiskFacts, 'claim' | 'services'>) {
  let n = 0;
  let levels = 0;
  let highest = 0;
  for (const { service } of claim.lines) {
    const known = services.get(service);
    const level = known?.consultationLevel ?? null;
    if (!known || level === null) continue;
    n++;
    levels += level;
    if (isForAnybody(known)) highest = Math.max(highest, level);
  }
  return { n, levels, highest };
}

/** The ceiling that an amount lies at, or within so many percent under; null: none. */
export function ceilingOver(amount: Minor, ceilings: readonly Minor[], percent: number): Minor | null {
  return ceilings.find((ceiling) => amount <= ceiling && amount * 100 > ceiling * (100 - percent)) ?? null;
}

/** A facility's consultations of so many days, and their mean level in tenths. */
export interface Mix {
  n: number;
  tenths: number;
  days: number;
}

/** The mix of a facility's consultations of the last 90 days; of 180, where those are fewer than `min`. */
export function mixOf({ levels }: Pick<FacilityBaseline, 'levels'>, at: Moment, min: number): Mix {
  const over = (spans: number): Mix => {
    const n = total(levels, spanOf(at), spans, 1);
    return { n, tenths: n === 0 ? 0 : (10 * total(levels, spanOf(at), spans, 2)) / n, days: 10 * spans };
  };
  const mix = over(spans_max);
  return mix.n < min ? over(2 * spans_max) : mix;
}

/**
 * The mix of what it did before the last 90 days, back to 360, without the times at which it was found to be too high: those are no measure of what
 * is usual.
 */
export function formerMixOf({ levels }: Pick<FacilityBaseline, 'levels'>, at: Moment): Omit<Mix, 'days'> {
  const usual = levels.filter((figures) => figureAt(figures, 3) === 0);
  const former = (place: number) =>
    total(usual, spanOf(at), past_max, place) - total(usual, spanOf(at), spans_max, place);
  const n = former(1);
  return { n, tenths: n === 0 ? 0 : (10 * former(2)) / n };
}

/** A facility's prices over the means of others', as far as they are known of a claim's lines. */
export interface Dearness {
  lines: number;
  /** in hundredths, summed; each between half and twice the mean */
  ratios: number;
}

/** How dear a facility usually is: 1 where its prices are those of others; null: too few are known. */
export function dearnessOf(
  facility: Pick<FacilityBaseline, 'prices'>,
  at: Moment,
  linesMin: number,
): number | null {
  const lines = total(facility.prices, spanOf(at), spans_max, 1);
  if (lines < Math.max(1, linesMin)) return null;
  return total(facility.prices, spanOf(at), spans_max, 2) / lines / 100;
}

/** How many claims a day a facility usually files, by the last 90 days; null: it has not filed for two months yet. */
export function dailyClaims({ amounts }: Pick<FacilityBaseline, 'amounts'>, at: Moment): number | null {
  const span = spanOf(at);
  const first = amounts[0];
  if (first === undefined || figureAt(first, 0) > span - known_spans) return null;
  const spans = Math.min(spans_max, span - figureAt(first, 0) + 1);
  return total(amounts, span, spans_max, 1) / (10 * spans);
}

/** Claims of the last 90 days, and those of them just under a ceiling. */
export function amountsOf({ amounts }: Pick<FacilityBaseline, 'amounts'>, at: Moment) {
  return {
    claims: total(amounts, spanOf(at), spans_max, 1),
    under: total(amounts, spanOf(at), spans_max, 2),
    found: total(amounts, spanOf(at), spans_max, 3),
  };
}

/** The middle one of values that come with how often each stands there, in order. */
function median(pairs: readonly (readonly [number, number])[], n: number): number {
  let left = n / 2;
  for (const [value, times] of pairs) {
    left -= times;
    if (left <= 0) return value;
  }
  return 0;
}

/** How peers stand in the mean level of their consultations, in tenths of a level: median and robust deviation of `n` facilities. */
export interface PeerMix {
  n: number;
  median: number;
  deviationOf: () => number;
}

/** The peers of a facility that stands at `own`: itself left out. */
export function peerMix(levels: Levels, own: number | null): PeerMix {
  const others = levels.map(([value, n]): [number, number] => [value, value === own ? n - 1 : n]);
  const n = others.reduce((sum, [, times]) => sum + times, 0);
  const middle = median(others, n);
  const deviationOf = () => {
    const away = others.map(([value, times]): [number, number] => [Math.abs(value - middle), times]);
    away.sort(([a], [b]) => a - b);
    return Math.max(deviationMin, consistency * median(away, n));
  };
  return { n, median: middle, deviationOf };
}

/** Moves a facility among its peers from where it stood to where it stands. */
function moved(levels: Levels, from: number | null, to: number | null): Levels {
  if (from === to) return levels;
  const counts = new Map(levels);
  if (from !== null) counts.set(from, (counts.get(from) ?? 1) - 1);
  if (to !== null) counts.set(to, (counts.get(to) ?? 0) + 1);
  return [...counts].filter(([, n]) => n > 0).sort(([a], [b]) => a - b);
}

/** Claims of the last 90 days with one more among them; `isFound`: that it lies under a ceiling was found to be one case too many. */
export const withClaim = (
  amounts: FacilityBaseline['amounts'],
  at: Moment,
  isUnder: boolean,
  isFound = false,
) => added(amounts, spanOf(at), spans_max, isFound ? [1, 1, 1] : [1, isUnder ? 1 : 0]);

/** What a claim adds to its facility and to all facilities of its kind. */
export interface PeerFigures {
  at: Moment;
  consultations: { n: number; levels: number };
  dearness: Dearness;
  isUnder: boolean;
  consultationsMin: number;
  /** whether its consultations were found to be of too high levels */
  isHigh: boolean;
  /** whether it was found to lie under a ceiling as too many of the facility's do */
  isHugging: boolean;
}

/** A facility and its peers with a claim's figures in both. */
export function withPeerFigures(
  facility: Pick<FacilityBaseline, 'levels' | 'placed' | 'amounts' | 'prices'>,
  peers: PeersBaseline,
  { at, consultations, dearness, isUnder, consultationsMin, isHigh, isHugging }: PeerFigures,
) {
  const span = spanOf(at);
  const { n, levels } = consultations;
  const mix =
    n === 0 ? facility.levels : added(facility.levels, span, past_max, isHigh ? [n, levels, n] : [n, levels]);
  const { n: many, tenths } = mixOf({ levels: mix }, at, consultationsMin);
  const placed = many < Math.max(1, consultationsMin) ? null : Math.round(tenths);
  const isFound = isUnder && isHugging;
  const { lines, ratios } = dearness;
  const prices = lines === 0 ? facility.prices : added(facility.prices, span, spans_max, [lines, ratios]);
  return {
    facility: { levels: mix, placed, prices, amounts: withClaim(facility.amounts, at, isUnder, isFound) },
    peers: {
      is: 'peers' as const,
      levels: moved(peers.levels, facility.placed, placed),
      amounts: withClaim(peers.amounts, at, isUnder && !isFound),
    },
  };
}
