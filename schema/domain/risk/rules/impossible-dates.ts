import { dateIn, day_ms, hour_ms } from '../../dates.ts';
import { distanceKm } from '../distance.ts';
import type { NearClaim, RiskFacts, ScoredClaim } from '../facts.ts';
import { type Found, ofClaim, type Rule } from '../found.ts';
import type { RiskSettings } from '../settings.ts';

type Bounds = RiskSettings['impossible_dates'];
type Encounter = Pick<ScoredClaim, 'encounterType' | 'startedAt' | 'endedAt'>;

/** The first and the last day of service named anywhere in the claim. */
function daysOf({ serviceDate, lines }: ScoredClaim): { first: string; last: string } {
  let first = serviceDate;
  let last = serviceDate;
  for (const line of lines) {
    if (line.serviceDate < first) first = line.serviceDate;
    if (line.serviceDate > last) last = line.serviceDate;
  }
  return { first, last };
}

/** Dates that cannot be, looking at the claim and the person alone. */
function ownDates({ claim, person, zone }: RiskFacts): Found[] {
  const { first, last } = daysOf(claim);
  const { serviceDate, startedAt, endedAt, submittedAt } = claim;
  const end = dateIn(zone, endedAt);
  const submitted = dateIn(zone, submittedAt);
  const found: Found[] = [];
  const say = (isSo: boolean, evidence: string) => {
    if (isSo) found.push(ofClaim(evidence));
  };
  const future = [end, last].find((day) => day > submitted);
  say(future !== undefined, `It names ${future}, but was submitted on ${submitted}: care in the future.`);
  say(first < person.birthDate, `It names ${first}, before the person was born.`);
  const { deathDate, coverEndsOn } = person;
  if (deathDate !== null && last > deathDate) say(true, `It names ${last}, after the person had died.`);
  else if (coverEndsOn !== null && serviceDate > coverEndsOn)
    say(true, `Care began on ${serviceDate}; the person's cover ended on ${coverEndsOn}.`);
  say(endedAt < startedAt, 'The discharge is earlier than the admission.');
  return found;
}

const isStay = ({ encounterType, startedAt, endedAt }: Encounter): boolean =>
  encounterType === 'inpatient' || (encounterType === 'maternity' && endedAt - startedAt >= day_ms);

/** How long two encounters lie within each other; negative: so long between them. */
const shared_ms = (a: Encounter, b: Encounter): number =>
  Math.min(Math.max(a.endedAt, a.startedAt), Math.max(b.endedAt, b.startedAt)) -
  Math.max(a.startedAt, b.startedAt);

/** Two stays overlap by more than a transfer explains. Claims of one stay at one facility are parts of it. */
function overlapping(claim: ScoredClaim, other: NearClaim, { overlapHours }: Bounds): Found[] {
  if (!isStay(claim) || !isStay(other)) return [];
  const isHere = other.facilityId === claim.facilityId;
  const isSame =
    other.encounterId === null
      ? other.startedAt === claim.startedAt
      : other.encounterId === claim.encounterId;
  if (isHere && isSame) return [];
  const hours = shared_ms(claim, other) / hour_ms;
  if (hours <= overlapHours) return [];
  const where = isHere ? 'the same facility' : 'another facility';
  const evidence = `The admission lies ${Math.floor(hours)} hours within the one at ${where} in ${other.number}.`;
  return [ofClaim(evidence, [other.number])];
}

/** Samples travel without the person, and anybody can fetch a medicine. */
const isPresent = ({ encounterType }: Encounter): boolean =>
  encounterType !== 'laboratory' && encounterType !== 'pharmacy';

/** Two facilities that nobody gets from one to the other in time. */
function apart(
  { claim, facility }: RiskFacts,
  other: NearClaim,
  { distanceKm: most, hours }: Bounds,
): Found[] {
  if (other.facilityId === claim.facilityId || !isPresent(claim) || !isPresent(other)) return [];
  if (facility.place === null || other.place === null) return [];
  if (-shared_ms(claim, other) >= hours * hour_ms) return [];
  const km = distanceKm(facility.place, other.place);
  if (km <= most) return [];
  const evidence = `The person was in ${other.number} at a facility ${Math.round(km)} km away within ${hours === 1 ? 'the same hour' : `${hours} hours`}.`;
  return [ofClaim(evidence, [other.number])];
}

/**
 * Dates that cannot be (claims.md, Risk): in the future, before birth, after death or the end of cover, discharge before
 * admission, overlapping admissions, two facilities far apart at one hour.
 */
export const impossibleDates: Rule = (facts, { impossible_dates: bounds }) => [
  ...ownDates(facts),
  ...facts.others.flatMap((other) => {
    const overlap = overlapping(facts.claim, other, bounds);
    return overlap.length > 0 ? overlap : apart(facts, other, bounds);
  }),
];
