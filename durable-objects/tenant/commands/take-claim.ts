import { holdAt, lease_ms } from '../../../schema/domain/claims/lease.ts';
import { reservedAt } from '../../../schema/domain/claims/query.ts';
import { take } from '../../../schema/domain/claims/review.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import type { TenantHandler } from '../handler.ts';
import { caseOfFiled, judgeCase } from '../judging/judge-claim.ts';
import { changedClaim, claimWants, filedClaimWants, findClaim, heldBy, waitsFor } from '../on-claim.ts';

/**
 * → IN_REVIEW, held by the person, who is told what is recommended by its name. Taken again by the same person, the lease
 * begins anew.
 */
export const takeClaim: TenantHandler<'TakeClaim'> = {
  wants: (memory, { number }) => [...claimWants(memory, number), ...filedClaimWants(memory, number)],
  decide: ({ number }, context) => {
    const { memory, principal, at } = context;
    const claim = findClaim(memory, number, principal);
    if (isRefusal(claim)) return claim;
    const name = memory.people.staff.peek(principal.id)?.name ?? principal.name;
    const taken = take(claim, { at, id: principal.id, name });
    if (isRefusal(taken)) return taken;
    const hold = holdAt(memory.leases.get(String(claim.id)), at);
    if (hold && hold.accountId !== principal.id) return heldBy(memory, claim, hold.accountId);
    const reserved = reservedAt(claim, at);
    if (reserved && reserved.accountId !== principal.id) return waitsFor(memory, claim, reserved);
    const until = at + lease_ms;
    memory.leases.set(String(claim.id), { accountId: principal.id, until });
    const { fingerprint: recommendation } = judgeCase(caseOfFiled(memory, taken, at));
    const changed = changedClaim(claim, taken, 'taken', context);
    return {
      ...changed,
      data: { ...changed.data, leaseBy: principal.id, leaseUntil: until },
      outcome: { ...changed.outcome, leaseUntil: until, recommendation },
    };
  },
};
