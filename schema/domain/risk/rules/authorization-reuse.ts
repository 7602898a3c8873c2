import type { NamedCode } from '../facts.ts';
import { type Found, ofLine, type Rule } from '../found.ts';

/** What is wrong with how a line uses its code, in words with figures; null: nothing. */
function faultOf(
  { code, otherEnrollee, otherFacility, given, elsewhere }: NamedCode,
  own: { quantity: number; claimed: number },
): string | null {
  if (otherEnrollee) return `${code} was given for another enrollee.`;
  if (otherFacility) return `${code} was given to another facility.`;
  if (!given || elsewhere.claims.length === 0) return null;
  const quantity = elsewhere.quantity + own.quantity;
  const others = elsewhere.claims.join(', ');
  if (quantity > given.quantity)
    return `${code} was given for ${given.quantity}, and ${quantity} are billed under it with ${others}.`;
  if (elsewhere.claimed + own.claimed <= given.amount) return null;
  return `More is billed under ${code} with ${others} than it was given for.`;
}

/**
 * One auth code beyond its quantity or amount by more than one claim, or for a second facility or enrollee (claims.md, Risk).
 * What one claim alone bills beyond its code is for adjudication to reduce.
 */
export const authorizationReuse: Rule = ({ claim, codes }) =>
  codes.flatMap((named): Found[] => {
    const own = claim.lines.find(({ line }) => line === named.line);
    const fault = own ? faultOf(named, own) : null;
    return fault === null ? [] : [ofLine(named.line, fault, named.elsewhere.claims)];
  });
