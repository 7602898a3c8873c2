import type { Claim, ClaimState } from '../../schema/domain/claims/claim.ts';
import { openStates } from '../../schema/domain/claims/claim.ts';
import type { Hold } from '../../schema/domain/claims/lease.ts';
import type { Moment } from '../../schema/domain/dates.ts';
import type { LocalStore } from '../actor/local-store.ts';

/** A claim's place in the queue: no name, no clinical word. */
export interface Place {
  id: number;
  state: ClaimState;
  rankAt: Moment;
  dueAt: Moment | null;
  facilityId: string;
}

/** Where a page begins: after this place, in rank order. */
export interface Cursor {
  rankAt: Moment;
  id: number;
}

/** One state's part of the queue. */
export interface Part {
  state: ClaimState;
  facilityId?: string | undefined;
  /** only those due before */
  dueBefore?: Moment | undefined;
  after: Cursor;
}

export const isOpen = (state: ClaimState): boolean => (openStates as readonly ClaimState[]).includes(state);

export const placeOf = (
  claim: Pick<Claim, 'id' | 'state' | 'rankAt' | 'dueAt' | 'facilityId' | 'submittedAt'>,
): Place => ({
  id: claim.id,
  state: claim.state,
  rankAt: claim.rankAt ?? claim.submittedAt,
  dueAt: claim.dueAt,
  facilityId: claim.facilityId,
});

export const byRank = (a: Cursor, b: Cursor): number => a.rankAt - b.rankAt || a.id - b.id;

type Row = { id: number; state: string; rank_at: number; due_at: number | null; facility_id: string };

const placeOfRow = (state: ClaimState, row: Row): Place => ({
  id: row.id,
  state,
  rankAt: row.rank_at,
  dueAt: row.due_at,
  facilityId: row.facility_id,
});

const isLate = (place: Place | null, now: Moment): boolean =>
  place !== null && place.dueAt !== null && place.state !== 'QUERIED' && place.dueAt < now;

/** So many late places are sorted rather than looked for. */
const few_late = 500;

const isIn = (place: Place, part: Part): boolean =>
  place.state === part.state &&
  (part.facilityId === undefined || place.facilityId === part.facilityId) &&
  (part.dueBefore === undefined || (place.dueAt !== null && place.dueAt < part.dueBefore)) &&
  byRank(place, part.after) > 0;

/**
 * The open claims in queue order, in the actor's own SQLite, and who holds them. Written lazily: what has not been
 * written yet lies over it. Its cursor is the last durable journal number it holds; what came later is caught up with.
 */
export class View {
  readonly #store: LocalStore;
  readonly #sql: SqlStorage;
  /** null: no longer open */
  readonly #unwritten = new Map<number, Place | null>();
  readonly #holds = new Map<string, Hold | null>();
  /** how many of those written are due before a moment; counted on from there, because most stay late. Null: not known */
  #late: { before: Moment; count: number } | null = null;
  /** while it is rebuilt: what changed since the page that is being read was asked for */
  touched: Set<number> | null = null;

  constructor(store: LocalStore) {
    this.#store = store;
    this.#sql = store.sql;
    for (const statement of [
      'create table if not exists queue (id integer primary key, state text not null, rank_at integer not null, due_at integer, facility_id text not null)',
      'create index if not exists queue_state on queue (state, rank_at, id)',
      'create index if not exists queue_facility on queue (facility_id, state, rank_at, id)',
      "create index if not exists queue_due on queue (due_at) where state <> 'QUERIED'",
      'create table if not exists leases (id integer primary key, account text not null, until integer not null)',
    ])
      this.#sql.exec(statement);
  }

  /** The journal number up to which it is written; null: it is new, or lost. */
  get cursor(): number | null {
    return this.#store.mark('view');
  }

  /** Whether every open claim is in it. */
  get complete(): boolean {
    return this.#store.mark('view_complete') === 1;
  }

  set complete(complete: boolean) {
    this.#store.setMark('view_complete', complete ? 1 : 0);
  }

  get isDirty(): boolean {
    return this.#unwritten.size + this.#holds.size > 0;
  }

  /** Takes in a claim as it durably is. */
  apply(claim: Parameters<typeof placeOf>[0]): void {
    this.#unwritten.set(claim.id, isOpen(claim.state) ? placeOf(claim) : null);
    this.touched?.add(claim.id);
  }

  applyHold(id: string, hold: Hold | null): void {
    this.#holds.set(id, hold);
  }

  holds(): [string, Hold][] {
    return this.#sql
      .exec<{ id: number; account: string; until: number }>('select id, account, until from leases')
      .toArray()
      .map(({ id, account, until }) => [String(id), { accountId: account, until }]);
  }

  /** Writes what lies over it; `seq` is the last durable number, which is now in it. */
  flush(seq: number): void {
    const changed = [...this.#unwritten];
    const late = this.#late && { before: this.#late.before, count: this.late(this.#late.before) };
    const places = changed.flatMap(([, place]) => (place ? [place] : []));
    const closed = changed.flatMap(([id, place]) => (place ? [] : [id]));
    this.insert(
      places,
      'on conflict do update set state = excluded.state, rank_at = excluded.rank_at, due_at = excluded.due_at',
    );
    if (closed.length > 0)
      this.#sql.exec(
        'delete from queue where id in (select value from json_each(?))',
        JSON.stringify(closed),
      );
    this.#flushHolds();
    this.#store.setMark('view', seq);
    this.#late = late;
    this.#unwritten.clear();
    this.#holds.clear();
  }

  #flushHolds(): void {
    const all = [...this.#holds];
    const held = all.flatMap(([id, hold]) => (hold ? [[Number(id), hold.accountId, hold.until]] : []));
    const free = all.flatMap(([id, hold]) => (hold ? [] : [Number(id)]));
    if (free.length > 0)
      this.#sql.exec('delete from leases where id in (select value from json_each(?))', JSON.stringify(free));
    if (held.length > 0)
      this.#sql.exec(
        `insert into leases (id, account, until) select value->>0, value->>1, value->>2 from json_each(?) where true
         on conflict do update set account = excluded.account, until = excluded.until`,
        JSON.stringify(held),
      );
  }

  /** Adds places; by default those it has already stay as they are. */
  insert(places: readonly Place[], conflict = 'on conflict do nothing'): void {
    if (places.length === 0) return;
    this.#late = null;
    this.#sql.exec(
      `insert into queue (id, state, rank_at, due_at, facility_id)
       select value->>0, value->>1, value->>2, value->>3, value->>4 from json_each(?) where true ${conflict}`,
      JSON.stringify(
        places.map((place) => [place.id, place.state, place.rankAt, place.dueAt, place.facilityId]),
      ),
    );
  }

  /** The first places of a part, what is unwritten laid over. */
  page(part: Part, limit: number): Place[] {
    const stored = this.#fewLate(part) ?? this.#inRankOrder(part, limit);
    for (const place of this.#unwritten.values()) if (place && isIn(place, part)) stored.push(place);
    return stored.sort(byRank).slice(0, limit);
  }

  /** Those past their due moment, by it: in rank order a few among a million would be looked for to the end. Null: not few. */
  #fewLate(part: Part): Place[] | null {
    if (part.dueBefore === undefined || part.state === 'QUERIED') return null;
    const rows = this.#sql
      .exec<Row>(
        `select id, state, rank_at, due_at, facility_id from queue where due_at < ? and state <> 'QUERIED' limit ?`,
        part.dueBefore,
        few_late + 1,
      )
      .toArray();
    if (rows.length > few_late) return null;
    return rows
      .map((row) => placeOfRow(row.state as ClaimState, row))
      .filter((place) => isIn(place, part) && !this.#unwritten.has(place.id));
  }

  #inRankOrder(part: Part, limit: number): Place[] {
    const { state, facilityId, dueBefore, after } = part;
    const cursor = this.#sql.exec<Row>(
      `select id, state, rank_at, due_at, facility_id from queue
       where state = ? and (rank_at, id) > (?, ?)
       ${facilityId === undefined ? '' : 'and facility_id = ?'} ${dueBefore === undefined ? '' : 'and due_at < ?'}
       order by rank_at, id`,
      state,
      after.rankAt,
      after.id,
      ...(facilityId === undefined ? [] : [facilityId]),
      ...(dueBefore === undefined ? [] : [dueBefore]),
    );
    const stored: Place[] = [];
    for (const row of cursor) {
      if (stored.length >= limit) break;
      if (!this.#unwritten.has(row.id)) stored.push(placeOfRow(state, row));
    }
    return stored;
  }

  /** One claim's place; null: it is not open. */
  find(id: number): Place | null {
    const over = this.#unwritten.get(id);
    if (over !== undefined) return over;
    const [row] = this.#sql
      .exec<Row>('select id, state, rank_at, due_at, facility_id from queue where id = ?', id)
      .toArray();
    return row ? placeOfRow(row.state as ClaimState, row) : null;
  }

  /** How many are past their due moment; the clock of a QUERIED one stands. */
  late(now: Moment): number {
    if (this.#late === null || this.#late.before > now)
      this.#late = { before: now, count: this.#countLate('due_at < ?', now) };
    else if (this.#late.before < now)
      this.#late = {
        before: now,
        count: this.#late.count + this.#countLate('due_at >= ? and due_at < ?', this.#late.before, now),
      };
    const over = [...this.#unwritten.values()].filter((place) => isLate(place, now)).length;
    return this.#late.count - this.#storedLate([...this.#unwritten.keys()], now) + over;
  }

  #countLate(where: string, ...moments: Moment[]): number {
    const sql = `select count(*) n from queue where ${where} and state <> 'QUERIED'`;
    return this.#sql.exec<{ n: number }>(sql, ...moments).one().n;
  }

  /** How many of these are late as they were written. */
  #storedLate(ids: readonly number[], now: Moment): number {
    if (ids.length === 0) return 0;
    const sql = `select count(*) n from queue where id in (select value from json_each(?)) and due_at < ? and state <> 'QUERIED'`;
    return this.#sql.exec<{ n: number }>(sql, JSON.stringify(ids), now).one().n;
  }
}
