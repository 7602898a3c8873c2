import { formatMoney } from '../../money.ts';
import { baselineAt, facilityKey, peersKey } from '../baselines.ts';
import { ofClaim, type Rule } from '../found.ts';
import { amountsOf, ceilingOver } from '../peers.ts';

const percent = (share: number) => `${(100 * share).toFixed(1)}%`;

/**
 * A claim lies just under a ceiling, and of its facility's claims of 90 days far more do so than of its peers' (claims.md, Risk).
 * What the facility itself adds to its peers is taken out of what is expected.
 */
export const thresholdHugging: Rule = (facts, { threshold_hugging }) => {
  const { claim, baselines, ceilings } = facts;
  const ceiling = ceilingOver(claim.claimed, ceilings, threshold_hugging.percent);
  if (ceiling === null) return [];
  const facility = baselineAt(baselines, facilityKey(claim.facilityId), 'facility');
  const peers = baselineAt(baselines, peersKey(facts.facility), 'peers');
  if (!facility || !peers) return [];
  const { claims, under } = amountsOf(facility, claim.submittedAt);
  if (claims < threshold_hugging.claimsMin || under < threshold_hugging.underMin) return [];
  const all = amountsOf(peers, claim.submittedAt);
  if (all.claims - claims < threshold_hugging.claimsMin) return [];
  const share = under / claims;
  const expected = Math.max(0, all.under - under) / (all.claims - claims);
  if (share < threshold_hugging.factor * expected) return [];
  const money = formatMoney(ceiling, claim.currency, { symbol: true });
  return [
    ofClaim(
      `Like ${percent(share)} of the facility's ${claims} claims of the last 90 days, it lies within ${threshold_hugging.percent}% under a ceiling (here ${money}); of its peers' claims ${percent(expected)} do.`,
    ),
  ];
};
