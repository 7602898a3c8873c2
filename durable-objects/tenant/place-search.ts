import type { ClaimState } from '../../schema/domain/claims/claim.ts';
import {
  askedStates,
  byRank,
  type Cursor,
  isIn,
  type Part,
  type Place,
  type Places,
  type Ranked,
  rankedOf,
} from './place.ts';
import { clockRuns } from './place-table.ts';

/** So many places are looked at for one page at most, in an index alone; then the page says so, and goes on when it is asked. */
const looked_max = 30_000;
/** So many where each place's row has to be read to look at it. */
export const read_max = 2_000;
/** On a way of no more than so many everything is found, in rank order or not. */
const few_max = 5_000;
/** A way of so few is taken before the one in rank order is tried, on which most pages are full soon. */
const fewest_max = 500;

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

/** What was found, and up to where that is everything; null: to the end. */
interface Found {
  stand: Ranked[];
  upTo: Cursor | null;
}

/** Where everything that was found ends; null: at the end of the queue. */
const endOf = (found: readonly Found[]): Cursor | null =>
  found.flatMap(({ upTo }) => upTo ?? []).sort(byRank)[0] ?? null;

/** Whether it fills a page, or is all there is. */
function isEnough(found: readonly Found[], limit: number): boolean {
  const end = endOf(found);
  if (end === null) return true;
  const sure = found.flatMap(({ stand }) => stand).filter((each) => byRank(each, end) <= 0);
  return sure.length >= limit;
}

/** The cursor alone of what stands there. */
const cursorAt = (stand: Cursor | undefined): Cursor | null =>
  stand ? { rankAt: stand.rankAt, id: stand.id } : null;

const shown = 'rank_at, id, state, risk, clean, open_flags, held';

/** Much of the order as one text: reading it value by value from SQLite took three times as long. */
const standText = `json_group_array(json_array(${shown}))`;

type StandValues = [number, number, ClaimState, number, 0 | 1, number, 0 | 1];

/** What a `standText` says, in rank order. */
function standIn(text: string): Ranked[] {
  const all: StandValues[] = JSON.parse(text);
  return all
    .map(([rankAt, id, state, risk, clean, openFlags, held]) => ({
      ...{ rankAt, id, state, risk, openFlags },
      ...{ clean: clean === 1, held: held === 1 },
    }))
    .sort(byRank);
}

/** A statement with what stands for its question marks. */
interface Sql {
  sql: string;
  args: (string | number)[];
}

/** What stands in the queue, from the actor's own table, what is not written yet laid over it. */
export class PlaceSearch {
  readonly #sql: SqlStorage;
  readonly #unwritten: ReadonlyMap<number, Place | null>;

  constructor(sql: SqlStorage, unwritten: ReadonlyMap<number, Place | null>) {
    this.#sql = sql;
    this.#unwritten = unwritten;
  }

  /**
   * The first places of a part. Of two filters one is walked, and the other looked at on the way: the narrower one where it
   * is narrow, else one whose index has both. What is shown lies in each index, so that no row is read for it.
   */
  page(asked: Part, limit: number): Places {
    const part = { ...asked, states: askedStates(asked) };
    const found = this.#stored(part, limit + 1);
    const end = endOf(found);
    const stand = [...found.flatMap((each) => each.stand), ...this.#over(part)]
      .filter((cursor) => end === null || byRank(cursor, end) <= 0)
      .sort(byRank);
    // one more than the page holds says that there is more
    if (stand.length <= limit) return { places: stand, next: end };
    return { places: stand.slice(0, limit), next: cursorAt(stand[limit - 1]) };
  }

  #over(part: Part): Ranked[] {
    const over: Ranked[] = [];
    for (const place of this.#unwritten.values())
      if (place && isIn(place, part) && byRank(place, part.after) > 0) over.push(rankedOf(place));
    return over;
  }

  #stored(part: Part, wanted: number): Found[] {
    const ways = waysOf(part);
    const due = dueWay(part);
    const first = ways[0];
    if (!first || part.states.length === 0) return [];
    // what lies over some of them may leave fewer
    const limit = wanted + this.#unwritten.size;
    if (ways.length === 1 && due === null) return this.#ranked(first, part, limit);
    const ranked = ways.find(({ covers }) => covers);
    const others = [...(due ? [due] : []), ...ways.filter((way) => way !== ranked)];
    const byFew = (max: number): Found[] | null => {
      const narrow = this.#narrowest(others, part, max);
      if (narrow === null) return null;
      return narrow === due ? [this.#whole(part, limit)] : this.#ranked(narrow, part, limit, null);
    };
    const atOnce = byFew(ranked ? fewest_max : few_max);
    if (atOnce) return atOnce;
    const found = this.#ranked(ranked ?? first, part, limit);
    return ranked && !isEnough(found, limit) ? (byFew(few_max) ?? found) : found;
  }

  /** The way on which the least has to be looked at to see everything on it; null: on none is it so little. */
  #narrowest(ways: readonly Way[], part: Part, most: number): Way | null {
    let narrow: Way | null = null;
    let least = most;
    for (const way of ways) {
      const each = way.covers ? 1 : few_max / read_max;
      const max = Math.floor(least / each);
      const count = this.#count(way, part, max + 1);
      if (count > max) continue;
      narrow = way;
      least = count * each;
    }
    return narrow;
  }

  /** How many stand on a way, up to so many. */
  #count({ index, where, args }: Way, { states }: Part, max: number): number {
    const sql = `select count(*) n from (select 1 from queue indexed by queue_${index} where ${where} and ${among(states)} limit ?)`;
    return this.#sql.exec<{ n: number }>(sql, ...args, max).one().n;
  }

  /** Each state's first places on a way, so many at most being looked at; null: all, of which there are few. */
  #ranked(
    way: Way,
    part: Part,
    limit: number,
    max: number | null = way.covers ? looked_max : read_max,
  ): Found[] {
    const { states, after } = part;
    const rest = asked(part);
    const looked = max === null ? few_max : Math.ceil(max / states.length);
    const args = [...way.args, after.rankAt, after.id];
    const walk = (
      state: ClaimState,
      columns: string,
    ) => `select ${columns} from queue indexed by queue_${way.index}
      where ${way.where} and state = '${state}' and (rank_at, id) > (?, ?) order by rank_at, id limit ?`;
    const found = this.#standing(
      states.map((state) => ({
        sql: `select ${shown} from (${walk(state, rest.columns)}) where ${rest.where} limit ?`,
        args: [...args, looked, ...rest.args, limit],
      })),
    );
    return states.map((state) => {
      const own = found.filter((each) => each.state === state);
      const last = cursorAt(own[limit - 1]);
      const isLookedThrough = last !== null || max === null;
      const at = { sql: `${walk(state, shown)} offset ?`, args: [...args, 1, looked - 1] };
      return {
        stand: this.#written(own),
        upTo: isLookedThrough ? last : cursorAt(this.#standing([at])[0]),
      };
    });
  }

  /** The first of everything that stands on the way by due moments, when few do. */
  #whole(part: Part, limit: number): Found {
    const { where, args } = asked(part);
    // nothing on this way is held, which its index says by being there
    const found = this.#standing([
      {
        sql: `select ${shown.replace('held', '0 held')} from queue indexed by queue_due
          where ${where} and ${among(part.states)} and (rank_at, id) > (?, ?) order by rank_at, id limit ?`,
        args: [...args, part.after.rankAt, part.after.id, limit],
      },
    ]);
    return { stand: this.#written(found), upTo: cursorAt(found[limit - 1]) };
  }

  /** What some statements find, each of the columns that are shown, in rank order. */
  #standing(each: readonly Sql[]): Ranked[] {
    const all = each.map(({ sql }) => `select * from (${sql})`).join(' union all ');
    const sql = `select ${standText} stand from (${all})`;
    const args = each.flatMap((one) => one.args);
    return standIn(this.#sql.exec<{ stand: string }>(sql, ...args).one().stand);
  }

  #written(stand: readonly Ranked[]): Ranked[] {
    return stand.filter(({ id }) => !this.#unwritten.has(id));
  }
}
