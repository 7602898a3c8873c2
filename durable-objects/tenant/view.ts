import type { Hold } from '../../schema/domain/claims/lease.ts';
import type { Moment } from '../../schema/domain/dates.ts';
import type { LocalStore } from '../actor/local-store.ts';
import { PileDues } from './piles/dues.ts';
import { isDue, isOpen, type Part, type Place, type PlacedClaim, type Places, placeOf } from './place.ts';
import { PlaceClocks } from './place-clocks.ts';
import { PlaceSearch } from './place-search.ts';
import {
  clockRuns,
  type FilledTo,
  filledTo,
  openPlaceTable,
  orderIndexes,
  type PlaceRow,
  placeColumns,
  placeOfRow,
  placeValues,
  setFilledTo,
} from './place-table.ts';

const insertPlaces = `insert into queue (${placeColumns})
  select ${placeColumns
    .split(', ')
    .map((_, nth) => `value->>${nth}`)
    .join(', ')} from json_each(?) where true`;

/** What of a place can change while it is open. */
const overwrite = `on conflict do update set ${[
  'state',
  'rank_at',
  'due_at',
  'claimed',
  'risk',
  'clean',
  'open_flags',
  'held',
  'clock_from',
  'told',
]
  .map((column) => `${column} = excluded.${column}`)
  .join(', ')}`;

/**
 * The open claims in queue order, in the actor's own SQLite, and who holds them. Written lazily: what has not been
 * written yet lies over it. Its cursor is the last durable journal number it holds; what came later is caught up with.
 */
export class View {
  readonly #store: LocalStore;
  readonly #sql: SqlStorage;
  readonly #search: PlaceSearch;
  readonly clocks: PlaceClocks;
  readonly dues: PileDues;
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
    openPlaceTable(store);
    this.#search = new PlaceSearch(this.#sql, this.#unwritten);
    this.clocks = new PlaceClocks(this.#sql, this.#unwritten);
    this.dues = new PileDues(this.#sql, this.#unwritten, { keeps: this.complete });
  }

  /** The journal number up to which it is written; null: it is new, or lost. */
  get cursor(): number | null {
    return this.#store.mark('view');
  }

  /** Whether every open claim is in it. */
  get complete(): boolean {
    return this.#store.mark('view_complete') === 1;
  }

  /** How far it has been filled, while it is not complete. */
  get filledTo(): FilledTo {
    return filledTo(this.#store);
  }

  /** Takes in open claims as they stand in the database; those it has already stay as they are. */
  fill(places: readonly Place[], to: FilledTo): void {
    this.#insert(places, 'on conflict do nothing');
    this.dues.written([], places);
    setFilledTo(this.#store, to);
  }

  /** A new tenant's has nothing to be filled with. */
  begin(): void {
    Array.from(this.completing());
  }

  /** Everything is in it: now the orders are made in which it is asked, one after the other, the last one says so. */
  *completing(): Generator<void, void> {
    for (const index of orderIndexes) {
      this.#sql.exec(index);
      yield;
    }
    this.#store.setMark('view_complete', 1);
  }

  get isDirty(): boolean {
    return this.#unwritten.size + this.#holds.size > 0;
  }

  /** Takes in a claim as it durably is. */
  apply(claim: PlacedClaim): void {
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
    const left = this.dues.pilesOf(changed.map(([id]) => id));
    this.#insert(places, overwrite);
    if (closed.length > 0)
      this.#sql.exec(
        'delete from queue where id in (select value from json_each(?))',
        JSON.stringify(closed),
      );
    this.dues.written(left, places);
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

  #insert(places: readonly Place[], conflict: string): void {
    if (places.length === 0) return;
    this.#late = null;
    this.#sql.exec(`${insertPlaces} ${conflict}`, JSON.stringify(places.map(placeValues)));
  }

  /** The first places of a part, what is unwritten laid over. */
  page(part: Part, limit: number): Places {
    return this.#search.page(part, limit);
  }

  /** The next open claims by id, and up to which id that is; null: to the end. */
  idsAfter(id: number, limit: number): { ids: number[]; through: number | null } {
    const stored = this.#sql
      .exec<{ id: number }>('select id from queue where id > ? order by id limit ?', id, limit)
      .toArray()
      .map((row) => row.id);
    const through = stored.length < limit ? null : (stored[limit - 1] ?? null);
    const over = [...this.#unwritten].flatMap(([own, place]) => (place && own > id ? [own] : []));
    const open = [...stored.filter((own) => this.#unwritten.get(own) !== null), ...over];
    const ids = [...new Set(open)].sort((a, b) => a - b).filter((own) => own <= (through ?? own));
    return ids.length > limit
      ? { ids: ids.slice(0, limit), through: ids[limit - 1] ?? null }
      : { ids, through };
  }

  /** One claim's place; null: it is not open. */
  find(id: number): Place | null {
    const over = this.#unwritten.get(id);
    if (over !== undefined) return over;
    const [row] = this.#sql.exec<PlaceRow>(`select ${placeColumns} from queue where id = ?`, id).toArray();
    return row ? placeOfRow(row) : null;
  }

  /** How many are past their due moment, their clock running. */
  late(now: Moment): number {
    if (this.#late === null || this.#late.before > now)
      this.#late = { before: now, count: this.#countLate('due_at < ?', now) };
    else if (this.#late.before < now)
      this.#late = {
        before: now,
        count: this.#late.count + this.#countLate('due_at >= ? and due_at < ?', this.#late.before, now),
      };
    const over = [...this.#unwritten.values()].filter(
      (place) => place && isDue(place, undefined, now),
    ).length;
    return this.#late.count - this.#storedLate([...this.#unwritten.keys()], now) + over;
  }

  /** How many are due from one moment on and before another, their clock running. */
  due(from: Moment, before: Moment): number {
    const within = 'due_at >= ? and due_at < ?';
    const ids = JSON.stringify([...this.#unwritten.keys()]);
    const sql = `select count(*) n from queue where id in (select value from json_each(?)) and ${within} and ${clockRuns}`;
    const stale = this.#sql.exec<{ n: number }>(sql, ids, from, before).one().n;
    const over = [...this.#unwritten.values()].filter((place) => place && isDue(place, from, before)).length;
    return this.#countLate(within, from, before) - stale + over;
  }

  #countLate(where: string, ...moments: Moment[]): number {
    const sql = `select count(*) n from queue where ${where} and ${clockRuns}`;
    return this.#sql.exec<{ n: number }>(sql, ...moments).one().n;
  }

  /** How many of these are late as they were written. */
  #storedLate(ids: readonly number[], now: Moment): number {
    if (ids.length === 0) return 0;
    const sql = `select count(*) n from queue where id in (select value from json_each(?)) and due_at < ? and ${clockRuns}`;
    return this.#sql.exec<{ n: number }>(sql, JSON.stringify(ids), now).one().n;
  }
}
