import { forAccounts } from '../../../schema/domain/audience.ts';
import type { Claim } from '../../../schema/domain/claims/claim.ts';
import { holdAt, lease_ms } from '../../../schema/domain/claims/lease.ts';
import { take } from '../../../schema/domain/claims/review.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/domain/refusal.ts';
import type { Want } from '../../actor/book.ts';
import type { Notice } from '../../actor/journal.ts';
import { deciderOf } from '../decider.ts';
import type { TenantContext, TenantHandler } from '../handler.ts';
import type { TenantMemory } from '../memory.ts';
import { changedClaim, claimWants, findClaim } from '../on-claim.ts';

/** The person who is to get it, and their role. */
function personWants({ people }: TenantMemory, accountId: string | null): Want[] {
  if (accountId === null) return [];
  const role = people.staff.peek(accountId)?.roleKey;
  const person = { shelf: people.staff, key: accountId };
  return role === undefined ? [person] : [person, { shelf: people.roles, key: role }];
}

function refuseUnlessReviewer({ people }: TenantMemory, accountId: string): Refusal | null {
  const person = people.staff.get(accountId);
  const permissions = person?.state === 'ACTIVE' ? people.roles.get(person.roleKey)?.permissions : undefined;
  if (permissions?.includes('claim.review')) return null;
  const message = person
    ? `${person.name} may not review claims: choose somebody who may.`
    : 'Choose somebody of your own people who reviews claims.';
  return refuse('invalid', message, [{ field: 'to', message }]);
}

/** Both are told, but not whoever did it: they know. */
function told(
  claim: Claim,
  people: readonly (string | undefined)[],
  name: string | null,
  { principal }: TenantContext,
): { notice?: Notice } {
  const accounts = people.filter((id) => id !== undefined && id !== principal.id) as string[];
  if (accounts.length === 0) return {};
  const data = { with: name ?? '' };
  return {
    notice: { kind: 'reassigned', audience: forAccounts(...accounts), subject: claim.number, data },
  };
}

/** A manager gives a claim, whoever has it, to somebody who reviews claims, or frees it: the lease moves, is made, or ends. */
export const reassignClaim: TenantHandler<'ReassignClaim'> = {
  wants: (memory, { number, to }) => [...claimWants(memory, number), ...personWants(memory, to)],
  decide: ({ number, to }, context) => {
    const { memory, principal, at } = context;
    const claim = findClaim(memory, number, principal);
    if (isRefusal(claim)) return claim;
    const taken = take(claim, deciderOf(context));
    if (isRefusal(taken)) return taken;
    const former = holdAt(memory.leases.get(String(claim.id)), at)?.accountId;
    if (to === null) {
      if (former === undefined)
        return refuse('wrong_state', `Nobody has claim ${number}: it is free already.`);
      memory.leases.set(String(claim.id), null);
      const freed = changedClaim(claim, claim, null, context);
      return {
        ...freed,
        data: { ...freed.data, leaseFrom: former },
        ...told(claim, [former], null, context),
      };
    }
    const no = refuseUnlessReviewer(memory, to);
    if (no) return no;
    const name = memory.people.staff.get(to)?.name ?? '';
    if (former === to) return refuse('wrong_state', `${name} has claim ${number} already.`);
    const until = at + lease_ms;
    memory.leases.set(String(claim.id), { accountId: to, until });
    const changed = changedClaim(claim, taken, taken === claim ? null : 'taken', context);
    const from = former === undefined ? {} : { leaseFrom: former };
    return {
      ...changed,
      data: { ...changed.data, leaseBy: to, leaseUntil: until, ...from },
      ...told(claim, [to, former], name, context),
    };
  },
};
