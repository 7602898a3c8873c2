import type { FacilityHandler } from '../handler.ts';

/** The facility's half of a link with a tenant. */
export const linkTenant: FacilityHandler<'LinkTenant'> = {
  wants: (memory, { tenantId }) => [{ shelf: memory.links, key: tenantId }],
  decide: (input, { memory }) => {
    const { tenantId } = input;
    memory.links.put({ ...input, state: 'APPROVED' });
    return { outcome: { tenantId }, subject: `tenant:${tenantId}`, data: { tenantId }, did: {} };
  },
};
