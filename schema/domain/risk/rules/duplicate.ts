import { day_ms, daysBetween } from '../../dates.ts';
import type { NearClaim, RiskFacts, ScoredLine } from '../facts.ts';
import { counted, type Found, numbersOf, ofClaim, ofLine, type Rule } from '../found.ts';
import { baselineAt, priceKey } from '../keys.ts';
import { usualFor } from '../means.ts';
import { claimsWith, nearClaims } from '../near.ts';
import type { RiskSettings } from '../settings.ts';

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

/** Whether other facilities bill a service again within days so often that it means nothing: sessions, dressings, dialysis. */
function isUsual(
  { claim, facility, baselines }: RiskFacts,
  { service }: ScoredLine,
  { usualPercent, observationsMin }: RiskSettings['near_duplicate'],
): boolean {
  const means = baselineAt(baselines, priceKey(service, facility), 'means');
  const usual = means && usualFor(means, claim.facilityId, claim.submittedAt, observationsMin);
  return usual !== null && usual.near * 100 > usualPercent;
}

/**
 * Whether a session of a later day had been filed a day or more before: sessions are filed in their order, and one that is put among them
 * afterwards is none of those that everybody bills.
 */
const isOutOfOrder = ({ claim }: RiskFacts, own: ScoredLine, here: readonly NearClaim[]): boolean =>
  here.some(
    ({ submittedAt, lines }) =>
      submittedAt <= claim.submittedAt - day_ms &&
      lines.some(({ service, serviceDate }) => service === own.service && serviceDate > own.serviceDate),
  );

const servicesOf = (lines: readonly { service: string }[]) => new Set(lines.map(({ service }) => service));

/** Whether two claims have as many services in common as they have apart: then one may be the other again, and not what follows from it. */
function isAlike({ claim }: RiskFacts, { lines }: NearClaim): boolean {
  const own = servicesOf(claim.lines);
  const others = servicesOf(lines);
  const common = [...own].filter((service) => others.has(service)).length;
  return 2 * common >= own.size + others.size - common;
}

/** Another claim of which this one has all services again, some days off: a copy with another date. */
function copyOf(
  { claim, others }: RiskFacts,
  { copyDays, copyLines }: RiskSettings['near_duplicate'],
): Found[] {
  const services = new Set(claim.lines.map(({ service }) => service));
  if (services.size < copyLines) return [];
  const copied = others.find(({ lines }) => {
    const first = lines[0];
    if (first === undefined || new Set(lines.map(({ service }) => service)).size !== services.size)
      return false;
    const days = Math.abs(daysBetween(first.serviceDate, claim.serviceDate));
    return days > 0 && days <= copyDays && lines.every(({ service }) => services.has(service));
  });
  if (!copied) return [];
  const evidence = `All ${services.size} services of ${copied.number} are claimed again, and no others, within ${counted(copyDays, 'day', 'days')}.`;
  return [ofClaim(evidence, [copied.number])];
}

/**
 * Same enrollee and service within so many days, at this facility or another, without being the same line again (claims.md,
 * Risk); or a whole claim again within some more. What is usually given in sessions may be given again at the same facility on another day.
 */
export const nearDuplicate: Rule = (facts, { near_duplicate }) => {
  const lines = facts.claim.lines.flatMap((own) => {
    const { days } = near_duplicate;
    const [elsewhere, here] = [false, true].map((isHere) =>
      nearClaims(facts, own, days, isHere).filter((other) => isAlike(facts, other)),
    ) as [NearClaim[], NearClaim[]];
    const isExcused =
      here.length > 0 && isUsual(facts, own, near_duplicate) && !isOutOfOrder(facts, own, here);
    const near = isExcused ? elsewhere : [...elsewhere, ...here];
    if (near.length === 0) return [];
    const claims = numbersOf(near);
    const where = elsewhere.length === 0 ? 'by the same facility' : 'by another facility';
    const evidence = `${own.service} of ${own.serviceDate} was claimed ${where} within ${counted(days, 'day', 'days')} in ${claims.join(', ')}.`;
    return [ofLine(own.line, evidence, claims)];
  });
  return lines.length > 0 ? lines : copyOf(facts, near_duplicate);
};
