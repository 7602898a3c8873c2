import type { TenantHandler } from '../handler.ts';
import { only } from '../memory/settings.ts';

/** Says how claims come in and which the system may approve by itself. What is decided already stays as it is. */
export const putClaimRules: TenantHandler<'PutClaimRules'> = {
  wants: () => [],
  decide: (rules, { memory }) => {
    const settings = memory.settings.get(only);
    if (settings === null) throw new Error('a tenant without settings takes no command');
    const { filingWindowDays, receivesAutomatically, straightThrough } = rules;
    memory.settings.put({ ...settings, ...rules });
    const data = { filingWindowDays, receivesAutomatically, straightThrough };
    return { outcome: { straightThrough: straightThrough.on }, subject: 'tenant', data, did: {} };
  },
};
