import type { Row } from '@libsql/client/web';
import type { FacilityClaim } from '../../schema/domain/claims/facility-claim.ts';
import type { DraftBody } from '../../schema/forms/draft.ts';
import { People } from '../actor/authorize.ts';
import { insertRows, readJson } from '../actor/json-rows.ts';
import { Counter, type Layer, LayeredMap } from '../actor/layer.ts';
import { noticeMarkRows, Rows } from '../actor/rows.ts';
import { type Kind, Shelf } from '../actor/shelf.ts';
import type { Statement } from '../actor/store.ts';
import { Tally } from '../actor/tally.ts';
import { type MirroredRequest, mirroredRequestKind, requestKey } from './mirrored-requests.ts';
import { linkKind, type TenantLink } from './tenant-links.ts';

/** What is being entered. A discarded one is gone with the cycle that discards it. */
export interface Draft {
  id: string;
  tenantId: string | null;
  version: number;
  authorId: string;
  authorName: string;
  createdAt: number;
  savedAt: number;
  claimNumber: string | null;
  body: DraftBody;
  discarded: boolean;
}

const draftColumns = {
  id: 'id',
  tenantId: 'tenant_id',
  version: 'version',
  authorId: 'author_id',
  authorName: 'author_name',
  createdAt: 'created_at',
  savedAt: 'saved_at',
  claimNumber: 'claim_number',
  body: 'json(body)',
};

const draftKind: Kind<Draft> = {
  name: 'draft',
  capacity: 500,
  keys: (draft) => [draft.id],
  read: (keys) => readJson('drafts', draftColumns, 'id in (select value from json_each(?))', keys),
  parse: (text) => {
    const found: Omit<Draft, 'discarded'>[] = JSON.parse(text);
    return found.map((draft) => ({ ...draft, discarded: false }));
  },
  write: (made, changed) => {
    const all = [...made, ...changed];
    const gone = all.filter((draft) => draft.discarded).map((draft) => draft.id);
    const kept = all.filter((draft) => !draft.discarded);
    return [
      ...insertRows(
        'drafts',
        [
          'id',
          'tenant_id',
          'version',
          'author_id',
          'author_name',
          'created_at',
          'saved_at',
          'claim_number',
          'body',
        ],
        kept.map((draft) => [
          draft.id,
          draft.tenantId,
          draft.version,
          draft.authorId,
          draft.authorName,
          draft.createdAt,
          draft.savedAt,
          draft.claimNumber,
          draft.body,
        ]),
        'on conflict do update set tenant_id = excluded.tenant_id, version = excluded.version, saved_at = excluded.saved_at, claim_number = excluded.claim_number, body = excluded.body',
      ),
      ...(gone.length > 0
        ? [
            {
              sql: 'delete from drafts where id in (select value from json_each(?))',
              args: [JSON.stringify(gone)],
            },
          ]
        : []),
    ];
  },
};

/** A claim as a tenant has told. */
export interface Mirrored extends Omit<FacilityClaim, 'draftId'> {
  tenantId: string;
  tenantName: string;
}

export const mirrorKey = (tenantId: string, number: string): string => `${tenantId} ${number}`;

const mirrorColumns = {
  tenantId: 'tenant_id',
  number: 'number',
  tenantName: 'tenant_name',
  state: 'state',
  outcome: 'outcome',
  version: 'version',
  memberId: 'member_id',
  enrolleeName: 'enrollee_name',
  encounterType: 'encounter_type',
  serviceDate: 'service_date',
  currency: 'currency',
  claimed: 'claimed',
  approved: 'approved',
  submittedAt: 'submitted_at',
  changedAt: 'changed_at',
};

const mirrorKind: Kind<Mirrored> = {
  name: 'claim',
  capacity: 4_000,
  keys: (claim) => [mirrorKey(claim.tenantId, claim.number)],
  read: (keys) => {
    const pairs = keys.map((key) => key.split(' '));
    const { sql } = readJson(
      'claims',
      mirrorColumns,
      '(tenant_id, number) in (select value->>0, value->>1 from json_each(?))',
      [],
    );
    return { sql, args: [JSON.stringify(pairs)] };
  },
  parse: (text) => {
    const found: Mirrored[] = JSON.parse(text);
    return found;
  },
  write: (made, changed) =>
    insertRows(
      'claims',
      Object.values(mirrorColumns),
      [...made, ...changed].map((c) => [
        c.tenantId,
        c.number,
        c.tenantName,
        c.state,
        c.outcome,
        c.version,
        c.memberId,
        c.enrolleeName,
        c.encounterType,
        c.serviceDate,
        c.currency,
        c.claimed,
        c.approved,
        c.submittedAt,
        c.changedAt,
      ]),
      'on conflict do update set tenant_name = excluded.tenant_name, state = excluded.state, outcome = excluded.outcome, version = excluded.version, claimed = excluded.claimed, approved = excluded.approved, changed_at = excluded.changed_at',
    ),
};

/** How far a tenant's messages have come. */
interface Delivered {
  source: string;
  seq: number;
}

const deliveredKind: Kind<Delivered> = {
  name: 'delivery',
  capacity: 500,
  keys: (delivered) => [delivered.source],
  read: (keys) =>
    readJson(
      'deliveries',
      { source: 'source', seq: 'seq' },
      'source in (select value from json_each(?))',
      keys,
    ),
  parse: (text) => {
    const found: Delivered[] = JSON.parse(text);
    return found;
  },
  write: (made, changed) =>
    insertRows(
      'deliveries',
      ['source', 'seq'],
      [...made, ...changed].map((delivered) => [delivered.source, delivered.seq]),
      'on conflict do update set seq = excluded.seq',
    ),
};

/** What a facility's actor holds in memory; all of it can be loaded again. */
export class FacilityMemory {
  readonly people = new People();
  readonly links = new Shelf<TenantLink>(linkKind);
  readonly drafts = new Shelf<Draft>(draftKind);
  readonly claims = new Shelf<Mirrored>(mirrorKind);
  readonly requests = new Shelf<MirroredRequest>(mirroredRequestKind);
  /** requests that wait for their answer, by tenant and number */
  readonly waiting = new LayeredMap<true>();
  readonly tally = new Tally({ groups: false });
  readonly marks = noticeMarkRows();
  readonly deliveries = new Shelf<Delivered>(deliveredKind);
  readonly noticeIds = new Counter();
  readonly notices = new Rows('notices', ['seq', 'at', 'kind', 'audience', 'subject', 'data']);
  /** whether OpenFacility was done */
  isOpen = false;

  readonly layers: readonly Layer[] = [
    ...this.people.layers,
    this.links,
    this.drafts,
    this.claims,
    this.requests,
    this.waiting,
    this.tally,
    this.marks,
    this.deliveries,
    this.noticeIds,
    this.notices,
  ];

  readonly starting: readonly Statement[] = [
    this.tally.reading,
    { sql: "select 1 from journal where subject = 'facility' limit 1", args: [] },
    { sql: 'select coalesce(max(seq), 0) as last from notices', args: [] },
    { sql: 'select tenant_id, number from authorizations where due_at is not null', args: [] },
  ];

  start([totals = [], opened = [], last = [], waiting = []]: Row[][]): void {
    this.tally.restore(totals);
    this.isOpen = opened.length > 0;
    this.noticeIds.restore(Number(last[0]?.last ?? 0));
    this.waiting.restoreAll(
      waiting.map((row) => [requestKey(String(row.tenant_id), String(row.number)), true]),
    );
  }
}
