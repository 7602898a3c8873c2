import type { HeldSubject } from '../../../schema/domain/investigations/hold-subject.ts';
import {
  type Investigation,
  investigationIdOf,
} from '../../../schema/domain/investigations/investigation.ts';
import { type InvestigationBody, investigationOfRow } from '../../../schema/tables/tenant/risk.ts';
import { insertRows, readJson } from '../../actor/json-rows.ts';
import type { Kind } from '../../actor/shelf.ts';

const columns = {
  id: 'id',
  state: 'state',
  title: 'title',
  openedAt: 'opened_at',
  version: 'version',
  body: 'json(body)',
};

type Row = Pick<Investigation, 'id' | 'state' | 'title' | 'openedAt' | 'version'> & {
  body: InvestigationBody;
};

function rowOf(investigation: Investigation): unknown[] {
  const { id, number: _, state, title, openedAt, version, ...body } = investigation;
  return [id, state, title, openedAt, version, body];
}

/** Investigations, by number. */
export const investigationKind: Kind<Investigation> = {
  name: 'investigation',
  capacity: 500,
  keys: ({ number }) => [number],
  read: (keys) =>
    readJson(
      'investigations',
      columns,
      'id in (select value from json_each(?))',
      keys.map((key) => investigationIdOf(key) ?? 0),
    ),
  parse: (text) => {
    const rows: Row[] = JSON.parse(text);
    return rows.map(({ body, ...row }) => investigationOfRow(row, body));
  },
  write: (made, changed) =>
    insertRows(
      'investigations',
      ['id', 'state', 'title', 'opened_at', 'version', 'body'],
      [...made, ...changed].map(rowOf),
      'on conflict do update set state = excluded.state, title = excluded.title, version = excluded.version, body = excluded.body',
    ),
};

/** What is held, by subject (`holdSubject`). */
export const heldKind: Kind<HeldSubject> = {
  name: 'held subject',
  capacity: 20_000,
  keys: ({ subject }) => [subject],
  read: (keys) => ({
    sql: 'select json_group_array(json(data)) from holds where subject in (select value from json_each(?))',
    args: [JSON.stringify(keys)],
  }),
  parse: (text) => {
    const found: HeldSubject[] = JSON.parse(text);
    return found;
  },
  write: (made, changed) =>
    insertRows(
      'holds',
      ['subject', 'data', 'sweeping'],
      [...made, ...changed].map((held) => [
        held.subject,
        held,
        held.holds.some(({ sweep }) => sweep !== null) ? 1 : 0,
      ]),
      'on conflict do update set data = excluded.data, sweeping = excluded.sweeping',
    ),
};
