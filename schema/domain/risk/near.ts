import { daysBetween } from '../dates.ts';
import type { NearClaim, RiskFacts, ScoredLine } from './facts.ts';

/** Other claims with a line of the same service on a date that `isMeant`. */
export const claimsWith = (
  others: readonly NearClaim[],
  { service }: Pick<ScoredLine, 'service'>,
  isMeant: (serviceDate: string, other: NearClaim) => boolean,
): NearClaim[] =>
  others.filter((other) =>
    other.lines.some((line) => line.service === service && isMeant(line.serviceDate, other)),
  );

/** Whether another claim is of the same stay or course at the same facility, billed in parts. */
const isSameEncounter = ({ claim }: RiskFacts, { facilityId, encounterId }: NearClaim): boolean =>
  encounterId !== null && facilityId === claim.facilityId && encounterId === claim.encounterId;

/**
 * Other claims with the same service within so many days, `here` on another day at the same facility, or at another one. The
 * days of one encounter that is billed in parts are not near one another.
 */
export function nearClaims(
  facts: RiskFacts,
  own: Pick<ScoredLine, 'service' | 'serviceDate'>,
  days: number,
  here: boolean,
): NearClaim[] {
  const { facilityId, number } = facts.claim;
  return claimsWith(facts.others, own, (date, other) => {
    if ((other.facilityId === facilityId) !== here || other.number === number) return false;
    if (here && (date === own.serviceDate || isSameEncounter(facts, other))) return false;
    return Math.abs(daysBetween(date, own.serviceDate)) <= days;
  });
}
