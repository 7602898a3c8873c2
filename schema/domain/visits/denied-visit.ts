import type { Claim } from '../claims/claim.ts';
import type { Moment } from '../dates.ts';
import type { DeniedVisit } from '../members/at-desk.ts';
import type { RiskFlag } from '../risk/flag.ts';
import { riskOf } from '../risk/raise.ts';

/** The denied check-in that a claim bills a day of: at its facility, on one of its dates. */
const meant = ({ facilityId, serviceDate, lines }: Claim, denied: readonly DeniedVisit[]) =>
  denied.find(
    (visit) =>
      visit.facilityId === facilityId &&
      (visit.date === serviceDate || lines.some((line) => line.serviceDate === visit.date)),
  );

/**
 * A claim for a day on which the enrollee was checked in there and says that it was not them: a `not me` event, once (claims.md,
 * Risk). `weight` null: the tenant's rule is off. The same object where nothing of it changes.
 */
export function withDeniedVisit(
  claim: Claim,
  denied: readonly DeniedVisit[],
  weight: number | null,
  at: Moment,
): Claim {
  const visit = weight === null ? undefined : meant(claim, denied);
  if (!visit || weight === null) return claim;
  const evidence = `The enrollee says that the check-in ${visit.number} was not theirs.`;
  if (claim.flags.some((flag) => flag.rule === 'not_me' && flag.evidence === evidence)) return claim;
  const n = claim.flags.reduce((most, flag) => Math.max(most, flag.n), 0) + 1;
  const raised: RiskFlag = {
    n,
    rule: 'not_me',
    weight,
    evidence,
    claims: [],
    line: null,
    at,
    state: 'OPEN',
    disposed: null,
  };
  const flags = [...claim.flags, raised];
  return { ...claim, flags, risk: riskOf(flags) };
}
