import type { Baseline } from '../../../schema/domain/risk/baseline.ts';
import { insertRows } from '../../actor/json-rows.ts';
import type { Kind } from '../../actor/shelf.ts';

/** What claims are compared with, under the key that follows from them. */
export interface KeptBaseline {
  key: string;
  data: Baseline;
}

/** Baselines: however many claims of a cycle change one, it is one row. */
export const baselineKind: Kind<KeptBaseline> = {
  name: 'baseline',
  capacity: 8_000,
  keys: ({ key }) => [key],
  read: (keys) => ({
    sql: `select json_group_array(json_object('key', key, 'data', json(data))) from baselines where key in (select value from json_each(?))`,
    args: [JSON.stringify(keys)],
  }),
  parse: (text) => {
    const found: KeptBaseline[] = JSON.parse(text);
    return found;
  },
  write: (made, changed) =>
    insertRows(
      'baselines',
      ['key', 'data'],
      [...made, ...changed].map(({ key, data }) => [key, data]),
      'on conflict do update set data = excluded.data',
    ),
};
