import type { ClaimOutcome } from '../../schema/commands.ts';
import type { Claim } from '../../schema/domain/claims/claim.ts';
import { lease_ms } from '../../schema/domain/claims/lease.ts';
import { reservedAt } from '../../schema/domain/claims/query.ts';
import { take } from '../../schema/domain/claims/review.ts';
import type { Moment } from '../../schema/domain/dates.ts';
import { isRefusal, type Refusal } from '../../schema/domain/refusal.ts';
import type { Decision } from '../actor/book.ts';
import { refuseIfHeld } from './deciding/refuse-if-held.ts';
import type { TenantContext, TenantDid } from './handler.ts';
import { changedClaim, waitsFor } from './on-claim.ts';

/** The claim as it is once the person has it; nothing is changed yet. Refused, naming them, while somebody else holds it or is first in line. */
export function takenBy(claim: Claim, context: TenantContext): Claim | Refusal {
  const { memory, principal, at } = context;
  const held = refuseIfHeld(claim, context);
  if (held) return held;
  const reserved = reservedAt(claim, at);
  if (reserved && reserved.accountId !== principal.id) return waitsFor(memory, claim, reserved);
  const name = memory.people.staff.peek(principal.id)?.name ?? principal.name;
  return take(claim, { at, id: principal.id, name });
}

/** → IN_REVIEW, held by the person from now on. */
export function leased(
  claim: Claim,
  context: TenantContext,
): (Decision<ClaimOutcome & { leaseUntil: Moment }, TenantDid> & { taken: Claim }) | Refusal {
  const { memory, principal, at } = context;
  const taken = takenBy(claim, context);
  if (isRefusal(taken)) return taken;
  const until = at + lease_ms;
  memory.leases.set(String(claim.id), { accountId: principal.id, until });
  const changed = changedClaim(claim, taken, 'taken', context);
  return {
    ...changed,
    data: { ...changed.data, leaseBy: principal.id, leaseUntil: until },
    outcome: { ...changed.outcome, leaseUntil: until },
    taken,
  };
}
