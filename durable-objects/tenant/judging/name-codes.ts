import type { Authorization } from '../../../schema/domain/authorizations/authorization.ts';
import { namedIn } from '../../../schema/domain/authorizations/name.ts';
import type { Claim } from '../../../schema/domain/claims/claim.ts';
import { authorizationKey } from '../memory/authorizations.ts';
import type { TenantMemory } from '../memory.ts';

/** The codes that a claim names, or named before it was corrected, know of it: each authorization as it is now, put away. */
export function nameCodes(claim: Claim, memory: TenantMemory, before: Claim | null = null): Authorization[] {
  const lines = [...(before?.lines ?? []), ...claim.lines];
  const codes = new Set(lines.flatMap(({ authorization }) => authorization ?? []));
  return [...codes].flatMap((code) => {
    const one = memory.authorizations.get(authorizationKey.code(code));
    if (!one) return [];
    const after = namedIn(one, code, claim);
    memory.authorizations.put(after);
    return [after];
  });
}
