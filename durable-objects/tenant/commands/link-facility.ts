import { refuse } from '../../../schema/domain/refusal.ts';
import type { LinkFacility } from '../../../schema/forms/organisation.ts';
import type { TenantHandler } from '../handler.ts';
import { linkKey } from '../memory/network.ts';
import type { TenantMemory } from '../memory.ts';

/** An id of the tenant's own names one facility, and goes on naming it. */
function faultOfId(memory: TenantMemory, { facilityId, externalId }: LinkFacility): string | null {
  if (externalId === undefined) return null;
  const before = memory.links.get(linkKey.facility(facilityId))?.externalId ?? null;
  if (before !== null && before !== externalId) return `The id of this facility is ${before} and stays so.`;
  const holder = memory.links.get(linkKey.external(externalId));
  return holder && holder.facilityId !== facilityId
    ? `The id ${externalId} belongs to ${holder.name}.`
    : null;
}

/** The tenant's half of a link with a facility that has a portal. */
export const linkFacility: TenantHandler<'LinkFacility'> = {
  wants: (memory, { facilityId, externalId }) => [
    { shelf: memory.links, key: linkKey.facility(facilityId) },
    ...(externalId === undefined ? [] : [{ shelf: memory.links, key: linkKey.external(externalId) }]),
  ],
  decide: (input, { memory }) => {
    const { facilityId, externalId, profile } = input;
    const message = faultOfId(memory, input);
    if (message) return refuse('invalid', message, [{ field: 'externalId', message }]);
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
