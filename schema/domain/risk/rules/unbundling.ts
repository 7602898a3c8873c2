import { daysBetween } from '../../dates.ts';
import type { RiskFacts, ScoredLine } from '../facts.ts';
import { counted, type Found, ofLine, type Rule } from '../found.ts';

/** Who knows the bound bills the parts a little beyond it: at the same facility within so many days they weigh half. */
const farther = { days: 7, part: 0.5 };

/** A line of this claim (`number` null) or of another of the person's, at the same facility (`isHere`) or elsewhere. */
interface Billed {
  number: string | null;
  isHere: boolean;
  service: string;
  serviceDate: string;
}

function* billed({ claim, others }: RiskFacts): Generator<Billed> {
  for (const { service, serviceDate } of claim.lines)
    yield { number: null, isHere: true, service, serviceDate };
  for (const { number, facilityId, lines } of others)
    for (const { service, serviceDate } of lines)
      yield { number, isHere: facilityId === claim.facilityId, service, serviceDate };
}

/** What a line is part of, or holds, among what else was billed; a pair within the claim is told once, of the part. */
function partner({ services }: RiskFacts, own: ScoredLine, other: Billed): 'whole' | 'part' | null {
  if (services.get(other.service)?.parts.includes(own.service)) return 'whole';
  if (other.number === null) return null;
  return services.get(own.service)?.parts.includes(other.service) ? 'part' : null;
}

/** What is nearest to a line of what it is part of or holds, as far as it is near enough. */
function nearest(facts: RiskFacts, all: readonly Billed[], own: ScoredLine, days: number) {
  let found: { other: Billed; is: 'whole' | 'part'; between: number } | null = null;
  for (const other of all) {
    const is = partner(facts, own, other);
    if (is === null) continue;
    const between = Math.abs(daysBetween(own.serviceDate, other.serviceDate));
    if (between > (other.isHere ? Math.max(days, farther.days) : days)) continue;
    if (found === null || between < found.between) found = { other, is, between };
  }
  return found;
}

/** Parts of a package billed beside the whole within so many days, in this claim or another (claims.md, Risk). */
export const unbundling: Rule = (facts, { unbundling: { days } }) => {
  const all = [...billed(facts)];
  return facts.claim.lines.flatMap((own): Found[] => {
    const found = nearest(facts, all, own, days);
    if (found === null) return [];
    const { other, is, between } = found;
    const isNear = between <= days;
    const where = other.number === null ? 'this claim' : other.number;
    const within = counted(isNear ? days : farther.days, 'day', 'days');
    const evidence =
      is === 'whole'
        ? `${own.service} is part of ${other.service}, which ${where} bills within ${within}.`
        : `${own.service} holds ${other.service}, which ${where} bills within ${within}.`;
    const said = ofLine(own.line, evidence, other.number === null ? [] : [other.number]);
    return [isNear ? said : { ...said, part: farther.part }];
  });
};
