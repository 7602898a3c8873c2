import { withDenial } from '../../../schema/domain/authorizations/denial.ts';
import type { Claim } from '../../../schema/domain/claims/claim.ts';
import { withDeniedVisit } from '../../../schema/domain/visits/denied-visit.ts';
import type { TenantContext } from '../handler.ts';
import { authorizationsNamed } from '../judging/codes-named.ts';
import { enrolleeKey } from '../memory/enrollees.ts';
import { only } from '../memory/settings.ts';

/** The claim with what its enrollee has said of the requests that it names, and of check-ins on its days. */
export function withDenials(claim: Claim, { memory, at }: TenantContext): Claim {
  const named = authorizationsNamed(memory, claim).values();
  const denied = memory.enrollees.peek(enrolleeKey.id(claim.enrolleeId))?.desk?.denied ?? [];
  const { on = false, weight = 0 } = memory.settings.get(only)?.risk.not_me ?? {};
  const visited = denied.length === 0 ? claim : withDeniedVisit(claim, denied, on ? weight : null, at);
  return [...named].reduce((so, one) => withDenial(so, one, at), visited);
}
