import { ofClaim, type Rule } from '../found.ts';
import { baselineAt, facilityKey } from '../keys.ts';
import { burstOf, submissionsUntil } from '../submissions.ts';

/**
 * A facility submits far more within ten minutes than its own usual (claims.md, Risk). A claim that is scored again is not
 * submitted now.
 */
export const rapidFire: Rule = ({ claim, baselines, learned }, { rapid_fire }) => {
  const facility = baselineAt(baselines, facilityKey(claim.facilityId), 'facility');
  if (learned || !facility) return [];
  const at = claim.submittedAt;
  const burst = burstOf(facility, at, submissionsUntil(facility, at), rapid_fire);
  if (burst === null) return [];
  const { many, usual, by } = burst;
  return [
    ofClaim(
      by === 'owed'
        ? `The facility submitted ${many} claims in one go; by what it usually files a day it had about ${usual} to send since its last batch.`
        : `The facility submitted ${many} claims within ten minutes; its usual peak is ${usual} (95% of the ${by.windows} times it submitted in the last 30 days).`,
    ),
  ];
};
