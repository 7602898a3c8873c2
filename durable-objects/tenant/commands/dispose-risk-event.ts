import { riskOfRequest } from '../../../schema/domain/authorizations/answer-alert.ts';
import type { Authorization } from '../../../schema/domain/authorizations/authorization.ts';
import type { Claim } from '../../../schema/domain/claims/claim.ts';
import { ranked } from '../../../schema/domain/claims/rank.ts';
import { claimIdOf } from '../../../schema/domain/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/domain/refusal.ts';
import { type Disposal, dispose } from '../../../schema/domain/risk/dispose.ts';
import { riskOf } from '../../../schema/domain/risk/raise.ts';
import { seal } from '../../actor/seal.ts';
import { deciderOf } from '../decider.ts';
import { flagsMoved } from '../flagging.ts';
import type { TenantContext, TenantHandler } from '../handler.ts';
import { enrolleeKey } from '../memory/enrollees.ts';
import { only } from '../memory/settings.ts';
import { authorizationWants, changedAuthorization, findAuthorization } from '../on-authorization.ts';
import { changedClaim, findClaim } from '../on-claim.ts';

/** A claim whose event is disposed of, with its place in the queue. */
function changedByDisposal(claim: Claim, disposal: Disposal, context: TenantContext) {
  const settings = context.memory.settings.get(only);
  if (!settings) return refuse('not_found', 'There is no such insurer.');
  const disposed = dispose(claim, disposal, deciderOf(context), ({ flags }) => riskOf(flags));
  if (isRefusal(disposed)) return disposed;
  const after = ranked(disposed, settings);
  const changed = changedClaim(claim, after, null, context);
  flagsMoved(claim.flags, after, context);
  return { ...changed, after };
}

/** The same of a request; its place in the queue is by time alone. */
function requestDisposed(before: Authorization, disposal: Disposal, context: TenantContext) {
  const after = dispose(before, disposal, deciderOf(context), riskOfRequest);
  if (isRefusal(after)) return after;
  const { outcome, ...changed } = changedAuthorization(before, after, null, context);
  const { number, state, version } = outcome;
  return { ...changed, outcome: { number, state, version }, after };
}

type Found = Claim | Authorization | Refusal;

/**
 * OPEN → CONFIRMED or DISMISSED: the score of the claim or request, and a claim's place in the queue, are of what is left. Its
 * facility is told nothing.
 */
export const disposeRiskEvent: TenantHandler<'DisposeRiskEvent'> = {
  wants: (memory, { number }) => {
    const key = String(claimIdOf(number) ?? '');
    const claim = memory.claims.peek(key);
    const person = claim ? [{ shelf: memory.enrollees, key: enrolleeKey.id(claim.enrolleeId) }] : [];
    return [{ shelf: memory.claims, key }, ...person, ...authorizationWants(memory, number)];
  },
  decide: ({ number, ...disposal }, context) => {
    const { memory, principal, random } = context;
    const isClaim = claimIdOf(number) !== null;
    const found: Found = isClaim
      ? findClaim(memory, number, principal)
      : findAuthorization(memory, number, principal);
    if (isRefusal(found)) return found;
    const done =
      'claimed' in found
        ? changedByDisposal(found, disposal, context)
        : requestDisposed(found, disposal, context);
    if (isRefusal(done)) return done;
    const { after, ...changed } = done;
    const { n, verdict, reason } = disposal;
    const rule = after.flags.find((flag) => flag.n === n)?.rule ?? '';
    const person = memory.enrollees.get(enrolleeKey.id(after.enrolleeId));
    return {
      ...changed,
      outcome: { ...changed.outcome, n, verdict, risk: after.risk },
      data: { ...changed.data, n, rule, verdict, risk: after.risk },
      sealed: person && seal(person, { text: reason }, random(12)),
    };
  },
};
