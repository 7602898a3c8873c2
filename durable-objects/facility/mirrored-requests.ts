import type { FacilityAuthorization } from '../../schema/domain/authorizations/facility-authorization.ts';
import { insertRows, readJson } from '../actor/json-rows.ts';
import type { Kind } from '../actor/shelf.ts';

/** A request as a tenant has told. */
export interface MirroredRequest extends FacilityAuthorization {
  tenantId: string;
  tenantName: string;
}

/** What a request is found by: its tenant and its number there. */
export const requestKey = (tenantId: string, number: string): string => `${tenantId} ${number}`;

const columns = {
  tenantId: 'tenant_id',
  number: 'number',
  tenantName: 'tenant_name',
  state: 'state',
  version: 'version',
  memberId: 'member_id',
  enrolleeName: 'enrollee_name',
  encounterType: 'encounter_type',
  urgency: 'urgency',
  serviceDate: 'service_date',
  currency: 'currency',
  requested: 'requested',
  approved: 'approved',
  requestedAt: 'requested_at',
  dueAt: 'due_at',
  clock_ms: 'clock_ms',
  queriedAt: 'queried_at',
  code: 'code',
  validTo: 'valid_to',
  breachReference: 'breach_reference',
  appealed: 'appealed',
  changedAt: 'changed_at',
} as const satisfies Record<keyof MirroredRequest, string>;

const written = Object.values(columns);
const updated = written
  .slice(2)
  .map((column) => `${column} = excluded.${column}`)
  .join(', ');

type Row = Omit<MirroredRequest, 'appealed'> & { appealed: number };

const rowOf = (one: MirroredRequest): unknown[] => [
  one.tenantId,
  one.number,
  one.tenantName,
  one.state,
  one.version,
  one.memberId,
  one.enrolleeName,
  one.encounterType,
  one.urgency,
  one.serviceDate,
  one.currency,
  one.requested,
  one.approved,
  one.requestedAt,
  one.dueAt,
  one.clock_ms,
  one.queriedAt,
  one.code,
  one.validTo,
  one.breachReference,
  one.appealed ? 1 : 0,
  one.changedAt,
];

/** A facility's requests at all its tenants, by tenant and number. */
export const mirroredRequestKind: Kind<MirroredRequest> = {
  name: 'request',
  capacity: 2_000,
  keys: ({ tenantId, number }) => [requestKey(tenantId, number)],
  read: (keys) => {
    const { sql } = readJson(
      'authorizations',
      columns,
      '(tenant_id, number) in (select value->>0, value->>1 from json_each(?))',
      [],
    );
    return { sql, args: [JSON.stringify(keys.map((key) => key.split(' ')))] };
  },
  parse: (text) => {
    const found: Row[] = JSON.parse(text);
    return found.map((row) => ({ ...row, appealed: row.appealed === 1 }));
  },
  write: (made, changed) =>
    insertRows(
      'authorizations',
      written,
      [...made, ...changed].map(rowOf),
      `on conflict do update set ${updated}`,
    ),
};
