import type { Minor } from '../../money.ts';
import type { LinePrice } from '../../pricing/tariff.ts';
import { note, reduction } from '../finding.ts';
import type { Finding } from '../judgement.ts';

/** What of the approved units can be paid at all, and what lies above the tariff. */
export interface Priced {
  allowed: Minor;
  above: Minor;
  finding: Finding | null;
}

/**
 * `min(billed, tariff) × approved quantity` (claims.md, Adjudication, 10). Above the tariff is the facility's, reason 45. Where
 * no tariff knows the service, the billed price is taken and noted: never straight-through. `uncovered` units are beyond a
 * count: the enrollee bears them at the tariff, not above it.
 */
export function pricedAt(
  { price, source }: LinePrice,
  billed: Minor,
  quantity: number,
  uncovered: number,
): Priced {
  if (source === 'billed')
    return { allowed: billed * quantity, above: 0, finding: note('price', 'none', { billed }) };
  const above = Math.max(0, billed - price) * (quantity + uncovered);
  const allowed = Math.min(billed, price) * quantity;
  const finding =
    above > 0 ? reduction('price', 'tariff', '45', { price, billed, over: above, source }) : null;
  return { allowed, above, finding };
}
