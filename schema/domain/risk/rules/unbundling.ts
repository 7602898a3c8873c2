import { daysBetween } from '../../dates.ts';
import type { RiskFacts, ScoredLine } from '../facts.ts';
import { counted, type Found, ofLine, type Rule } from '../found.ts';

/** A line of this claim (`number` null) or of another of the person's. */
interface Billed {
  number: string | null;
  service: string;
  serviceDate: string;
}

function* billed({ claim, others }: RiskFacts): Generator<Billed> {
  for (const { service, serviceDate } of claim.lines) yield { number: null, service, serviceDate };
  for (const { number, lines } of others)
    for (const { service, serviceDate } of lines) yield { number, service, serviceDate };
}

/** What a line is part of, or holds, among what else was billed; a pair within the claim is told once, of the part. */
function partner({ services }: RiskFacts, own: ScoredLine, other: Billed): 'whole' | 'part' | null {
  if (services.get(other.service)?.parts.includes(own.service)) return 'whole';
  if (other.number === null) return null;
  return services.get(own.service)?.parts.includes(other.service) ? 'part' : null;
}

/** Parts of a package billed beside the whole within so many days, in this claim or another (claims.md, Risk). */
export const unbundling: Rule = (facts, { unbundling: { days } }) => {
  const all = [...billed(facts)];
  return facts.claim.lines.flatMap((own): Found[] => {
    for (const other of all) {
      const is = partner(facts, own, other);
      if (is === null || Math.abs(daysBetween(own.serviceDate, other.serviceDate)) > days) continue;
      const where = other.number === null ? 'this claim' : other.number;
      const evidence =
        is === 'whole'
          ? `${own.service} is part of ${other.service}, which ${where} bills within ${counted(days, 'day', 'days')}.`
          : `${own.service} holds ${other.service}, which ${where} bills within ${counted(days, 'day', 'days')}.`;
      return [ofLine(own.line, evidence, other.number === null ? [] : [other.number])];
    }
    return [];
  });
};
