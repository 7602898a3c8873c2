import type { ClaimOutcome } from '../../../schema/commands.ts';
import { decide } from '../../../schema/domain/claims/decide.ts';
import { refuseUnlessSeen } from '../../../schema/domain/claims/life.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/domain/refusal.ts';
import type { RejectClaim } from '../../../schema/forms/decide-claim.ts';
import type { Decision } from '../../actor/book.ts';
import { deciderOf } from '../decider.ts';
import type { TenantContext, TenantDid } from '../handler.ts';
import { only } from '../memory/settings.ts';
import { changedClaim, findClaim, sealedText } from '../on-claim.ts';
import { takenBy } from '../taking.ts';

/** A claim taken and rejected in one command, where nobody else holds it: a batch does. */
export function rejectTaken(
  { number, ...input }: RejectClaim,
  context: TenantContext,
): Decision<ClaimOutcome, TenantDid> | Refusal {
  const { memory, principal } = context;
  const found = findClaim(memory, number, principal);
  if (isRefusal(found)) return found;
  const claim = refuseUnlessSeen(found, input.version) ?? takenBy(found, context);
  if (isRefusal(claim)) return claim;
  const settings = memory.settings.get(only);
  const reasons = memory.reasons.get(only);
  if (!settings || !reasons) return refuse('not_found', 'There is no such insurer.');
  const command = { type: 'RejectClaim', input: { ...input, version: claim.version } } as const;
  const after = decide(claim, command, deciderOf(context), { ...settings, reasons });
  if (isRefusal(after)) return after;
  memory.leases.set(String(claim.id), null);
  return {
    ...changedClaim(found, after, 'rejected', context),
    sealed: sealedText(claim, input.sentence, context),
  };
}
