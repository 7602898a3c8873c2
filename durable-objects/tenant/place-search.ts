import type { ClaimState } from '../../schema/domain/claims/claim.ts';
import { askedStates, byRank, type Cursor, isIn, type Part, type Place, type Places } from './place.ts';
import { clockRuns, type PlaceRow, placeColumns, placeOfRow } from './place-table.ts';

/** So many places are looked at for one page at most, in an index alone; then the page says so, and goes on when it is asked. */
const looked_max = 30_000;
/** So many where each place's row has to be read to look at it. */
export const read_max = 2_000;
/** On a way of no more than so many everything is found, in rank order or not. */
const few_max = 5_000;

const codes = [
  ['facilityId', 'facility_id'],
  ['billingMonth', 'billing_month'],
  ['clientCode', 'client_code'],
  ['planCode', 'plan_code'],
] as const;

type Codes = Partial<Record<(typeof codes)[number][0], string>>;

/** One way to what a part asks for: an index, and what it is entered with. */
interface Way {
  index: string;
  where: string;
  args: (string | number)[];
  /** whether everything else that is asked lies in its index, so that no row is read to look at it */
  covers: boolean;
}

const among = (states: readonly ClaimState[]) => `state in (${states.map((each) => `'${each}'`).join(', ')})`;

/** The ways in rank order, the narrowest kind first; the last one always goes. */
function waysOf(part: Part): Way[] {
  const { facilityId, billingMonth, clientCode, planCode, riskMin = 0, held, flagged } = part;
  const ways: Way[] = [];
  const add = (index: string, where: string, own: Codes = {}) =>
    ways.push({ index, where, args: Object.values(own), covers: coveredBy(part, own) });
  if (held === true) add('held', 'held = 1');
  if (facilityId !== undefined && billingMonth !== undefined)
    add('pile', 'facility_id = ? and billing_month = ?', { facilityId, billingMonth });
  if (riskMin >= 60) add('risk60', 'risk >= 60');
  if (clientCode !== undefined) add('client', 'client_code = ?', { clientCode });
  if (facilityId !== undefined && billingMonth === undefined)
    add('facility', 'facility_id = ?', { facilityId });
  if (flagged === true) add('flagged', 'open_flags > 0');
  if (riskMin >= 30 && riskMin < 60) add('risk30', 'risk >= 30');
  if (planCode !== undefined) add('plan', 'plan_code = ?', { planCode });
  if (ways.length === 0) add('state', 'true');
  return ways;
}

/** Whether an index with these codes has every code that is asked; whatever else is asked each of them has. */
const coveredBy = (part: Part, own: Codes): boolean =>
  codes.every(([code]) => part[code] === undefined || own[code] !== undefined);

/** The way by due moments, if it is asked: not in rank order, so good only where few stand on it. */
function dueWay(part: Part): Way | null {
  const { dueFrom, dueBefore } = part;
  if (dueFrom === undefined && dueBefore === undefined) return null;
  const args = [dueFrom ?? Number.MIN_SAFE_INTEGER, dueBefore ?? Number.MAX_SAFE_INTEGER];
  const where = `due_at >= ? and due_at < ? and ${clockRuns}`;
  return { index: 'due', where, args, covers: coveredBy(part, {}) };
}

/**
 * Everything a part asks but the states, in SQL: what is met on the way is looked at where it lies. `columns` is what that
 * looks at, so that the index alone is read where it has them all.
 */
function asked(part: Part): { where: string; args: (string | number)[]; columns: string } {
  const { riskMin, held, flagged, clean } = part;
  const conditions: [string, ...(string | number)[]][] = [];
  const columns = ['rank_at', 'id', 'state', 'due_at', 'risk', 'clean', 'open_flags', 'held'];
  for (const [code, column] of codes) {
    const value = part[code];
    if (value === undefined) continue;
    columns.push(column);
    conditions.push([`${column} = ?`, value]);
  }
  if (riskMin !== undefined) conditions.push(['risk >= ?', riskMin]);
  if (held !== undefined) conditions.push([`held = ${held ? 1 : 0}`]);
  if (flagged !== undefined) conditions.push([flagged ? 'open_flags > 0' : 'open_flags = 0']);
  if (clean !== undefined) conditions.push(['clean = 1 and open_flags = 0 and held = 0']);
  const due = dueWay(part);
  if (due) conditions.push([due.where, ...due.args]);
  return {
    where: conditions.map(([sql]) => sql).join(' and ') || 'true',
    args: conditions.flatMap(([, ...args]) => args),
    columns: columns.join(', '),
  };
}

/** Where what was found stands, and up to where that is everything; null: to the end. */
interface Found {
  stand: Cursor[];
  upTo: Cursor | null;
}

/** The cursor alone of what stands there. */
const cursorAt = (stand: Cursor | undefined): Cursor | null =>
  stand ? { rankAt: stand.rankAt, id: stand.id } : null;

type StandRow = { rank_at: number; id: number };

const cursorOf = ({ rank_at: rankAt, id }: StandRow): Cursor => ({ rankAt, id });

/** Places from the actor's own table, what is not written yet laid over them. */
export class PlaceSearch {
  readonly #sql: SqlStorage;
  readonly #unwritten: ReadonlyMap<number, Place | null>;

  constructor(sql: SqlStorage, unwritten: ReadonlyMap<number, Place | null>) {
    this.#sql = sql;
    this.#unwritten = unwritten;
  }

  /**
   * The first places of a part. Of two filters one is walked, and the other looked at on the way: the narrower one where it
   * is narrow, else one whose index has both. Only the rows of what is shown are read, if it can be.
   */
  page(asked: Part, limit: number): Places {
    const part = { ...asked, states: askedStates(asked) };
    const found = this.#stored(part, limit + 1);
    const ends = found.flatMap(({ upTo }) => upTo ?? []).sort(byRank);
    const [end = null] = ends;
    const stand = [...found.flatMap((each) => each.stand), ...this.#over(part)]
      .filter((cursor) => end === null || byRank(cursor, end) <= 0)
      .sort(byRank);
    // one more than the page holds says that there is more
    if (stand.length <= limit) return { places: this.#places(stand), next: end };
    return { places: this.#places(stand.slice(0, limit)), next: cursorAt(stand[limit - 1]) };
  }

  #over(part: Part): Place[] {
    const over: Place[] = [];
    for (const place of this.#unwritten.values())
      if (place && isIn(place, part) && byRank(place, part.after) > 0) over.push(place);
    return over;
  }

  /** The places that stand there, in the same order. */
  #places(stand: readonly Cursor[]): Place[] {
    const stored = stand.flatMap(({ id }) => (this.#unwritten.has(id) ? [] : [id]));
    const rows = this.#sql.exec<PlaceRow>(
      `select ${placeColumns} from queue where id in (select value from json_each(?))`,
      JSON.stringify(stored),
    );
    const byId = new Map([...rows].map((row) => [row.id, placeOfRow(row)]));
    return stand.flatMap(({ id }) => this.#unwritten.get(id) ?? byId.get(id) ?? []);
  }

  #stored(part: Part, wanted: number): Found[] {
    const ways = waysOf(part);
    const due = dueWay(part);
    const first = ways[0];
    if (!first || part.states.length === 0) return [];
    // what lies over some of them may leave fewer
    const limit = wanted + this.#unwritten.size;
    if (ways.length === 1 && due === null) return this.#ranked(first, part, limit);
    const [best] = [...ways, ...(due ? [due] : [])]
      .map((way) => ({ way, cost: this.#cost(way, part) }))
      .filter(({ cost }) => cost <= few_max)
      .sort((a, b) => a.cost - b.cost);
    if (!best) return this.#ranked(ways.find(({ covers }) => covers) ?? first, part, limit);
    return best.way === due ? [this.#whole(part, limit)] : this.#ranked(best.way, part, limit);
  }

  /** What it costs to look at everything that stands on a way, in places looked at in an index, as far as it matters. */
  #cost(way: Way, part: Part): number {
    return this.#count(way, part) * (way.covers ? 1 : few_max / read_max);
  }

  /** How many stand on a way, as far as it matters. */
  #count({ index, where, args }: Way, { states }: Part): number {
    const sql = `select count(*) n from (select 1 from queue indexed by queue_${index} where ${where} and ${among(states)} limit ?)`;
    return this.#sql.exec<{ n: number }>(sql, ...args, few_max + 1).one().n;
  }

  /** Each state's first places on a way, of so many that are looked at. */
  #ranked(way: Way, part: Part, limit: number): Found[] {
    const { states, after } = part;
    const rest = asked(part);
    const looked = Math.ceil((way.covers ? looked_max : read_max) / states.length);
    return states.map((state) => {
      const walk = (columns: string) => `select ${columns} from queue indexed by queue_${way.index}
        where ${way.where} and state = '${state}' and (rank_at, id) > (?, ?) order by rank_at, id limit ?`;
      const entry = [...way.args, after.rankAt, after.id, looked];
      const sql = `select rank_at, id from (${walk(rest.columns)}) where ${rest.where} limit ?`;
      const rows = this.#sql.exec<StandRow>(sql, ...entry, ...rest.args, limit).toArray();
      const last = rows[rows.length - 1];
      const isFull = rows.length >= limit && last !== undefined;
      return {
        stand: this.#written(rows),
        upTo: isFull ? cursorOf(last) : this.#endOf(walk('rank_at, id'), entry, looked),
      };
    });
  }

  /** Where the look along a way ended; null: at its end. */
  #endOf(walk: string, entry: (string | number)[], looked: number): Cursor | null {
    const [row] = this.#sql
      .exec<StandRow>(`${walk} offset ?`, ...entry.slice(0, -1), 1, looked - 1)
      .toArray();
    return row ? cursorOf(row) : null;
  }

  /** The first of everything that stands on the way by due moments, when few do. */
  #whole(part: Part, limit: number): Found {
    const { where, args } = asked(part);
    const sql = `select rank_at, id from queue indexed by queue_due
      where ${where} and ${among(part.states)} and (rank_at, id) > (?, ?) order by rank_at, id limit ?`;
    const rows = this.#sql.exec<StandRow>(sql, ...args, part.after.rankAt, part.after.id, limit).toArray();
    const last = rows[limit - 1];
    return { stand: this.#written(rows), upTo: last ? cursorOf(last) : null };
  }

  #written(rows: readonly StandRow[]): Cursor[] {
    return rows.filter((row) => !this.#unwritten.has(row.id)).map(cursorOf);
  }
}
