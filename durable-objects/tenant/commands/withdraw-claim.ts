import { claimIdOf } from '../../../schema/domain/ids.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import type { TenantContext, TenantHandler } from '../handler.ts';
import type { TenantMemory } from '../memory.ts';
import { claimWants, replacedWants, stepClaim } from '../on-claim.ts';

/** What a withdrawn correction stood for can be corrected again. */
function setFree(number: string | null, { memory }: TenantContext) {
  const id = number === null ? null : claimIdOf(number);
  const replaced = id === null ? null : memory.claims.get(String(id));
  if (!replaced) return [];
  const free = { ...replaced, replacedBy: null };
  memory.claims.put(free);
  return [free];
}

const claimNamed = (memory: TenantMemory, number: string) => {
  const id = claimIdOf(number);
  return id === null ? null : memory.claims.peek(String(id));
};

/** → WITHDRAWN by the claim's facility; the staff are told. */
export const withdrawClaim: TenantHandler<'WithdrawClaim'> = {
  wants: (memory, { number }) => [
    ...claimWants(memory, number),
    ...replacedWants(memory, claimNamed(memory, number)?.replaces),
  ],
  decide: ({ number }, context) => {
    const command = { type: 'WithdrawClaim' } as const;
    const step = stepClaim({ number, verb: 'withdraw', command, news: 'withdrawn' }, context);
    if (isRefusal(step)) return step;
    const { claim } = step.did;
    const also = setFree(claim?.replaces ?? null, context);
    return {
      ...step,
      data: also.length === 0 ? step.data : { ...step.data, also: also.map(({ id }) => id) },
      did: { ...step.did, also },
      notice: {
        kind: 'withdrawn',
        audience: 'claim.view',
        subject: number,
        data: { facility: claim?.facilityName ?? '' },
      },
    };
  },
};
