import type { ReasonCode } from '../../../schema/domain/claims/reason-codes.ts';
import {
  type StoredSettings,
  settingsOf,
  type TenantSettings,
} from '../../../schema/domain/tenant-settings.ts';
import { insertRows } from '../../actor/json-rows.ts';
import type { Kind } from '../../actor/shelf.ts';

/** The one key under which settings and the reason table stand. */
export const only = 'only';

/** The tenant's own figures. */
export const settingsKind: Kind<TenantSettings> = {
  name: 'settings',
  capacity: Number.POSITIVE_INFINITY,
  keys: () => [only],
  read: () => ({ sql: 'select json_group_array(json(data)) from settings', args: [] }),
  parse: (text) => {
    const found: StoredSettings[] = JSON.parse(text);
    return found.map(settingsOf);
  },
  write: (made, changed) =>
    insertRows(
      'settings',
      ['id', 'data'],
      [...made, ...changed].map((settings) => [1, settings]),
      'on conflict do update set data = excluded.data',
    ),
};

/** The reasons in use, by code: a table of some thirty rows, held whole. */
export type ReasonCodes = ReadonlyMap<string, ReasonCode>;

export const reasonsKind: Kind<ReasonCodes> = {
  name: 'reason codes',
  capacity: Number.POSITIVE_INFINITY,
  keys: () => [only],
  read: () => ({
    sql: `select json_group_array(json_object('code', code, 'name', name, 'group', reason_group)) from reason_codes where active = 1`,
    args: [],
  }),
  parse: (text) => {
    const rows: ReasonCode[] = JSON.parse(text);
    return [new Map(rows.map((row) => [row.code, row]))];
  },
  write: (made, changed) =>
    [...made, ...changed].flatMap((table) =>
      insertRows(
        'reason_codes',
        ['code', 'name', 'reason_group'],
        [...table.values()].map((reason) => [reason.code, reason.name, reason.group]),
        'on conflict do update set name = excluded.name, reason_group = excluded.reason_group, active = 1',
      ),
    ),
};
