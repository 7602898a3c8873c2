import { refuse } from '../../../schema/domain/refusal.ts';
import { seededRoles } from '../../../schema/domain/roles.ts';
import type { FacilityHandler } from '../handler.ts';

/** The first command of a facility: its roles. Its public profile stands in the journal and in the directory. */
export const openFacility: FacilityHandler<'OpenFacility'> = {
  wants: (memory) => [{ shelf: memory.people.roles, key: 'owner' }],
  decide: ({ name, kind, ...rest }, { facilityId, memory }) => {
    if (memory.isOpen || memory.people.roles.get('owner'))
      return refuse('wrong_state', 'This workspace is open already.');
    for (const role of seededRoles.facility) memory.people.roles.put(role);
    const given = Object.entries(rest).filter(([, value]) => value !== undefined);
    const profile = { name, kind, ...Object.fromEntries(given) };
    return { outcome: { facilityId }, subject: 'facility', data: { profile }, did: {} };
  },
};
