import { alwaysInForce } from '../../../schema/domain/network/link.ts';
import type { TenantHandler } from '../handler.ts';
import { linkKey } from '../memory/network.ts';

/** Adds a facility to the tenant's network as an integrator knows it, or brings its profile up to date. */
export const putFacility: TenantHandler<'PutFacility'> = {
  wants: (memory, { externalId }) => [{ shelf: memory.links, key: linkKey.external(externalId) }],
  decide: ({ externalId, ...profile }, { memory, newId }) => {
    const before = memory.links.get(linkKey.external(externalId));
    const facilityId = before?.facilityId ?? newId();
    const kept = before ?? { ...alwaysInForce, facilityId, externalId, portal: false };
    memory.links.put({ ...kept, name: profile.name, profile });
    return {
      outcome: { facilityId, created: before === null },
      subject: `facility:${facilityId}`,
      data: { facilityId },
      did: {},
    };
  },
};
