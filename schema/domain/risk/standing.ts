import type { Moment } from '../dates.ts';
import type { FacilityBaseline, PeersBaseline } from './baseline.ts';
import { amountsOf, formerMixOf, type Mix, mixOf, peerMix } from './peers.ts';
import type { RiskSettings } from './settings.ts';

/** A facility whose consultations are of far higher levels than they should be, and what they are held against. */
export interface HighMix extends Mix {
  /** tenths of a level: what was to be expected */
  expected: number;
  /** how many deviations above it */
  score: number;
  /** so many peers; or so many earlier consultations of its own, where there are too few peers */
  against: { peers: number } | { own: number };
}

/** Tenths of a level by which the levels of single consultations lie around their mean, taken wide: there are five levels. */
const levelDeviation = 10;

/**
 * Whether a facility's consultations of 90 days stand far above its peers' (claims.md, Risk), and by how much; null: not. Where there are
 * fewer peers than one can be compared with (the only teaching hospital, a clinic of specialists), others of the kind would
 * be no measure, for they treat other cases: it is held against what it did itself in the nine months before, by the
 * deviation that so many consultations leave to chance.
 */
export function highMixOf(
  facility: FacilityBaseline,
  peers: PeersBaseline,
  at: Moment,
  { z, consultationsMin, peersMin }: RiskSettings['upcoding'],
): HighMix | null {
  const mix = mixOf(facility, at, consultationsMin);
  if (mix.n < consultationsMin) return null;
  const { n, median, deviation } = peerMix(peers.levels, facility.placed);
  if (n >= peersMin) {
    const score = (mix.tenths - median) / deviation;
    return score < z ? null : { ...mix, expected: median, score, against: { peers: n } };
  }
  const former = formerMixOf(facility, at);
  if (former.n < consultationsMin) return null;
  const chance = levelDeviation * Math.sqrt(1 / mix.n + 1 / former.n);
  const score = (mix.tenths - former.tenths) / Math.max(1, chance);
  return score < z ? null : { ...mix, expected: former.tenths, score, against: { own: former.n } };
}

/** Whether a consultation is of a higher level than was to be expected of it: the expected mean, as a level. */
export const isAbove = (level: number, { expected }: Pick<HighMix, 'expected'>): boolean =>
  level > Math.round(expected / 10);

/** A facility of whose claims far more lie just under a ceiling than of its peers'; shares of 90 days' claims. */
export interface Hugging {
  claims: number;
  share: number;
  expected: number;
}

/** Whether a facility's claims hug ceilings, and how; null: not. What it adds to its peers itself is taken out of what is expected. */
export function huggingOf(
  facility: FacilityBaseline,
  peers: PeersBaseline,
  at: Moment,
  { factor, claimsMin, underMin }: RiskSettings['threshold_hugging'],
): Hugging | null {
  const { claims, under } = amountsOf(facility, at);
  if (claims < claimsMin || under < underMin) return null;
  const all = amountsOf(peers, at);
  if (all.claims - claims < claimsMin) return null;
  const share = under / claims;
  const expected = Math.max(0, all.under - under) / (all.claims - claims);
  return share < factor * expected ? null : { claims, share, expected };
}
