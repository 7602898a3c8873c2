import { daysBetween } from '../../dates.ts';
import { counted, ofLine, type Rule } from '../found.ts';

/**
 * Who fetches a medicine a little before the last pack is used up does what everybody does: pharmacy benefit managers let a refill through once
 * three quarters to four fifths of its days are over. It is too soon by the plan's words all the same, and weighs half.
 */
const refill = { group: 'drug', usedMin: 0.8, part: 0.5 };

/**
 * The same service for the same person sooner than its minimum interval, looking both ways: what is billed late may come before what is known
 * (claims.md, Risk). The same day is a duplicate's affair.
 */
export const frequency: Rule = ({ claim, others, services }) =>
  claim.lines.flatMap(({ line, service, serviceDate }) => {
    const known = services.get(service);
    const interval = known?.minIntervalDays ?? null;
    if (interval === null) return [];
    let nearest: { number: string; days: number; date: string } | null = null;
    for (const { number, lines } of others)
      for (const other of lines) {
        if (other.service !== service) continue;
        const days = Math.abs(daysBetween(other.serviceDate, serviceDate));
        if (days > 0 && days < interval && (nearest === null || days < nearest.days))
          nearest = { number, days, date: other.serviceDate };
      }
    if (nearest === null) return [];
    const evidence = `${service} of ${serviceDate} lies ${counted(nearest.days, 'day', 'days')} from that of ${nearest.date} in ${nearest.number}; ${interval} must lie between them.`;
    const isRefill = known?.group === refill.group && nearest.days >= refill.usedMin * interval;
    return [{ ...ofLine(line, evidence, [nearest.number]), ...(isRefill ? { part: refill.part } : {}) }];
  });
