import type { Row } from '@libsql/client/web';
import type { Authorization } from '../../../schema/domain/authorizations/authorization.ts';
import { nextAtOf } from '../../../schema/domain/authorizations/next-at.ts';
import type { Moment } from '../../../schema/domain/dates.ts';
import {
  type AuthorizationRow,
  answerByOf,
  authorizationBodyOf,
  authorizationOfRow,
} from '../../../schema/tables/tenant/authorizations.ts';
import { insertRows, readJson } from '../../actor/json-rows.ts';
import type { Kind } from '../../actor/shelf.ts';
import type { Statement } from '../../actor/store.ts';

/** What a request is found by. `code`: the auth code, or the breach reference that stands for one. */
export const authorizationKey = {
  id: (id: number) => `i:${id}`,
  code: (code: string) => `c:${code}`,
  external: (facilityId: string, externalId: string) => `x:${facilityId} ${externalId}`,
};

const columns = {
  id: 'id',
  number: 'number',
  externalId: 'external_id',
  state: 'state',
  version: 'version',
  facilityId: 'facility_id',
  facilityName: 'facility_name',
  enrolleeId: 'enrollee_id',
  memberId: 'member_id',
  enrolleeName: 'enrollee_name',
  clientCode: 'client_code',
  planCode: 'plan_code',
  encounterType: 'encounter_type',
  urgency: 'urgency',
  serviceDate: 'service_date',
  currency: 'currency',
  requested: 'requested',
  approved: 'approved',
  requestedAt: 'requested_at',
  decidedAt: 'decided_at',
  decidedBy: 'decided_by',
  validTo: 'valid_to',
  risk: 'risk',
  body: 'json(body)',
};

const written = [...Object.values(columns).slice(0, -1), 'answer_by', 'code', 'reference', 'next_at', 'body'];

/** What a claim line can name it by. */
const namesOf = ({ code, breach }: Authorization): string[] =>
  [code, breach?.reference].flatMap((name) => name ?? []);

const rowOf = (one: Authorization): unknown[] => [
  one.id,
  one.number,
  one.externalId,
  one.state,
  one.version,
  one.facilityId,
  one.facilityName,
  one.enrolleeId,
  one.memberId,
  one.enrolleeName,
  one.clientCode,
  one.planCode,
  one.encounterType,
  one.urgency,
  one.serviceDate,
  one.currency,
  one.requested,
  one.approved,
  one.requestedAt,
  one.decidedAt,
  one.decidedBy,
  one.validTo,
  one.risk,
  answerByOf(one),
  one.code,
  one.breach?.reference ?? null,
  nextAtOf(one),
  authorizationBodyOf(one),
];

const updated = written
  .slice(1)
  .map((column) => `${column} = excluded.${column}`)
  .join(', ');

const given = (keys: readonly string[], letter: string): string[] =>
  keys.filter((key) => key.startsWith(`${letter}:`)).map((key) => key.slice(2));

/** When something happens with any request by itself next: read as the actor wakes, and when the timer has rung. */
export const firstDue: Statement = {
  sql: 'select min(next_at) as at from authorizations where next_at is not null',
  args: [],
};

/** The moment that `firstDue` found; null: nothing happens. */
export function momentOf(rows: readonly Row[]): Moment | null {
  const at = rows[0]?.at ?? null;
  return at === null ? null : Number(at);
}

/** Requests and what was granted on them, by running number, by code and by the sender's own id. */
export const authorizationKind: Kind<Authorization> = {
  name: 'authorization',
  capacity: 4_000,
  keys: (one) => {
    return [
      authorizationKey.id(one.id),
      ...namesOf(one).map(authorizationKey.code),
      ...(one.externalId === null ? [] : [authorizationKey.external(one.facilityId, one.externalId)]),
    ];
  },
  read: (keys) => {
    const { sql } = readJson(
      'authorizations',
      columns,
      `id in (select value from json_each(?)) or code in (select value from json_each(?)) or reference in (select value from json_each(?))
        or (facility_id, external_id) in (select value->>0, value->>1 from json_each(?))`,
      [],
    );
    const external = given(keys, 'x').map((key) => {
      const at = key.indexOf(' ');
      return [key.slice(0, at), key.slice(at + 1)];
    });
    const ids = given(keys, 'i').map(Number);
    const codes = JSON.stringify(given(keys, 'c'));
    return { sql, args: [JSON.stringify(ids), codes, codes, JSON.stringify(external)] };
  },
  parse: (text) => {
    const rows: AuthorizationRow[] = JSON.parse(text);
    return rows.map(authorizationOfRow);
  },
  write: (made, changed) =>
    insertRows(
      'authorizations',
      written,
      [...made, ...changed].map(rowOf),
      `on conflict (id) do update set ${updated}`,
    ),
};
