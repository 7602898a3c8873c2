import { endLink as end } from '../../../schema/domain/network/steps.ts';
import type { TenantHandler } from '../handler.ts';
import { linkWants, stepLink } from '../on-link.ts';

/** Today is the last day that can be claimed; either side may end a link. */
export const endLink: TenantHandler<'EndLink'> = {
  wants: linkWants,
  decide: ({ facilityId, ...input }, context) =>
    stepLink(
      facilityId,
      (link, decider) => end(link, input, decider),
      () => 'link-ended',
      context,
    ),
};
