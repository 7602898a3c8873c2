import type { TenantHandler } from '../handler.ts';
import { only } from '../memory/settings.ts';

/** Says which files are wanted with claims from now on. What was filed stays as it is. */
export const putAttachmentRules: TenantHandler<'PutAttachmentRules'> = {
  wants: () => [],
  decide: (attachmentRules, { memory }) => {
    const settings = memory.settings.get(only);
    if (settings === null) throw new Error('a tenant without settings takes no command');
    memory.settings.put({ ...settings, attachmentRules });
    const { refuses, wanted } = attachmentRules;
    const data = { refuses, wanted: wanted.map(({ group, from }) => ({ group, from })) };
    return { outcome: { wanted: wanted.length }, subject: 'tenant', data, did: {} };
  },
};
