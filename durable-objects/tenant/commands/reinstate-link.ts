import { reinstateLink as reinstate } from '../../../schema/domain/network/steps.ts';
import type { TenantHandler } from '../handler.ts';
import { linkWants, stepLink } from '../on-link.ts';

/** In force again from today on. */
export const reinstateLink: TenantHandler<'ReinstateLink'> = {
  wants: linkWants,
  decide: ({ facilityId, ...input }, context) =>
    stepLink(
      facilityId,
      (link, decider) => reinstate(link, input, decider),
      () => 'link-reinstated',
      context,
    ),
};
