import { ranked } from '../../../schema/domain/claims/rank.ts';
import { claimIdOf } from '../../../schema/domain/ids.ts';
import { isRefusal, refuse } from '../../../schema/domain/refusal.ts';
import { dispose } from '../../../schema/domain/risk/dispose.ts';
import { seal } from '../../actor/seal.ts';
import { deciderOf } from '../decider.ts';
import { flagsMoved } from '../flagging.ts';
import type { TenantHandler } from '../handler.ts';
import { enrolleeKey } from '../memory/enrollees.ts';
import { only } from '../memory/settings.ts';
import { changedClaim, findClaim } from '../on-claim.ts';

/** OPEN → CONFIRMED or DISMISSED: the claim's score, and its place in the queue, are of what is left. Its facility is told nothing. */
export const disposeRiskEvent: TenantHandler<'DisposeRiskEvent'> = {
  wants: (memory, { number }) => {
    const key = String(claimIdOf(number) ?? '');
    const claim = memory.claims.peek(key);
    const person = claim ? [{ shelf: memory.enrollees, key: enrolleeKey.id(claim.enrolleeId) }] : [];
    return [{ shelf: memory.claims, key }, ...person];
  },
  decide: ({ number, ...disposal }, context) => {
    const { memory, principal, random } = context;
    const claim = findClaim(memory, number, principal);
    if (isRefusal(claim)) return claim;
    const settings = memory.settings.get(only);
    if (!settings) return refuse('not_found', 'There is no such insurer.');
    const disposed = dispose(claim, disposal, deciderOf(context));
    if (isRefusal(disposed)) return disposed;
    const after = ranked(disposed, settings);
    const changed = changedClaim(claim, after, null, context);
    flagsMoved(claim.flags, after, context);
    const { n, verdict, reason } = disposal;
    const rule = after.flags.find((flag) => flag.n === n)?.rule ?? '';
    const person = memory.enrollees.get(enrolleeKey.id(claim.enrolleeId));
    return {
      ...changed,
      outcome: { ...changed.outcome, n, verdict, risk: after.risk },
      data: { ...changed.data, n, rule, verdict, risk: after.risk },
      sealed: person && seal(person, { text: reason }, random(12)),
    };
  },
};
