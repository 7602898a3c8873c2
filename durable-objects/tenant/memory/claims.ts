import type { Claim } from '../../../schema/domain/claims/claim.ts';
import { proposalOn } from '../../../schema/domain/claims/propose.ts';
import { type ClaimRow, claimBodyOf, claimOfRow } from '../../../schema/tables/tenant/claims.ts';
import { insertRows, readJson, updateRows } from '../../actor/json-rows.ts';
import type { Kind } from '../../actor/shelf.ts';
import type { Statement } from '../../actor/store.ts';

const columns = {
  id: 'id',
  number: 'number',
  externalId: 'external_id',
  state: 'state',
  version: 'version',
  outcome: 'outcome',
  facilityId: 'facility_id',
  facilityName: 'facility_name',
  enrolleeId: 'enrollee_id',
  memberId: 'member_id',
  enrolleeName: 'enrollee_name',
  clientCode: 'client_code',
  planCode: 'plan_code',
  risk: 'risk',
  encounterType: 'encounter_type',
  serviceDate: 'service_date',
  billingMonth: 'billing_month',
  currency: 'currency',
  claimed: 'claimed',
  approved: 'approved',
  submittedAt: 'submitted_at',
  dueAt: 'due_at',
  rankAt: 'rank_at',
  decidedAt: 'decided_at',
  body: 'json(body)',
};

/** What of a claim can change after it was filed; the rest of its row is written once. */
const changing = [
  'id',
  'state',
  'version',
  'outcome',
  'risk',
  'claimed',
  'approved',
  'due_at',
  'rank_at',
  'decided_at',
  'proposed',
  'decided_by',
  'body',
];

const madeRow = (claim: Claim) => [
  claim.id,
  claim.number,
  claim.externalId,
  claim.state,
  claim.version,
  claim.outcome,
  claim.facilityId,
  claim.facilityName,
  claim.enrolleeId,
  claim.memberId,
  claim.enrolleeName,
  claim.clientCode,
  claim.planCode,
  claim.risk,
  claim.encounterType,
  claim.serviceDate,
  claim.billingMonth,
  claim.currency,
  claim.claimed,
  claim.approved,
  claim.submittedAt,
  claim.dueAt,
  claim.rankAt,
  claim.decidedAt,
  proposalOn(claim)?.approved ?? null,
  claim.decidedBy,
  claimBodyOf(claim),
];

const changedRow = (claim: Claim) => [
  claim.id,
  claim.state,
  claim.version,
  claim.outcome,
  claim.risk,
  claim.claimed,
  claim.approved,
  claim.dueAt,
  claim.rankAt,
  claim.decidedAt,
  proposalOn(claim)?.approved ?? null,
  claim.decidedBy,
  claimBodyOf(claim),
];

/** Reads claims whole, by id. */
export function readClaims(ids: readonly number[]): Statement {
  return readJson('claims', columns, 'id in (select value from json_each(?))', ids);
}

export function parseClaims(text: string): Claim[] {
  const rows: ClaimRow[] = JSON.parse(text);
  return rows.map(claimOfRow);
}

/** Claims, by their running number. */
export const claimKind: Kind<Claim> = {
  name: 'claim',
  // in lines: about 1 KB each once they are decided
  capacity: 48_000,
  weigh: (claim) => claim.lines.length,
  keys: (claim) => [String(claim.id)],
  read: (keys) => readClaims(keys.map(Number)),
  parse: parseClaims,
  write: (made, changed) => [
    ...insertRows(
      'claims',
      [...Object.values(columns).slice(0, -1), 'proposed', 'decided_by', 'body'],
      made.map(madeRow),
    ),
    ...updateRows('claims', changing, changed.map(changedRow)),
  ],
};

/** That a facility has filed something under an id of its own. */
export interface Filed {
  facilityId: string;
  externalId: string;
  number: string;
}

export const filedKey = (facilityId: string, externalId: string): string => `${facilityId} ${externalId}`;

/** What was filed under a sender's own id; written with the claim itself. */
export const filedKind: Kind<Filed> = {
  name: 'filed',
  capacity: 20_000,
  keys: (filed) => [filedKey(filed.facilityId, filed.externalId)],
  read: (keys) => ({
    sql: `select json_group_array(json_object('facilityId', c.facility_id, 'externalId', c.external_id, 'number', c.number))
      from json_each(?) k join claims c on c.facility_id = k.value->>0 and c.external_id = k.value->>1`,
    args: [JSON.stringify(keys.map((key) => key.split(' ')))],
  }),
  parse: (text) => {
    const filed: Filed[] = JSON.parse(text);
    return filed;
  },
  write: () => [],
};
