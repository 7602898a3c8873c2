import { accountsIn, forAccounts } from '../../../schema/domain/audience.ts';
import type { Authorization } from '../../../schema/domain/authorizations/authorization.ts';
import type { AuthorizationProposal } from '../../../schema/domain/authorizations/parts.ts';
import type { Permission } from '../../../schema/domain/permissions.ts';
import type { Notice } from '../../actor/journal.ts';
import { deciderOf } from '../decider.ts';
import type { TenantContext } from '../handler.ts';

/** Told to whoever may decide a proposal on a request: `needs` at least, and neither proposed nor entered it. */
export function toldOfProposal(
  { number, facilityName: facility, submittedBy }: Authorization,
  { by, approved: needs }: AuthorizationProposal,
  audience: Permission,
): Notice {
  const except = accountsIn([by, submittedBy]);
  return {
    kind: 'authorization-proposed',
    audience,
    subject: number,
    data: { facility, needs, limit: 'authorization', except },
  };
}

/** Told to the proposer: what became of it. What was said to them stands on the request. */
export const toldOfOutcome = (
  kind: 'authorization-confirmed' | 'authorization-declined',
  { number }: Authorization,
  { by }: AuthorizationProposal,
  context: TenantContext,
): Notice => ({ kind, audience: forAccounts(by), subject: number, data: { by: deciderOf(context).name } });

/** Told to the others who decide: that a request has its answer. */
export const toldOfDecision = (
  kind: 'authorization-decided' | 'authorization-appeal-decided',
  { number, facilityName: facility, state }: Authorization,
  audience: Permission,
  { principal }: TenantContext,
): Notice => ({
  kind,
  audience,
  subject: number,
  data: { facility, state, except: accountsIn([principal.id]) },
});
