import type { Claim } from '../../../schema/domain/claims/claim.ts';
import { claimIdOf } from '../../../schema/domain/ids.ts';
import type { Principal } from '../../../schema/domain/permissions.ts';
import { type Batch, type BatchItem, batch_claims_max } from '../../../schema/domain/piles/batch.ts';
import { isAllClean, openFlagsOf } from '../../../schema/domain/piles/pile.ts';
import { refuse } from '../../../schema/domain/refusal.ts';
import type { PrepareBatch } from '../../../schema/forms/piles.ts';
import type { Want } from '../../actor/book.ts';
import type { TenantContext, TenantHandler } from '../handler.ts';
import { askedOf } from '../judging/asked.ts';
import { caseOfFiled, judgeCase } from '../judging/judge-claim.ts';
import { judgingWants } from '../judging/wants.ts';
import { linkKey } from '../memory/network.ts';
import { only } from '../memory/settings.ts';
import type { TenantMemory } from '../memory.ts';
import { cleanCandidates, takeable } from '../piles/candidates.ts';
import { rebuilding } from './vet-next.ts';

function chosenIds(memory: TenantMemory, input: PrepareBatch, principal: Principal): number[] {
  if (input.numbers) return [...new Set(input.numbers)].flatMap((number) => claimIdOf(number) ?? []);
  const ids: number[] = [];
  for (const id of cleanCandidates(memory, input, principal)) {
    ids.push(id);
    if (ids.length === batch_claims_max) break;
  }
  return ids;
}

/** What judging the chosen claims looks at, as far as it is known. */
function itemWants(memory: TenantMemory, ids: readonly number[]): Want[] {
  const zone = memory.settings.peek(only)?.calendar.zone ?? 'UTC';
  return ids.flatMap((id) => {
    const claim = memory.claims.peek(String(id));
    const own: Want = { shelf: memory.claims, key: String(id) };
    return claim ? [own, ...judgingWants(memory, askedOf(claim, zone))] : [own];
  });
}

function itemOf(claim: Claim, { memory, at }: TenantContext): BatchItem {
  const { id, number, version, claimed } = claim;
  const { approved: recommended, clean, fingerprint } = judgeCase(caseOfFiled(memory, claim, at));
  return { id, number, version, claimed, recommended, clean, flags: openFlagsOf(claim), fingerprint };
}

/**
 * Puts claims of a pile together to be decided on at once, each judged as it stands now: those that were ticked, or all that
 * are clean. Nothing is taken yet.
 */
export const prepareBatch: TenantHandler<'PrepareBatch'> = {
  wants: (memory, input, principal) => [
    { shelf: memory.links, key: linkKey.facility(input.facilityId) },
    ...(memory.order.complete ? itemWants(memory, chosenIds(memory, input, principal)) : []),
  ],
  decide: (input, context) => {
    const { memory, principal, at, newId } = context;
    if (!memory.order.complete) return rebuilding();
    const { facilityId, month, numbers } = input;
    const ids = chosenIds(memory, input, principal);
    const open = ids.flatMap((id) => {
      const claim = memory.claims.get(String(id));
      const isHere = claim?.facilityId === facilityId && claim.billingMonth === month;
      return claim && isHere && takeable.includes(claim.state) ? [claim] : [];
    });
    const judged = open
      .filter((claim) => numbers !== undefined || isAllClean(claim))
      .map((claim) => itemOf(claim, context))
      .filter(({ clean }) => numbers !== undefined || clean);
    if (judged.length === 0)
      return refuse(
        'wrong_state',
        numbers === undefined
          ? 'No claim of this pile is clean and free to be decided.'
          : 'None of the claims that were chosen can be decided any more.',
      );
    const batch: Batch = {
      id: newId(),
      facilityId,
      month,
      state: 'PREPARED',
      preparedBy: principal.id,
      preparedAt: at,
      items: judged,
      gone: ids.length - judged.length,
      decision: null,
      results: [],
    };
    memory.batches.put(batch);
    return {
      outcome: { batchId: batch.id, claims: judged.length },
      subject: `batch:${batch.id}`,
      data: { facility: facilityId, month, claims: judged.length, clean: numbers === undefined },
      did: {},
    };
  },
};
