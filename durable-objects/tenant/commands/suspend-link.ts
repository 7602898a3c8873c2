import { suspendLink as suspend } from '../../../schema/domain/network/steps.ts';
import type { TenantHandler } from '../handler.ts';
import { linkWants, stepLink } from '../on-link.ts';

/** From today on nothing can be claimed, until the link is reinstated. */
export const suspendLink: TenantHandler<'SuspendLink'> = {
  wants: linkWants,
  decide: ({ facilityId, ...input }, context) =>
    stepLink(
      facilityId,
      (link, decider) => suspend(link, input, decider),
      () => 'link-suspended',
      context,
    ),
};
