import type { SavedViews } from '../../../schema/domain/claims/saved-views.ts';
import { insertRows, readJson } from '../../actor/json-rows.ts';
import type { Kind } from '../../actor/shelf.ts';

/** What people saved of the queue's filters, by account. */
export const savedViewsKind: Kind<SavedViews> = {
  name: 'saved views',
  capacity: 500,
  keys: ({ accountId }) => [accountId],
  read: (keys) =>
    readJson(
      'queue_views',
      { accountId: 'account_id', views: 'json(views)', defaultId: 'default_id' },
      'account_id in (select value from json_each(?))',
      keys,
    ),
  parse: (text) => {
    const found: SavedViews[] = JSON.parse(text);
    return found;
  },
  write: (made, changed) =>
    insertRows(
      'queue_views',
      ['account_id', 'views', 'default_id'],
      [...made, ...changed].map(({ accountId, views, defaultId }) => [accountId, views, defaultId]),
      'on conflict (account_id) do update set views = excluded.views, default_id = excluded.default_id',
    ),
};
