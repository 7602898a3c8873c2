import { ofClaim, type Rule } from '../found.ts';
import { baselineAt, facilityKey } from '../keys.ts';
import { type Burst, burstOf, submissionsUntil } from '../submissions.ts';

function evidenceOf({ many, usual, by }: Burst): string {
  if (by === 'owed')
    return `The facility submitted ${many} claims in one go; by what it usually files a day it had about ${usual} to send since its last batch.`;
  if ('every_days' in by)
    return `The facility submitted ${many} claims in one go, as many as a batch of its own, ${by.after_days} days after its last batch; it usually sends one every ${by.every_days} days.`;
  return `The facility submitted ${many} claims within ten minutes; its usual peak is ${usual} (95% of the ${by.windows} times it submitted in the last 30 days).`;
}

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
  return [ofClaim(evidenceOf(burst))];
};
