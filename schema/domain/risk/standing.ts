import type { Moment } from '../dates.ts';
import type { Minor } from '../money.ts';
import type { FacilityBaseline, PeersBaseline } from './baseline.ts';
import { amountsOf, ceilingOver, formerMixOf, type Mix, mixOf, peerMix } from './peers.ts';
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
  const { n, median, deviationOf } = peerMix(peers.levels, facility.placed);
  if (n >= peersMin) {
    // Most do not: how far peers lie apart is asked of the others only.
    if (mix.tenths < median) return null;
    const deviation = deviationOf();
    const score = (mix.tenths - median) / deviation;
    return score < z ? null : { ...mix, expected: median, score, against: { peers: n } };
  }
  const former = formerMixOf(facility, at);
  if (former.n < consultationsMin) return null;
  const chance = levelDeviation * Math.sqrt(1 / mix.n + 1 / former.n);
  const score = (mix.tenths - former.tenths) / Math.max(1, chance);
  return score < z ? null : { ...mix, expected: former.tenths, score, against: { own: former.n } };
}

/** What a consultation weighs that is of a level that was to be expected: at a facility that codes up it may have been less. */
const expectedPart = 0.5;

/**
 * Of a facility whose consultations are too high, how much of the rule's weight one of so high a level has: all of it above the expected
 * mean, taken as a level; some just there; none below it, and nobody codes up to the lowest.
 */
export function partOf(level: number, { expected }: Pick<HighMix, 'expected'>): number {
  const usual = Math.round(expected / 10);
  if (level > usual) return 1;
  return level === usual && level > 1 ? expectedPart : 0;
}

/** A facility of whose claims far more lie just under a ceiling than of its peers'; shares of 90 days' claims. */
export interface Hugging {
  claims: number;
  share: number;
  expected: number;
}

/** Who fills claims up does not always meet the mark: so many times as far under a ceiling they may still be meant to lie under it. */
const farther = 2;
const fartherPart = 0.5;

/** A ceiling under which a claim lies, and how much of the rule's weight it has if its facility's claims hug ceilings; null: none. */
export function huggedBy(
  amount: Minor,
  ceilings: readonly Minor[],
  percent: number,
): { ceiling: Minor; part: number } | null {
  const close = ceilingOver(amount, ceilings, percent);
  if (close !== null) return { ceiling: close, part: 1 };
  const far = ceilingOver(amount, ceilings, farther * percent);
  return far === null ? null : { ceiling: far, part: fartherPart };
}

/** Whether a facility's claims hug ceilings, and how; null: not. What it adds to its peers itself is taken out of what is expected. */
export function huggingOf(
  facility: FacilityBaseline,
  peers: PeersBaseline,
  at: Moment,
  { factor, claimsMin, underMin }: RiskSettings['threshold_hugging'],
): Hugging | null {
  const { claims, under, found } = amountsOf(facility, at);
  if (claims < claimsMin || under < underMin) return null;
  const all = amountsOf(peers, at);
  if (all.claims - claims < claimsMin) return null;
  const share = under / claims;
  const expected = Math.max(0, all.under - (under - found)) / (all.claims - claims);
  return share < factor * expected ? null : { claims, share, expected };
}
