import { withoutBrowser } from '../../../schema/domain/notifications/browser.ts';
import { refuse } from '../../../schema/domain/refusal.ts';
import type { TenantHandler } from '../handler.ts';
import { ownId, ownWants } from '../notifying/own.ts';

/** A browser of the enrollee's is told nothing any more. */
export const removePushSubscription: TenantHandler<'RemovePushSubscription'> = {
  wants: (memory, _input, principal) => ownWants(memory, principal),
  decide: ({ endpoint }, { memory, principal }) => {
    const enrolleeId = ownId(principal);
    if (enrolleeId === null) return refuse('not_found', 'There is nothing here by this name.');
    const before = memory.browsers.get(enrolleeId) ?? { enrolleeId, browsers: [] };
    const after = withoutBrowser(before, endpoint);
    memory.browsers.put(after);
    const browsers = after.browsers.length;
    return { outcome: { browsers }, subject: `enrollee:${enrolleeId}`, data: { browsers }, did: {} };
  },
};
