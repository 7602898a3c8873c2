import type { TenantHandler } from '../handler.ts';
import { only } from '../memory/settings.ts';

/** Says how long requests may wait and how long codes can be used. What was filed keeps the clock it was filed under. */
export const putAuthorizationSettings: TenantHandler<'PutAuthorizationSettings'> = {
  wants: () => [],
  decide: (authorizations, { memory }) => {
    const settings = memory.settings.get(only);
    if (settings === null) throw new Error('a tenant without settings takes no command');
    memory.settings.put({ ...settings, authorizations });
    const { clocks, ...days } = authorizations;
    const data = { clocks: Object.fromEntries(Object.entries(clocks)), ...days };
    return { outcome: { validDays: days.validDays }, subject: 'tenant', data, did: {} };
  },
};
