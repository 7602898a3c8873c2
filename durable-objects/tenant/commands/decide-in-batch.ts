import { proposalOn } from '../../../schema/domain/claims/propose.ts';
import type { Batch, BatchItem } from '../../../schema/domain/piles/batch.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/domain/refusal.ts';
import type { DecideInBatch } from '../../../schema/forms/piles.ts';
import { holds } from '../../actor/authorize.ts';
import { approveStep, approveWants } from '../deciding/approve-step.ts';
import { rejectTaken } from '../deciding/reject-step.ts';
import type { TenantContext, TenantHandler } from '../handler.ts';
import { claimWants } from '../on-claim.ts';
import { verbPermission } from './decide-batch.ts';

const itemOf = (batch: Batch | null | undefined, number: string): BatchItem | undefined =>
  batch?.items.find((item) => item.number === number);

/** Null when a decision on it may be made in a batch; a proposal is one person's work waiting for another's. */
function refuseProposed({ id, number }: BatchItem, { memory }: TenantContext): Refusal | null {
  const claim = memory.claims.get(String(id));
  const proposal = claim && proposalOn(claim);
  if (!proposal) return null;
  return refuse(
    'wrong_state',
    `${proposal.name} has proposed a decision on ${number}: confirm or decline that.`,
  );
}

function decideItem(input: DecideInBatch, context: TenantContext) {
  const { memory, principal } = context;
  const batch = memory.batches.get(input.batchId);
  const item = itemOf(batch, input.number);
  const decision = batch?.decision;
  if (!batch || !item || !decision) return refuse('not_found', 'There is no such claim in this batch.');
  if (decision.by !== principal.id || !holds(memory.people, principal, verbPermission[decision.verb]))
    return refuse(
      'forbidden',
      'Your role does not allow this decision. Ask an administrator of your organisation.',
    );
  const no = refuseProposed(item, context);
  if (no) return no;
  const seen = { number: item.number, version: item.version };
  if (decision.verb === 'approve')
    return approveStep({ ...seen, recommendation: item.fingerprint }, context, { takeFirst: true });
  const sentence = decision.sentence ?? '';
  return rejectTaken({ ...seen, reasons: [...decision.reasons], sentence }, context);
}

/**
 * One claim of a batch, decided by its own rules as its own command: taken if nobody else has it, judged anew against the
 * recommendation that the batch was decided on, approved up to the ceiling and proposed above it, or rejected.
 */
export const decideInBatch: TenantHandler<'DecideInBatch'> = {
  wants: (memory, { batchId, number }, principal) => {
    const batch = memory.batches.peek(batchId);
    const item = itemOf(batch, number);
    const own = [{ shelf: memory.batches, key: batchId }];
    if (!item) return own;
    return batch?.decision?.verb === 'reject'
      ? [...own, ...claimWants(memory, number, { text: true })]
      : [...own, ...approveWants(memory, { number, version: item.version }, principal)];
  },
  decide: (input, context) => {
    const done = decideItem(input, context);
    return isRefusal(done) ? done : { ...done, data: { ...done.data, batch: input.batchId } };
  },
};
