import { daysBetween } from '../../dates.ts';
import type { NearClaim, RiskFacts, ScoredLine } from '../facts.ts';
import { counted, numbersOf, ofLine, type Rule } from '../found.ts';

/** Other claims with a line of the same service on a date that `isMeant`. */
const claimsWith = (
  others: readonly NearClaim[],
  { service }: ScoredLine,
  isMeant: (serviceDate: string, other: NearClaim) => boolean,
): NearClaim[] =>
  others.filter((other) =>
    other.lines.some((line) => line.service === service && isMeant(line.serviceDate, other)),
  );

/** Same enrollee, service and date at the same facility in a live claim (claims.md, Risk). */
export const duplicate: Rule = ({ claim, others }) =>
  claim.lines.flatMap((own) => {
    const same = claimsWith(
      others,
      own,
      (date, { facilityId }) => facilityId === claim.facilityId && date === own.serviceDate,
    );
    if (same.length === 0) return [];
    const claims = numbersOf(same);
    const evidence = `${own.service} of ${own.serviceDate} was claimed by the same facility in ${claims.join(', ')} as well.`;
    return [ofLine(own.line, evidence, claims)];
  });

/** Whether another claim is of the same stay or course at the same facility, billed in parts. */
const isSameEncounter = ({ claim }: RiskFacts, { facilityId, encounterId }: NearClaim): boolean =>
  encounterId !== null && facilityId === claim.facilityId && encounterId === claim.encounterId;

/**
 * Same enrollee and service within so many days, at this facility or another, without being the same line again (claims.md,
 * Risk). The days of one encounter that is billed in parts are no near duplicates of one another.
 */
export const nearDuplicate: Rule = (facts, { near_duplicate: { days } }) => {
  const { claim, others } = facts;
  return claim.lines.flatMap((own) => {
    const near = claimsWith(others, own, (date, other) => {
      const isHere = other.facilityId === claim.facilityId;
      if (isHere && (date === own.serviceDate || isSameEncounter(facts, other))) return false;
      return Math.abs(daysBetween(date, own.serviceDate)) <= days;
    });
    if (near.length === 0) return [];
    const claims = numbersOf(near);
    const where = near.every(({ facilityId }) => facilityId === claim.facilityId)
      ? 'by the same facility'
      : 'by another facility';
    const evidence = `${own.service} of ${own.serviceDate} was claimed ${where} within ${counted(days, 'day', 'days')} in ${claims.join(', ')}.`;
    return [ofLine(own.line, evidence, claims)];
  });
};
