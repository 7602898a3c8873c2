import type { ClaimState } from '../../schema/domain/claims/claim.ts';
import { byRank, isIn, type Part, type Place, type Places } from './place.ts';
import { clockRuns, type PlaceRow, placeColumns, placeOfRow } from './place-table.ts';

/** So many places are looked at for one page at most; then the page says so, and goes on when it is asked. */
export const looked_max = 5_000;

/** One way to what a part asks for: an index, and what it is entered with. */
interface Way {
  index: string;
  where: string;
  args: (string | number)[];
}

const among = (states: readonly ClaimState[]) => `state in (${states.map((each) => `'${each}'`).join(', ')})`;

/** The ways in rank order, the narrowest kind first; the last one always goes. */
function waysOf({ facilityId, billingMonth, clientCode, planCode, riskMin = 0, held, flagged }: Part): Way[] {
  const ways: Way[] = [];
  const add = (index: string, where: string, ...args: string[]) => ways.push({ index, where, args });
  if (held === true) add('held', 'held = 1');
  if (facilityId !== undefined && billingMonth !== undefined)
    add('pile', 'facility_id = ? and billing_month = ?', facilityId, billingMonth);
  if (riskMin >= 60) add('risk60', 'risk >= 60');
  if (clientCode !== undefined) add('client', 'client_code = ?', clientCode);
  if (facilityId !== undefined && billingMonth === undefined) add('facility', 'facility_id = ?', facilityId);
  if (flagged === true) add('flagged', 'open_flags > 0');
  if (riskMin >= 30 && riskMin < 60) add('risk30', 'risk >= 30');
  if (planCode !== undefined) add('plan', 'plan_code = ?', planCode);
  return ways.length > 0 ? ways : [{ index: 'state', where: 'true', args: [] }];
}

/** The way by due moments, if it is asked: not in rank order, so good only where few stand on it. */
function dueWay({ dueFrom, dueBefore }: Part): Way | null {
  if (dueFrom === undefined && dueBefore === undefined) return null;
  const args = [dueFrom ?? Number.MIN_SAFE_INTEGER, dueBefore ?? Number.MAX_SAFE_INTEGER];
  return { index: 'due', where: `due_at >= ? and due_at < ? and ${clockRuns}`, args };
}

/** Places from the actor's own table, what is not written yet laid over them. */
export class PlaceSearch {
  readonly #sql: SqlStorage;
  readonly #unwritten: ReadonlyMap<number, Place | null>;

  constructor(sql: SqlStorage, unwritten: ReadonlyMap<number, Place | null>) {
    this.#sql = sql;
    this.#unwritten = unwritten;
  }

  /** The first places of a part. Of two filters the narrower one is walked, and the other looked at on the way. */
  page(part: Part, limit: number): Places {
    const walk = this.#walk(part);
    const places: Place[] = [];
    let last: Place | null = null;
    let looked = 0;
    for (const place of walk) {
      if (isIn(place, part)) {
        // one more than the page holds says that there is more
        if (places.length === limit) return { places, next: places[limit - 1] ?? null };
        places.push(place);
      }
      last = place;
      looked += 1;
      if (looked >= looked_max) return { places, next: last };
    }
    return { places, next: null };
  }

  *#walk(part: Part): Generator<Place> {
    const streams = [this.#over(part), ...this.#stored(part)];
    const heads = streams.map((stream) => stream.next());
    for (;;) {
      let first: { place: Place; nth: number } | null = null;
      for (const [nth, head] of heads.entries())
        if (head.done !== true && (first === null || byRank(head.value, first.place) < 0))
          first = { place: head.value, nth };
      if (first === null) return;
      yield first.place;
      const stream = streams[first.nth];
      if (stream) heads[first.nth] = stream.next();
    }
  }

  *#over(part: Part): Generator<Place> {
    const over: Place[] = [];
    for (const place of this.#unwritten.values())
      if (place && isIn(place, part) && byRank(place, part.after) > 0) over.push(place);
    yield* over.sort(byRank);
  }

  #stored(part: Part): Generator<Place>[] {
    const ways = waysOf(part);
    const due = dueWay(part);
    const first = ways[0];
    if (!first || part.states.length === 0) return [];
    if (ways.length === 1 && due === null) return this.#ranked(first, part);
    const counted = [...ways, ...(due ? [due] : [])].map((way) => ({ way, count: this.#count(way, part) }));
    const narrowest = counted.reduce((best, each) => (each.count < best.count ? each : best));
    if (narrowest.way !== due) return this.#ranked(narrowest.way, part);
    return narrowest.count > looked_max ? this.#ranked(first, part) : [this.#sorted(due, part)];
  }

  /** How many stand on a way, as far as it matters. */
  #count({ index, where, args }: Way, { states }: Part): number {
    const sql = `select count(*) n from (select 1 from queue indexed by queue_${index} where ${where} and ${among(states)} limit ?)`;
    return this.#sql.exec<{ n: number }>(sql, ...args, looked_max + 1).one().n;
  }

  #ranked(way: Way, { states, after }: Part): Generator<Place>[] {
    return states.map((state) => {
      const sql = `select ${placeColumns} from queue indexed by queue_${way.index}
        where ${way.where} and state = '${state}' and (rank_at, id) > (?, ?) order by rank_at, id`;
      return this.#written(this.#sql.exec<PlaceRow>(sql, ...way.args, after.rankAt, after.id));
    });
  }

  *#sorted({ index, where, args }: Way, { states, after }: Part): Generator<Place> {
    const sql = `select ${placeColumns} from queue indexed by queue_${index} where ${where} and ${among(states)}`;
    const places = [...this.#written(this.#sql.exec<PlaceRow>(sql, ...args))];
    yield* places.filter((place) => byRank(place, after) > 0).sort(byRank);
  }

  *#written(rows: Iterable<PlaceRow>): Generator<Place> {
    for (const row of rows) if (!this.#unwritten.has(row.id)) yield placeOfRow(row);
  }
}
