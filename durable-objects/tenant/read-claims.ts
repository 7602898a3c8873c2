import { type Claim, type ClaimState, openStates } from '../../schema/domain/claims/claim.ts';
import type { Statement, Store } from '../actor/store.ts';
import { parseClaims, readClaims } from './memory/claims.ts';
import {
  askedStates,
  byRank,
  isIn,
  isOpen,
  type Part,
  type Place,
  type Places,
  rankedOf,
  start,
} from './place.ts';
import type { FilledTo } from './place-table.ts';

/** Claims whole, straight from the database. */
export async function claimsById(store: Store, ids: readonly number[]): Promise<Claim[]> {
  if (ids.length === 0) return [];
  const [rows = []] = await store.read([readClaims(ids)]);
  const text = rows[0]?.[0];
  return typeof text === 'string' ? parseClaims(text) : [];
}

const openFlags = `(select count(*) from json_each(body, '$.flags') where value->>'state' = 'OPEN')`;
const isHeld = `coalesce(json_array_length(body, '$.holds'), 0) > 0`;
const plain =
  'id, state, rank_at, due_at, facility_id, billing_month, client_code, plan_code, claimed, risk, submitted_at, body';
const asPlace = `json_object('id', id, 'state', state, 'rankAt', coalesce(rank_at, submitted_at), 'dueAt', due_at,
  'facilityId', facility_id, 'billingMonth', billing_month, 'clientCode', client_code, 'planCode', plan_code,
  'claimed', claimed, 'risk', risk, 'clean', json(case when body->>'$.recommended.clean' then 'true' else 'false' end),
  'openFlags', ${openFlags}, 'held', json(case when ${isHeld} then 'true' else 'false' end),
  'clockFrom', case state when 'QUERIED' then body->>'$.queriedAt' when 'SUBMITTED' then null else due_at end,
  'told', case when state = 'QUERIED' then body->>'$.remindedAt' is not null
    else (body->>'$.warnedAt' is not null or body->>'$.breachedAt' is not null) + (body->>'$.breachedAt' is not null) end)`;

/** As the indexes of open claims have it. */
const openList = openStates.map((state) => `'${state}'`).join(', ');

async function places(store: Store, statement: Statement): Promise<Place[]> {
  const [rows = []] = await store.read([statement]);
  const found: Place[] = JSON.parse(String(rows[0]?.[0] ?? '[]'));
  return found;
}

/** The next open claims after an id. */
export function openAfter(store: Store, id: number, limit: number): Promise<Place[]> {
  return places(store, {
    sql: `select json_group_array(${asPlace}) from (select ${plain} from claims not indexed where id > ? and state in (${openList}) order by id limit ?)`,
    args: [id, limit],
  });
}

/** What a part asks of a claim's row. */
function asked(part: Part): { where: string; args: (string | number)[] } {
  const { facilityId, billingMonth, clientCode, planCode, riskMin, dueFrom, dueBefore } = part;
  const pairs = [
    ['facility_id = ?', facilityId],
    ['billing_month = ?', billingMonth],
    ['client_code = ?', clientCode],
    ['plan_code = ?', planCode],
    ['risk >= ?', riskMin],
    ['due_at >= ?', dueFrom],
    ['due_at < ?', dueBefore],
  ] as const;
  const said = pairs.flatMap(([sql, value]) => (value === undefined ? [] : [{ sql, value }]));
  const { held, flagged } = part;
  const without = [
    ...(dueFrom === undefined && dueBefore === undefined ? [] : [`state <> 'QUERIED' and not ${isHeld}`]),
    ...(held === undefined ? [] : [held ? isHeld : `not ${isHeld}`]),
    ...(flagged === undefined ? [] : [flagged ? `${openFlags} > 0` : `${openFlags} = 0`]),
  ];
  const where = [...said.map(({ sql }) => sql), ...without].map((sql) => `and ${sql}`).join(' ');
  return { where, args: said.map(({ value }) => value) };
}

/**
 * The open claims of a state in rank order, after a rank ?1 and an id ?2. The index has to be named, which has nothing but
 * open ones: by state alone looks like a way, and reads every claim in it.
 */
const walkIn = (state: ClaimState) =>
  `claims indexed by claims_open where state = '${state}' and state in (${openList}) and (rank_at, id) > (?1, ?2)`;

/**
 * The next open claims of all, state by state, and where to go on; null: the end was reached. What is decided is not read, so
 * that filling a lost view costs what is open. A claim that moves in between is brought by what moves it.
 */
export async function openFrom(
  store: Store,
  { nth, rankAt, id }: FilledTo,
  limit: number,
): Promise<{ places: Place[]; next: FilledTo | null }> {
  const state = openStates[nth];
  if (!state) return { places: [], next: null };
  const found = await places(store, {
    sql: `select json_group_array(${asPlace}) from (select ${plain} from ${walkIn(state)} order by rank_at, id limit ?)`,
    args: [rankAt, id, limit],
  });
  const last = found.at(-1);
  if (last && found.length === limit)
    return { places: found, next: { nth, rankAt: last.rankAt, id: last.id } };
  return { places: found, next: nth + 1 < openStates.length ? { nth: nth + 1, ...start } : null };
}

/** So many claims are looked at for one page at most. */
const looked_max = 5_000;
const most = Number.MAX_SAFE_INTEGER;

/** What a part asks for of one state, of so many claims as are looked at; and up to where that is everything. */
async function inState(store: Store, state: ClaimState, part: Part, wanted: number) {
  const { rankAt, id } = part.after;
  const { where, args } = asked(part);
  const walk = walkIn(state);
  const offset = Math.ceil(looked_max / openStates.length) - 1;
  const [rows = []] = await store.read([
    {
      sql: `with bound as materialized (select rank_at, id from ${walk} order by rank_at, id limit 1 offset ${offset})
        select (select rank_at from bound), (select id from bound), json_group_array(${asPlace}) from (select ${plain} from ${walk}
          and (rank_at, id) <= (coalesce((select rank_at from bound), ${most}), coalesce((select id from bound), ${most}))
          ${where} order by rank_at, id limit ?)`,
      args: [rankAt, id, ...args, wanted],
    },
  ]);
  const [row] = rows;
  const found: Place[] = JSON.parse(String(row?.[2] ?? '[]'));
  const [endRank, endId] = [row?.[0], row?.[1]];
  const isBounded = typeof endRank === 'number' && typeof endId === 'number';
  const end = isBounded ? { rankAt: endRank, id: endId } : null;
  return { found, upTo: found.length < wanted ? end : (found.at(-1) ?? null) };
}

/**
 * A part of the queue from the database itself, while the view is being rebuilt: so many of each state are looked at as one
 * page may cost, whatever is asked of them.
 */
export async function partFromDatabase(store: Store, part: Part, limit: number): Promise<Places> {
  // one more than the page holds says that there is more
  const wanted = limit + 1;
  const read = await Promise.all(
    askedStates(part)
      .filter(isOpen)
      .map((state) => inState(store, state, part, wanted)),
  );
  const [end = null] = read.flatMap(({ upTo }) => upTo ?? []).sort(byRank);
  const all = read
    .flatMap(({ found }) => found)
    .sort(byRank)
    .filter((place) => isIn(place, part) && (end === null || byRank(place, end) <= 0))
    .map(rankedOf);
  if (all.length <= limit) return { places: all, next: end };
  const shown = all.slice(0, limit);
  return { places: shown, next: shown.at(-1) ?? null };
}
