import { issueApiKey as issue } from '../../actor/staff-commands.ts';
import type { FacilityHandler } from '../handler.ts';

export const issueApiKey: FacilityHandler<'IssueApiKey'> = {
  wants: (memory, { id }) => [{ shelf: memory.people.apiKeys, key: id }],
  decide: (input, context) => issue(context.memory.people, 'facility', input, context),
};
