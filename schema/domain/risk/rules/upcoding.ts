import { ofClaim, type Rule } from '../found.ts';
import { baselineAt, facilityKey, peersKey } from '../keys.ts';
import { consultationsOf } from '../peers.ts';
import { highMixOf, partOf } from '../standing.ts';

const asLevel = (tenths: number) => (tenths / 10).toFixed(1);

/**
 * The mean level of a facility's consultations over 90 days (180, where it has too few of them to say anything) lies far above that of its peers, in robust z-scores: median and
 * median absolute deviation, each peer one voice however large it is (claims.md, Risk); or, without peers, above its own past. Only claims with a consultation above
 * what was to be expected are flagged: the others were not coded up.
 */
export const upcoding: Rule = (facts, settings) => {
  const { claim, baselines } = facts;
  const { highest } = consultationsOf(facts);
  if (highest === 0) return [];
  const facility = baselineAt(baselines, facilityKey(claim.facilityId), 'facility');
  const peers = baselineAt(baselines, peersKey(facts.facility), 'peers');
  const mix = facility && peers && highMixOf(facility, peers, claim.submittedAt, settings.upcoding);
  const part = mix ? partOf(highest, mix) : 0;
  if (!mix || part === 0) return [];
  const { n, days, tenths, expected, score, against } = mix;
  const usual =
    'peers' in against
      ? `the median of ${against.peers} peers is`
      : `there are too few peers, and of its ${against.own} before them it was`;
  const found = ofClaim(
    `The facility's ${n} consultations of the last ${days} days have a mean level of ${asLevel(tenths)}; ${usual} ${asLevel(expected)}, ${score.toFixed(1)} deviations below.`,
  );
  return [part === 1 ? found : { ...found, part }];
};
