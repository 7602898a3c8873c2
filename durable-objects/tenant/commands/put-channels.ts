import type { TenantHandler } from '../handler.ts';
import { only } from '../memory/settings.ts';

/** Says by what people are reached outside of their open pages. Secrets come sealed, and are not in the journal. */
export const putChannels: TenantHandler<'PutChannels'> = {
  wants: () => [],
  decide: (channels, { memory }) => {
    const settings = memory.settings.get(only);
    if (settings === null) throw new Error('a tenant without settings takes no command');
    memory.settings.put({ ...settings, channels });
    const outcome = { email: channels.email !== null, sms: channels.sms !== null };
    return { outcome, subject: 'tenant', data: outcome, did: {} };
  },
};
