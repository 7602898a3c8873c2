import { revokeApiKey as revoke } from '../../actor/staff-commands.ts';
import type { FacilityHandler } from '../handler.ts';

export const revokeApiKey: FacilityHandler<'RevokeApiKey'> = {
  wants: (memory, { id }) => [{ shelf: memory.people.apiKeys, key: id }],
  decide: (input, context) => revoke(context.memory.people, input, context),
};
