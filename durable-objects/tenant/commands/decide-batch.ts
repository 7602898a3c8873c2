import { givenReasons, refuseFields } from '../../../schema/domain/claims/deciding.ts';
import type { BatchDecision } from '../../../schema/domain/piles/batch.ts';
import { refuse } from '../../../schema/domain/refusal.ts';
import type { DecideBatch } from '../../../schema/forms/piles.ts';
import { holds } from '../../actor/authorize.ts';
import type { TenantContext, TenantHandler } from '../handler.ts';
import { only } from '../memory/settings.ts';

/** What each verb takes beside `pile.batch_decide`. */
export const verbPermission = { approve: 'claim.approve', reject: 'claim.reject' } as const;

function decisionOf(input: DecideBatch, { memory, principal, at }: TenantContext): BatchDecision {
  const name = memory.people.staff.peek(principal.id)?.name ?? principal.name;
  const via = principal.via === 'key' ? 'key' : 'session';
  const who = { by: principal.id, name, via, at } as const;
  if (input.verb === 'approve') return { ...who, verb: 'approve', reasons: [], sentence: null };
  return { ...who, verb: 'reject', reasons: input.reasons, sentence: input.sentence };
}

/** PREPARED → DECIDING, once: what is decided of every claim. Each is then decided by its own rules, in its own command. */
export const decideBatch: TenantHandler<'DecideBatch'> = {
  wants: (memory, { batchId }) => [{ shelf: memory.batches, key: batchId }],
  decide: (input, context) => {
    const { memory, principal } = context;
    const batch = memory.batches.get(input.batchId);
    if (!batch) return refuse('not_found', 'There is no such batch.');
    if (!holds(memory.people, principal, verbPermission[input.verb]))
      return refuse(
        'forbidden',
        `Your role does not allow this: to ${input.verb} claims is not among what it may do.`,
      );
    if (batch.state !== 'PREPARED') return refuse('wrong_state', 'This batch has been decided on already.');
    const table = memory.reasons.get(only);
    if (input.verb === 'reject' && table) {
      const [first, ...rest] = givenReasons(input.reasons, table, 'reasons').errors;
      if (first) return refuseFields([first, ...rest]);
    }
    const decision = decisionOf(input, context);
    const deciding = { ...batch, state: 'DECIDING', decision } as const;
    memory.batches.put(deciding);
    return {
      outcome: { batchId: batch.id, claims: batch.items.length },
      subject: `batch:${batch.id}`,
      data: {
        facility: batch.facilityId,
        month: batch.month,
        claims: batch.items.length,
        verb: decision.verb,
        reasons: decision.reasons,
      },
      did: { batch: deciding },
    };
  },
};
