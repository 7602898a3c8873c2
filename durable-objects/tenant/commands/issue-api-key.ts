import { issueApiKey as issue } from '../../actor/staff-commands.ts';
import type { TenantHandler } from '../handler.ts';

export const issueApiKey: TenantHandler<'IssueApiKey'> = {
  wants: (memory, { id }) => [{ shelf: memory.people.apiKeys, key: id }],
  decide: (input, context) => issue(context.memory.people, 'tenant', input, context),
};
