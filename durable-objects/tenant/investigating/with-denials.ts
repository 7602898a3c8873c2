import { withDenial } from '../../../schema/domain/authorizations/denial.ts';
import type { Claim } from '../../../schema/domain/claims/claim.ts';
import type { TenantContext } from '../handler.ts';
import { authorizationsNamed } from '../judging/codes-named.ts';

/** The claim with what the enrollees of the requests that it names have said of them. */
export function withDenials(claim: Claim, { memory, at }: TenantContext): Claim {
  const named = authorizationsNamed(memory, claim).values();
  return [...named].reduce((so, one) => withDenial(so, one, at), claim);
}
