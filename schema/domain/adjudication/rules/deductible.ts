import type { Minor } from '../../money.ts';
import { reduction } from '../finding.ts';
import type { Finding } from '../judgement.ts';

/** What the enrollee bears first in a plan year and what has been borne of it; null: nothing of the kind. */
export interface Deductible {
  most: Minor | null;
  borne: Minor;
}

/** What is still to be borne. */
export function deductibleLeft({ most, borne }: Deductible): Minor {
  return most === null ? 0 : Math.max(0, most - borne);
}

/**
 * The plan's overall deductible first, then the benefit's own, each for as much as is left of it (members.md, Plans and
 * benefits, co-pay; claims.md, Adjudication, 11). Reason 1, the enrollee's.
 */
export function borneFirst(
  benefit: string,
  overall: Deductible,
  own: Deductible,
  allowed: Minor,
): { overall: Minor; own: Minor; findings: Finding[] } {
  const fromOverall = Math.min(allowed, deductibleLeft(overall));
  const fromOwn = Math.min(allowed - fromOverall, deductibleLeft(own));
  const findings: Finding[] = [];
  if (fromOverall > 0)
    findings.push(reduction('deductible', 'plan', '1', { ...overall, taken: fromOverall }));
  if (fromOwn > 0)
    findings.push(reduction('deductible', 'benefit', '1', { benefit, ...own, taken: fromOwn }));
  return { overall: fromOverall, own: fromOwn, findings };
}
