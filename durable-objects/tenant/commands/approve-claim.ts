import type { TenantHandler } from '../handler.ts';
import { claimWants, stepClaim } from '../on-claim.ts';

/** IN_REVIEW → APPROVED, in full or in part, by whoever holds it. */
export const approveClaim: TenantHandler<'ApproveClaim'> = {
  wants: (memory, { number, sentence }) => claimWants(memory, number, { text: sentence !== undefined }),
  decide: ({ number, ...input }, context) =>
    stepClaim(
      {
        number,
        verb: 'approve',
        command: { type: 'ApproveClaim', input },
        news: 'approved',
        text: input.sentence,
        held: true,
      },
      context,
    ),
};
