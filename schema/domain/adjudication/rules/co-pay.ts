import { type Minor, percentOf } from '../../money.ts';
import type { CoPay } from '../../plans/plan.ts';
import { reduction } from '../finding.ts';
import type { Finding } from '../judgement.ts';

/** What a visit has taken of a benefit's co-pay so far. */
export interface CoPaySoFar {
  taken: Minor;
  /** the flat part is complete */
  flatTaken: boolean;
}

/** The enrollee's part of one line. */
export interface CoPaid {
  taken: Minor;
  /** this line completed the visit's flat co-pay */
  flatTaken: boolean;
  findings: Finding[];
}

/**
 * The co-pay on what is left after the deductible (members.md, Plans and benefits; claims.md, Adjudication, 11). The flat part
 * is taken once a visit, in line order: what a line is too small to bear falls on the next one. The percentage is of each
 * line, rounded half up. Both stop at the cap per visit. Reasons 3 (flat) and 2 (percentage), the enrollee's.
 */
export function coPaid(benefit: string, coPay: CoPay | null, soFar: CoPaySoFar, amount: Minor): CoPaid {
  if (!coPay) return { taken: 0, flatTaken: false, findings: [] };
  const { flat, percent, cap } = coPay;
  const room = cap === null ? amount : Math.min(amount, Math.max(0, cap - soFar.taken));
  // While the flat part is incomplete it has taken all there was, so that no percentage stands beside it yet.
  const flatLeft = flat === null || soFar.flatTaken ? 0 : Math.max(0, flat - soFar.taken);
  const fromFlat = Math.min(room, flatLeft);
  const base = amount - fromFlat;
  const ofBase = percentOf(base, percent ?? 0);
  const fromPercent = Math.min(room - fromFlat, ofBase);
  const findings: Finding[] = [];
  if (fromFlat > 0)
    findings.push(
      reduction('co-pay', fromFlat < Math.min(flatLeft, amount) ? 'flat to cap' : 'flat', '3', {
        benefit,
        flat,
        cap,
        taken: fromFlat,
      }),
    );
  if (fromPercent > 0) {
    const found = fromPercent < ofBase ? 'percent to cap' : 'percent';
    findings.push(reduction('co-pay', found, '2', { benefit, percent, cap, base, taken: fromPercent }));
  }
  return { taken: fromFlat + fromPercent, flatTaken: fromFlat > 0 && fromFlat === flatLeft, findings };
}
