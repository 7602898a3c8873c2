import type { AuthorizationOutcome } from '../../../schema/authorization-commands.ts';
import type { Authorization } from '../../../schema/domain/authorizations/authorization.ts';
import type { AuthorizationNews } from '../../../schema/domain/authorizations/facility-authorization.ts';
import { isRefusal, type Refusal } from '../../../schema/domain/refusal.ts';
import type { Decision } from '../../actor/book.ts';
import type { Notice } from '../../actor/journal.ts';
import type { TenantContext, TenantDid } from '../handler.ts';
import { changedAuthorization, findAuthorization, sealedOf } from '../on-authorization.ts';

/** One step of a request's life. */
export interface RequestStep {
  number: string;
  step: (authorization: Authorization) => Authorization | Refusal;
  /** what its facility is told */
  news: AuthorizationNews;
  /** what was written, for the journal's sealed part */
  text?: string | undefined;
  notice?: Pick<Notice, 'kind' | 'audience'>;
}

/** Found within reach, taken a step on, kept; then all that it changes. */
export function stepRequest(
  { number, step, news, text, notice }: RequestStep,
  context: TenantContext,
): Decision<AuthorizationOutcome, TenantDid> | Refusal {
  const found = findAuthorization(context.memory, number, context.principal);
  if (isRefusal(found)) return found;
  const after = step(found);
  if (isRefusal(after)) return after;
  const { facilityName: facility } = after;
  return {
    ...changedAuthorization(found, after, news, context),
    sealed: text === undefined ? null : sealedOf(after, { text }, context),
    ...(notice ? { notice: { ...notice, subject: number, data: { facility } } } : {}),
  };
}
