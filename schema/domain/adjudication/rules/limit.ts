import type { Minor } from '../../money.ts';
import { reduction, refusal } from '../finding.ts';
import type { Finding } from '../judgement.ts';
import type { Found } from '../wordings.ts';

/** One ceiling in money as it stands before a line: what is left = most − used − reserved, a code's own reservation added. */
export interface Ceiling {
  kind: Found<'limit'>;
  benefit: string;
  most: Minor;
  used: Minor;
  reserved: Minor;
  /** what the line's own code has reserved here */
  own: Minor;
}

/** What is left under a ceiling; never less than nothing, even where a person has approved beyond it. */
export function leftUnder({ most, used, reserved, own }: Ceiling): Minor {
  return Math.max(0, most - used - Math.max(0, reserved - own));
}

/** The ceiling with the least left; the first of several. Null: there is none. */
export function strictest(ceilings: readonly Ceiling[]): Ceiling | null {
  let found: Ceiling | null = null;
  for (const each of ceilings) if (found === null || leftUnder(each) < leftUnder(found)) found = each;
  return found;
}

/**
 * What the tenant pays, after deductible and co-pay, stays under every ceiling: visit, plan year, family, overall, lifetime
 * (members.md, Plans and benefits; claims.md, Adjudication, 12). A remainder is approved in part; what exceeds it is the
 * enrollee's, reason 119. Nothing left refuses the line.
 */
export function withinLimit(ceiling: Ceiling | null, payable: Minor): Finding | null {
  if (!ceiling) return null;
  const left = leftUnder(ceiling);
  if (payable <= left) return null;
  const { kind, benefit, most, used, reserved } = ceiling;
  const figures = { benefit, most, used, reserved, left, over: payable - left };
  return left === 0 ? refusal('limit', kind, '119', figures) : reduction('limit', kind, '119', figures);
}
