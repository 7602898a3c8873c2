import { dateIn, hour_ms } from '../../dates.ts';
import { ofClaim, type Rule } from '../found.ts';

/**
 * An admission of zero nights billed as a stay (claims.md, Risk). Somebody who died on that day, or was admitted elsewhere on it, was meant
 * to stay.
 */
export const outpatientAsInpatient: Rule = ({ claim, others, person, zone }) => {
  const { encounterType, serviceDate, startedAt, endedAt } = claim;
  if (encounterType !== 'inpatient' || endedAt < startedAt) return [];
  if (dateIn(zone, endedAt) !== serviceDate || person.deathDate === serviceDate) return [];
  const isMovedOn = others.some(
    (other) =>
      other.encounterType === 'inpatient' &&
      other.facilityId !== claim.facilityId &&
      other.startedAt >= startedAt &&
      dateIn(zone, other.startedAt) === serviceDate,
  );
  if (isMovedOn) return [];
  const hours = Math.floor((endedAt - startedAt) / hour_ms);
  return [ofClaim(`Billed as an admission, but it lasted ${hours} hours on ${serviceDate}, and no night.`)];
};
