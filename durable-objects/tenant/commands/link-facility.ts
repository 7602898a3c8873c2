import { alwaysInForce } from '../../../schema/domain/network/link.ts';
import { placedInForce } from '../../../schema/domain/network/steps.ts';
import { refuse } from '../../../schema/domain/refusal.ts';
import type { TenantHandler } from '../handler.ts';
import { linkKey } from '../memory/network.ts';
import { changedLink, linkDecider } from '../on-link.ts';

/** The tenant's half of a link with a facility that has a portal. */
export const linkFacility: TenantHandler<'LinkFacility'> = {
  wants: (memory, { facilityId, externalId }) => [
    { shelf: memory.links, key: linkKey.facility(facilityId) },
    ...(externalId === undefined ? [] : [{ shelf: memory.links, key: linkKey.external(externalId) }]),
  ],
  decide: ({ facilityId, externalId, profile }, context) => {
    const { memory } = context;
    const before = memory.links.get(linkKey.facility(facilityId));
    const holder = externalId === undefined ? null : memory.links.get(linkKey.external(externalId));
    if (holder && holder.facilityId !== facilityId) {
      const message = `The id ${externalId} belongs to ${holder.name}.`;
      return refuse('invalid', message, [{ field: 'externalId', message }]);
    }
    const own = {
      facilityId,
      externalId: externalId ?? before?.externalId ?? null,
      name: profile.name,
      profile,
      portal: true,
    };
    const after = before ? placedInForce(before, linkDecider(context)) : alwaysInForce;
    const changed = changedLink({ ...after, ...own }, 'link-approved', context);
    if (before && after.version !== before.version) return { ...changed, outcome: { facilityId } };
    return { outcome: { facilityId }, subject: `facility:${facilityId}`, data: { facilityId }, did: {} };
  },
};
