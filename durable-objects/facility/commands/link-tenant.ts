import { alwaysInForce } from '../../../schema/domain/network/link.ts';
import type { FacilityHandler } from '../handler.ts';

/** The facility's half of a link with a tenant; what that tenant has told of it already stands. */
export const linkTenant: FacilityHandler<'LinkTenant'> = {
  wants: (memory, { tenantId }) => [{ shelf: memory.links, key: tenantId }],
  decide: (input, { memory }) => {
    const { tenantId } = input;
    memory.links.put({ ...(memory.links.get(tenantId) ?? alwaysInForce), ...input });
    return { outcome: { tenantId }, subject: `tenant:${tenantId}`, data: { tenantId }, did: {} };
  },
};
