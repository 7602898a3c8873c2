import type { Moment } from '../../../schema/domain/dates.ts';
import { type PileKey, pileKeyText, pileOf } from '../../../schema/domain/piles/pile.ts';
import type { Place } from '../place.ts';
import { clockRuns } from '../place-table.ts';

/** A pile and when the claim is due that has waited longest. */
export interface PileDue extends PileKey {
  dueAt: Moment;
}

/** Which piles, oldest due first. */
export interface PilesByDue {
  month?: string;
  after?: { dueAt: Moment; facilityId: string; month: string };
  limit: number;
}

type Row = { facility_id: string; month: string; due_at: number };

const oldest = `select min(due_at) from queue indexed by queue_pile_due
  where facility_id = k.value->>0 and billing_month = k.value->>1 and ${clockRuns}`;

/**
 * The oldest due moment of each pile whose clock runs for some claim, in the actor's own SQLite beside the places: with an
 * index, so that neither one pile's nor the order of all of them is looked for among the claims.
 */
export class PileDues {
  readonly #sql: SqlStorage;
  readonly #unwritten: ReadonlyMap<number, Place | null>;

  /** `keeps`: what was written before is of the same places; else they are read again, page by page. */
  constructor(sql: SqlStorage, unwritten: ReadonlyMap<number, Place | null>, { keeps }: { keeps: boolean }) {
    this.#sql = sql;
    this.#unwritten = unwritten;
    sql.exec(
      `create index if not exists queue_pile_due on queue (facility_id, billing_month, due_at) where ${clockRuns}`,
    );
    const [known] = sql.exec(`select 1 from sqlite_master where name = 'pile_dues'`).toArray();
    if (known) {
      if (!keeps) sql.exec('delete from pile_dues');
      return;
    }
    sql.exec(
      'create table pile_dues (facility_id text not null, month text not null, due_at integer not null, primary key (facility_id, month)) without rowid',
    );
    sql.exec('create index pile_dues_order on pile_dues (due_at, facility_id, month)');
    sql.exec(
      `insert into pile_dues select facility_id, billing_month, min(due_at) from queue indexed by queue_pile_due
       where ${clockRuns} and due_at is not null group by 1, 2`,
    );
  }

  /** The piles that these claims are in as it is written now: asked before they are written anew. */
  pilesOf(ids: readonly number[]): PileKey[] {
    return this.#sql
      .exec<{ facility_id: string; month: string }>(
        'select distinct facility_id, billing_month as month from queue where id in (select value from json_each(?))',
        JSON.stringify(ids),
      )
      .toArray()
      .map(({ facility_id: facilityId, month }) => ({ facilityId, month }));
  }

  /** Places of these piles have been written. */
  written(piles: readonly PileKey[], places: readonly Place[]): void {
    const all = new Map([...piles, ...places.map(pileOf)].map((key) => [pileKeyText(key), key]));
    if (all.size === 0) return;
    const keys = JSON.stringify([...all.values()].map(({ facilityId, month }) => [facilityId, month]));
    this.#sql.exec(
      `delete from pile_dues where (facility_id, month) in (select value->>0, value->>1 from json_each(?))`,
      keys,
    );
    this.#sql.exec(
      `insert into pile_dues select facility_id, month, due_at
       from (select k.value->>0 as facility_id, k.value->>1 as month, (${oldest}) as due_at from json_each(?) k) where due_at is not null`,
      keys,
    );
  }

  /** One pile's oldest due moment, what is unwritten laid over; null: no clock runs in it. */
  of({ facilityId, month }: PileKey): Moment | null {
    let first: Moment | null = null;
    for (const place of this.#unwritten.values()) {
      if (place?.facilityId !== facilityId || place.billingMonth !== month) continue;
      if (place.dueAt === null || place.state === 'QUERIED' || place.held) continue;
      first = Math.min(first ?? place.dueAt, place.dueAt);
    }
    const rows = this.#sql.exec<{ id: number; due_at: number }>(
      `select id, due_at from queue indexed by queue_pile_due
       where facility_id = ? and billing_month = ? and ${clockRuns} and due_at is not null order by due_at`,
      facilityId,
      month,
    );
    for (const { id, due_at } of rows)
      if (!this.#unwritten.has(id)) return first === null ? due_at : Math.min(first, due_at);
    return first;
  }

  /** Piles in the order of their oldest due moments, as they were last written. */
  page({ month, after, limit }: PilesByDue): PileDue[] {
    const {
      dueAt,
      facilityId,
      month: of,
    } = after ?? { dueAt: Number.MIN_SAFE_INTEGER, facilityId: '', month: '' };
    return this.#sql
      .exec<Row>(
        `select facility_id, month, due_at from pile_dues where (due_at, facility_id, month) > (?, ?, ?)
         ${month === undefined ? '' : 'and month = ?'} order by due_at, facility_id, month limit ?`,
        dueAt,
        facilityId,
        of,
        ...(month === undefined ? [] : [month]),
        limit,
      )
      .toArray()
      .map((row) => ({ facilityId: row.facility_id, month: row.month, dueAt: row.due_at }));
  }
}
