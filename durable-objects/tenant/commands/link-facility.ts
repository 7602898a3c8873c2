import type { TenantHandler } from '../handler.ts';
import { linkKey } from '../memory/network.ts';

/** The tenant's half of a link with a facility that has a portal. */
export const linkFacility: TenantHandler<'LinkFacility'> = {
  wants: (memory, { facilityId }) => [{ shelf: memory.links, key: linkKey.facility(facilityId) }],
  decide: ({ facilityId, externalId, profile }, { memory }) => {
    const before = memory.links.get(linkKey.facility(facilityId));
    memory.links.put({
      facilityId,
      externalId: externalId ?? before?.externalId ?? null,
      name: profile.name,
      profile,
      state: 'APPROVED',
      portal: true,
    });
    return { outcome: { facilityId }, subject: `facility:${facilityId}`, data: { facilityId }, did: {} };
  },
};
