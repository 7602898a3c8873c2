import { withBrowser } from '../../../schema/domain/notifications/browser.ts';
import { refuse } from '../../../schema/domain/refusal.ts';
import type { TenantHandler } from '../handler.ts';
import { ownId, ownWants } from '../notifying/own.ts';

/** A browser of the enrollee's agrees to be notified; where it already did, its keys are the newer ones. */
export const putPushSubscription: TenantHandler<'PutPushSubscription'> = {
  wants: (memory, _input, principal) => ownWants(memory, principal),
  decide: (input, { memory, principal, at }) => {
    const enrolleeId = ownId(principal);
    if (enrolleeId === null) return refuse('not_found', 'There is nothing here by this name.');
    const before = memory.browsers.get(enrolleeId) ?? { enrolleeId, browsers: [] };
    const after = withBrowser(before, { ...input, since: at });
    memory.browsers.put(after);
    const browsers = after.browsers.length;
    return { outcome: { browsers }, subject: `enrollee:${enrolleeId}`, data: { browsers }, did: {} };
  },
};
