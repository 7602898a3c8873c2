import type { Relation } from '../../../schema/domain/ids.ts';
import { insertRows, readJson } from '../../actor/json-rows.ts';
import type { Kind } from '../../actor/shelf.ts';

/** A covered person, as their row says. */
export interface Enrollee {
  id: string;
  memberId: string;
  externalId: string | null;
  clientCode: string;
  principalId: string | null;
  relation: Relation;
  firstName: string;
  lastName: string;
  birthDate: string;
  sex: 'female' | 'male';
  phone: string | null;
  email: string | null;
  deathDate: string | null;
  coverFrom: string;
  coverTo: string | null;
  state: string;
  /** base64; null once what is personal about them was erased */
  sealKey: string | null;
}

/** What an enrollee is found by. */
export const enrolleeKey = {
  id: (id: string) => `i:${id}`,
  member: (memberId: string) => `m:${memberId}`,
  external: (externalId: string) => `x:${externalId}`,
};

const columns: Readonly<Record<keyof Enrollee, string>> = {
  id: 'id',
  memberId: 'member_id',
  externalId: 'external_id',
  clientCode: 'client_code',
  principalId: 'principal_id',
  relation: 'relation',
  firstName: 'first_name',
  lastName: 'last_name',
  birthDate: 'birth_date',
  sex: 'sex',
  phone: 'phone',
  email: 'email',
  deathDate: 'death_date',
  coverFrom: 'cover_from',
  coverTo: 'cover_to',
  state: 'state',
  sealKey: 'seal_key',
};

const rowOf = (e: Enrollee) => [
  e.id,
  e.memberId,
  e.externalId,
  e.clientCode,
  e.principalId,
  e.relation,
  e.firstName,
  e.lastName,
  e.birthDate,
  e.sex,
  e.phone,
  e.email,
  e.deathDate,
  e.coverFrom,
  e.coverTo,
  e.state,
  e.sealKey,
];

const updated = Object.values(columns)
  .slice(5)
  .map((column) => `${column} = excluded.${column}`)
  .join(', ');

/** Covered people, by id, by member id and by the integrator's id. */
export const enrolleeKind: Kind<Enrollee> = {
  name: 'enrollee',
  capacity: 24_000,
  keys: (e) => [
    enrolleeKey.id(e.id),
    enrolleeKey.member(e.memberId),
    ...(e.externalId === null ? [] : [enrolleeKey.external(e.externalId)]),
  ],
  read: (keys) => {
    const given = (letter: string) =>
      JSON.stringify(keys.filter((key) => key.startsWith(`${letter}:`)).map((key) => key.slice(2)));
    const { sql } = readJson(
      'enrollees',
      columns,
      `id in (select value from json_each(?)) or member_id in (select value from json_each(?)) or external_id in (select value from json_each(?))`,
      [],
    );
    return { sql, args: [given('i'), given('m'), given('x')] };
  },
  parse: (text) => {
    const found: Enrollee[] = JSON.parse(text);
    return found;
  },
  write: (made, changed) =>
    insertRows(
      'enrollees',
      Object.values(columns),
      [...made, ...changed].map(rowOf),
      `on conflict (id) do update set ${updated}`,
    ),
};

/** A client: the company that buys cover; `families` is the number last issued. */
export interface Client {
  code: string;
  name: string;
  families: number;
}

export const clientKind: Kind<Client> = {
  name: 'client',
  capacity: 2_000,
  keys: (client) => [client.code],
  read: (keys) =>
    readJson(
      'clients',
      { code: 'code', name: 'name', families: 'families' },
      'code in (select value from json_each(?))',
      keys,
    ),
  parse: (text) => {
    const found: Client[] = JSON.parse(text);
    return found;
  },
  write: (made, changed) =>
    insertRows(
      'clients',
      ['code', 'name', 'families'],
      [...made, ...changed].map((client) => [client.code, client.name, client.families]),
      'on conflict do update set name = excluded.name, families = excluded.families',
    ),
};

/** How many dependants of each kind a principal has: the numbers last issued within the family. */
export interface Family {
  principalId: string;
  issued: Partial<Record<Relation, number>>;
}

export const familyKind: Kind<Family> = {
  name: 'family',
  capacity: 5_000,
  keys: (family) => [family.principalId],
  read: (keys) => ({
    sql: `select json_group_array(json_object('principalId', principal_id, 'relation', relation, 'count', n)) from
      (select principal_id, relation, count(*) n from enrollees where principal_id in (select value from json_each(?)) group by 1, 2)`,
    args: [JSON.stringify(keys)],
  }),
  parse: (text) => {
    const rows: { principalId: string; relation: Relation; count: number }[] = JSON.parse(text);
    const families = Map.groupBy(rows, (row) => row.principalId);
    return [...families].map(([principalId, members]) => ({
      principalId,
      issued: Object.fromEntries(members.map((member) => [member.relation, member.count])),
    }));
  },
  write: () => [],
};
