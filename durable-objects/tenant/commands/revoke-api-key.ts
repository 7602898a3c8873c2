import { revokeApiKey as revoke } from '../../actor/staff-commands.ts';
import type { TenantHandler } from '../handler.ts';

export const revokeApiKey: TenantHandler<'RevokeApiKey'> = {
  wants: (memory, { id }) => [{ shelf: memory.people.apiKeys, key: id }],
  decide: (input, context) => revoke(context.memory.people, input, context),
};
