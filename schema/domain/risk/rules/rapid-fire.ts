import { baselineAt, facilityKey } from '../baselines.ts';
import { ofClaim, type Rule } from '../found.ts';
import { submissionsUntil, usualPeak } from '../submissions.ts';

/**
 * A facility submits far more within ten minutes than at its usual peak (claims.md, Risk). One that has submitted in too few
 * windows has no usual peak. A claim that is scored again is not submitted now.
 */
export const rapidFire: Rule = (
  { claim, baselines, learned },
  { rapid_fire: { factor, submissionsMin, windowsMin } },
) => {
  const facility = baselineAt(baselines, facilityKey(claim.facilityId), 'facility');
  if (learned || !facility) return [];
  const many = submissionsUntil(facility, claim.submittedAt);
  if (many < submissionsMin) return [];
  const { windows, peak } = usualPeak(facility, claim.submittedAt);
  if (windows < Math.max(1, windowsMin) || many <= factor * peak) return [];
  return [
    ofClaim(
      `The facility submitted ${many} claims within ten minutes; its usual peak is ${peak} (95% of the ${windows} times it submitted in the last 30 days).`,
    ),
  ];
};
