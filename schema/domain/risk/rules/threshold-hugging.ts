import { formatMoney } from '../../money.ts';
import { ofClaim, type Rule } from '../found.ts';
import { baselineAt, facilityKey, peersKey } from '../keys.ts';
import { huggedBy, huggingOf } from '../standing.ts';

const percent = (share: number) => `${(100 * share).toFixed(1)}%`;

/** A claim lies just under a ceiling, and of its facility's claims of 90 days far more do so than of its peers' (claims.md, Risk). */
export const thresholdHugging: Rule = (facts, { threshold_hugging }) => {
  const { claim, baselines, ceilings } = facts;
  const hugged = huggedBy(claim.claimed, ceilings, threshold_hugging.percent);
  if (hugged === null) return [];
  const { ceiling, part } = hugged;
  const facility = baselineAt(baselines, facilityKey(claim.facilityId), 'facility');
  const peers = baselineAt(baselines, peersKey(facts.facility), 'peers');
  const hugging = facility && peers && huggingOf(facility, peers, claim.submittedAt, threshold_hugging);
  if (!hugging) return [];
  const { claims, share, expected } = hugging;
  const money = formatMoney(ceiling, claim.currency, { symbol: true });
  const facts_ = `${percent(share)} of the facility's ${claims} claims of the last 90 days`;
  const within = `within ${threshold_hugging.percent}% under a ceiling`;
  if (part === 1)
    return [
      ofClaim(
        `Like ${facts_}, it lies ${within} (here ${money}); of its peers' claims ${percent(expected)} do.`,
      ),
    ];
  const evidence = `It lies a little farther under ${money}; ${facts_} lie ${within}, of its peers' ${percent(expected)}.`;
  return [{ ...ofClaim(evidence), part }];
};
