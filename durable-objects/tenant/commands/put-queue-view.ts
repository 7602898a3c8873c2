import { putView, type SavedViews } from '../../../schema/domain/claims/saved-views.ts';
import type { Principal } from '../../../schema/domain/permissions.ts';
import { isRefusal, refuse } from '../../../schema/domain/refusal.ts';
import type { TenantHandler } from '../handler.ts';
import type { TenantMemory } from '../memory.ts';

/** What somebody saved so far. */
export const viewsOf = (memory: TenantMemory, { id: accountId }: Principal): SavedViews =>
  memory.savedViews.get(accountId) ?? { accountId, views: [], defaultId: null };

/** Saves filters of the queue under a name, for the person alone; or changes what they saved. */
export const putQueueView: TenantHandler<'PutQueueView'> = {
  wants: (memory, _, { id }) => [{ shelf: memory.savedViews, key: id }],
  decide: ({ viewId, name, query, isDefault }, { memory, principal, newId }) => {
    const before = viewsOf(memory, principal);
    const known = before.views.find(({ id }) => id === viewId);
    if (viewId !== undefined && !known) return refuse('not_found', 'You have no such view.');
    const view = { id: viewId ?? newId(), name, query: query ?? known?.query ?? '' };
    const after = putView(before, view, isDefault);
    if (isRefusal(after)) return after;
    memory.savedViews.put(after);
    const data = { views: after.views.length, isDefault };
    return { outcome: { viewId: view.id }, subject: `account:${principal.id}`, data, did: {} };
  },
};
