import { outcomesOf } from '../../../schema/domain/piles/batch.ts';
import { refuse } from '../../../schema/domain/refusal.ts';
import type { TenantHandler } from '../handler.ts';

/** DECIDING → DECIDED: what became of each claim is kept with the batch. */
export const closeBatch: TenantHandler<'CloseBatch'> = {
  wants: (memory, { batchId }) => [{ shelf: memory.batches, key: batchId }],
  decide: ({ batchId, results }, { memory }) => {
    const batch = memory.batches.get(batchId);
    if (batch?.state !== 'DECIDING') return refuse('wrong_state', 'This batch is not being decided.');
    const decided = { ...batch, state: 'DECIDED', results } as const;
    memory.batches.put(decided);
    return {
      outcome: { batchId, ...outcomesOf(results) },
      subject: `batch:${batchId}`,
      data: { facility: batch.facilityId, month: batch.month },
      did: { batch: decided },
    };
  },
};
