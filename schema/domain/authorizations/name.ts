import type { ClaimLine } from '../claims/claim.ts';
import type { Authorization } from './authorization.ts';
import { type NamedBy, namedBy_max } from './parts.ts';

/** What a claim bills under one code. */
const under = (code: string, lines: readonly ClaimLine[]): NamedBy['lines'] =>
  lines
    .filter(({ authorization }) => authorization === code)
    .map(({ service, quantity, claimed }) => ({ service, quantity, claimed }));

/** The authorization with a claim that names it by this code, names it otherwise than before, or does no longer. */
export function namedIn(
  authorization: Authorization,
  code: string,
  { number, lines }: { number: string; lines: readonly ClaimLine[] },
): Authorization {
  const others = authorization.claims.filter(({ claim }) => claim !== number);
  const billed = under(code, lines);
  const claims = billed.length === 0 ? others : [...others, { claim: number, lines: billed }];
  return { ...authorization, claims: claims.slice(-namedBy_max) };
}
