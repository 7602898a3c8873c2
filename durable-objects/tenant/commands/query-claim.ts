import type { TenantHandler } from '../handler.ts';
import { claimWants, stepClaim } from '../on-claim.ts';

/** IN_REVIEW → QUERIED by whoever holds it. */
export const queryClaim: TenantHandler<'QueryClaim'> = {
  wants: (memory, { number }) => claimWants(memory, number, { text: true }),
  decide: ({ number, ...input }, context) =>
    stepClaim(
      {
        number,
        verb: 'query',
        command: { type: 'QueryClaim', input },
        news: 'queried',
        text: input.question,
        held: true,
      },
      context,
    ),
};
