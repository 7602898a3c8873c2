import { coverDates } from '../../../schema/domain/members/cover-dates.ts';
import type { Client } from '../../../schema/domain/members/enrollee.ts';
import { type ClientBody, nothingAgreed } from '../../../schema/tables/tenant/enrollees.ts';
import { insertRows, readJson } from '../../actor/json-rows.ts';
import type { Kind } from '../../actor/shelf.ts';

export type { Client } from '../../../schema/domain/members/enrollee.ts';

/** A client as it is made: nobody enrolled, no contract, in force. */
export function newClient(code: string, name: string): Client {
  return { code, name, families: 0, people: 0, ...nothingAgreed };
}

type ClientRow = Omit<Client, keyof ClientBody> & { body: Partial<ClientBody> };

const columns = { code: 'code', name: 'name', families: 'families', people: 'people', body: 'json(body)' };
const written = ['code', 'name', 'families', 'people', 'suspended_from', 'suspended_to', 'cover_to', 'body'];

function rowOf({ code, name, families, people, ...body }: Client): unknown[] {
  const { suspendedFrom, suspendedTo, to } = coverDates(body.cover);
  return [code, name, families, people, suspendedFrom, suspendedTo, to, body];
}

const updated = written
  .slice(1)
  .map((column) => `${column} = excluded.${column}`)
  .join(', ');

/** Clients, by code. */
export const clientKind: Kind<Client> = {
  name: 'client',
  capacity: 2_000,
  keys: (client) => [client.code],
  read: (keys) => readJson('clients', columns, 'code in (select value from json_each(?))', keys),
  parse: (text) => {
    const rows: ClientRow[] = JSON.parse(text);
    return rows.map(({ body, ...row }) => ({ ...row, ...nothingAgreed, ...body }));
  },
  write: (made, changed) =>
    insertRows(
      'clients',
      written,
      [...made, ...changed].map(rowOf),
      `on conflict (code) do update set ${updated}`,
    ),
};
