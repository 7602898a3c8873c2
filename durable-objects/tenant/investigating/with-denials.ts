import { withDenial } from '../../../schema/domain/authorizations/denial.ts';
import type { Claim } from '../../../schema/domain/claims/claim.ts';
import { riskOf } from '../../../schema/domain/risk/raise.ts';
import { givenOf, saysDenied, withDeniedVisit } from '../../../schema/domain/visits/denied-visit.ts';
import type { TenantContext } from '../handler.ts';
import { authorizationsNamed } from '../judging/codes-named.ts';
import { deniedOf, notMeWeight } from './of-denied-visit.ts';

/** The claim with what its enrollee has said of the requests that it names, and of check-ins and emergencies on its days. */
export function withDenials(claim: Claim, { memory, at }: TenantContext): Claim {
  const { checkIns, requests } = deniedOf(memory, claim.enrolleeId, givenOf(claim));
  const visited =
    checkIns.length === 0
      ? claim
      : withDeniedVisit(claim, checkIns, { weight: notMeWeight(memory), at }, ({ flags }) => riskOf(flags));
  const isSaid = checkIns.some((visit) => saysDenied(visited, visit));
  // A request of the same check-in has the same event: it is said of the claim once.
  const own = [...authorizationsNamed(memory, claim).values(), ...requests].filter(
    ({ alert }) => !isSaid || alert?.state === 'DENIED',
  );
  return own.reduce((so, one) => withDenial(so, one, at), visited);
}
