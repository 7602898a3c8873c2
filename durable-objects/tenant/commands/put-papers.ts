import { refuse } from '../../../schema/domain/refusal.ts';
import type { TenantHandler } from '../handler.ts';
import { linkKey } from '../memory/network.ts';

/** A facility's licence and accreditation as the tenant has seen them: what is done after their last days is refused (B7). */
export const putPapers: TenantHandler<'PutPapers'> = {
  wants: (memory, { facilityId }) => [{ shelf: memory.links, key: linkKey.facility(facilityId) }],
  decide: ({ facilityId, licence, licenceUntil, accreditedUntil }, { memory }) => {
    const link = memory.links.get(linkKey.facility(facilityId));
    if (!link) return refuse('not_found', 'There is no link with this facility.');
    memory.links.put({ ...link, profile: { ...link.profile, licence, licenceUntil, accreditedUntil } });
    return {
      outcome: { facilityId },
      subject: `facility:${facilityId}`,
      data: { facilityId, licenceUntil: licenceUntil ?? null, accreditedUntil: accreditedUntil ?? null },
      did: {},
    };
  },
};
