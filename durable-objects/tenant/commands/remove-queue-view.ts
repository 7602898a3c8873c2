import { removeView } from '../../../schema/domain/claims/saved-views.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import type { TenantHandler } from '../handler.ts';
import { viewsOf } from './put-queue-view.ts';

/** Removes filters that the person saved. */
export const removeQueueView: TenantHandler<'RemoveQueueView'> = {
  wants: (memory, _, { id }) => [{ shelf: memory.savedViews, key: id }],
  decide: ({ viewId }, { memory, principal }) => {
    const after = removeView(viewsOf(memory, principal), viewId);
    if (isRefusal(after)) return after;
    memory.savedViews.put(after);
    const data = { views: after.views.length };
    return { outcome: { viewId }, subject: `account:${principal.id}`, data, did: {} };
  },
};
