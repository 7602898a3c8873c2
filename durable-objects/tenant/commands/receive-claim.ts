import type { TenantHandler } from '../handler.ts';
import { claimWants, stepClaim } from '../on-claim.ts';

/** SUBMITTED → RECEIVED by staff. */
export const receiveClaim: TenantHandler<'ReceiveClaim'> = {
  wants: (memory, { number }) => claimWants(memory, number),
  decide: ({ number }, context) =>
    stepClaim({ number, verb: 'receive', command: { type: 'ReceiveClaim' }, news: 'received' }, context),
};
