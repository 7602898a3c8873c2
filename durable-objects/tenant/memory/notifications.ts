import type { Browsers } from '../../../schema/domain/notifications/browser.ts';
import type { Sending } from '../../../schema/domain/notifications/sending.ts';
import { insertRows } from '../../actor/json-rows.ts';
import type { Kind } from '../../actor/shelf.ts';

const readData = (table: string, key: string, keys: readonly string[]) => ({
  sql: `select json_group_array(json(data)) from ${table} where ${key} in (select value from json_each(?))`,
  args: [JSON.stringify(keys)],
});

/** People's browsers that agreed to be notified, by enrollee id. */
export const browsersKind: Kind<Browsers> = {
  name: 'browsers',
  capacity: 4_000,
  keys: ({ enrolleeId }) => [enrolleeId],
  read: (keys) => readData('push_subscriptions', 'enrollee_id', keys),
  parse: (text) => {
    const found: Browsers[] = JSON.parse(text);
    return found;
  },
  write: (made, changed) =>
    insertRows(
      'push_subscriptions',
      ['enrollee_id', 'data'],
      [...made, ...changed].map((each) => [each.enrolleeId, each]),
      'on conflict do update set data = excluded.data',
    ),
};

/** Messages were alerts alone when those without a kind were written. */
const ofAlerts = { kind: 'alert' } as const;

/** What goes out, by id. */
export const sendingKind: Kind<Sending> = {
  name: 'sending',
  capacity: 2_000,
  keys: ({ id }) => [id],
  read: (keys) => readData('sendings', 'id', keys),
  parse: (text) => {
    const found: Sending[] = JSON.parse(text);
    return found.map((each) => ({ ...ofAlerts, ...each }));
  },
  write: (made, changed) =>
    insertRows(
      'sendings',
      ['id', 'state', 'at', 'next_at', 'data'],
      [...made, ...changed].map((each) => [each.id, each.state, each.at, each.nextAt, each]),
      'on conflict do update set state = excluded.state, next_at = excluded.next_at, data = excluded.data',
    ),
};
