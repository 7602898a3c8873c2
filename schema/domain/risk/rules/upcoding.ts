import { baselineAt, facilityKey, peersKey } from '../baselines.ts';
import { ofClaim, type Rule } from '../found.ts';
import { consultationsOf, mixOf, peerMix } from '../peers.ts';

const asLevel = (tenths: number) => (tenths / 10).toFixed(1);

/**
 * The mean level of a facility's consultations over 90 days (180, where it has too few of them to say anything) lies far above that of its peers, in robust z-scores: median and
 * median absolute deviation, each peer one voice however large it is (claims.md, Risk). Only claims with a consultation above
 * the peers' median are flagged: the others were not coded up.
 */
export const upcoding: Rule = (facts, { upcoding: { z, consultationsMin, peersMin } }) => {
  const { claim, baselines } = facts;
  const { highest } = consultationsOf(facts);
  if (highest === 0) return [];
  const facility = baselineAt(baselines, facilityKey(claim.facilityId), 'facility');
  const peers = baselineAt(baselines, peersKey(facts.facility), 'peers');
  if (!facility || !peers) return [];
  const { n, tenths, days } = mixOf(facility, claim.submittedAt, consultationsMin);
  const { n: many, median, deviation } = peerMix(peers.levels, facility.placed);
  if (n < consultationsMin || many < peersMin || 10 * highest < median + 10) return [];
  const score = (tenths - median) / deviation;
  if (score < z) return [];
  return [
    ofClaim(
      `The facility's ${n} consultations of the last ${days} days have a mean level of ${asLevel(tenths)}; the median of ${many} peers is ${asLevel(median)}, ${score.toFixed(1)} deviations below.`,
    ),
  ];
};
