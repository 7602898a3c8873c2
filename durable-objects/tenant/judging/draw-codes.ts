import type { Authorization } from '../../../schema/domain/authorizations/authorization.ts';
import { afterDraw, drawnBy } from '../../../schema/domain/authorizations/draw.ts';
import type { LedgerEntry } from '../../../schema/domain/benefits/account.ts';
import type { Claim } from '../../../schema/domain/claims/claim.ts';
import type { TenantContext } from '../handler.ts';
import { authorizationKey } from '../memory/authorizations.ts';

/**
 * What a claim's entries take of the codes that its lines name, or give back: the authorizations as they are afterwards, each
 * put away. In the same batch as the entries, so that what is left of a code and what it still reserves never part.
 */
export function drawCodes(
  { lines, number }: Pick<Claim, 'lines' | 'number'>,
  entries: readonly LedgerEntry[],
  { memory, at }: Pick<TenantContext, 'memory' | 'at'>,
): Authorization[] {
  const services = new Map(lines.map(({ line, service }) => [line, service]));
  return [...drawnBy(entries, (line) => services.get(line) ?? '')].flatMap(([code, drawn]) => {
    const before = memory.authorizations.get(authorizationKey.code(code));
    if (!before) return [];
    const after = afterDraw(before, drawn, { at, claim: number });
    memory.authorizations.put(after);
    return [after];
  });
}
