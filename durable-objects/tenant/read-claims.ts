import { type Claim, type ClaimState, openStates } from '../../schema/domain/claims/claim.ts';
import type { Statement, Store } from '../actor/store.ts';
import { parseClaims, readClaims } from './memory/claims.ts';
import { byRank, isIn, type Part, type Place, type Places, start } from './place.ts';
import { looked_max } from './place-search.ts';
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

/** A way through the open claims of a state, by an index that has nothing but open ones. It begins after a rank ?1 and an id ?2. */
interface Walk {
  state: ClaimState;
  rank: 'rank_at' | 'submitted_at';
  from: string;
  /** what else has to hold of what is met on the way */
  only: string;
  /** another way to the same, in any order, that meets nothing else: to all of it */
  whole: string;
  wholeOrder: string;
}

// An index has to be named: by state alone looks like a way, and reads every claim in it.
const openIn = (state: ClaimState, index: string) =>
  `claims indexed by ${index} where state = '${state}' and state in (${openList})`;

function rankedIn(state: ClaimState): Walk {
  const from = `${openIn(state, 'claims_open')} and (rank_at, id) > (?1, ?2)`;
  return { state, rank: 'rank_at', from, only: '', whole: from, wholeOrder: 'rank_at, id' };
}

/** What has not been received has no rank, and stands where it came in. */
const unranked: Walk = {
  state: 'SUBMITTED',
  rank: 'submitted_at',
  from: `${openIn('SUBMITTED', 'claims_waiting')} and (submitted_at, id) > (?1, ?2)`,
  only: 'and rank_at is null',
  whole: `${openIn('SUBMITTED', 'claims_open')} and rank_at is null and ?1 is not null and id > ?2`,
  wholeOrder: 'id',
};

const walks: readonly Walk[] = [...openStates.map(rankedIn), unranked];

/**
 * The next open claims of all, walk by walk, and where to go on; null: the end was reached. What is decided is not read, so
 * that filling a lost view costs what is open. A claim that moves in between is brought by what moves it.
 */
export async function openFrom(
  store: Store,
  { walk: nth, rankAt, id }: FilledTo,
  limit: number,
): Promise<{ places: Place[]; next: FilledTo | null }> {
  const walk = walks[nth];
  if (!walk) return { places: [], next: null };
  const found = await places(store, {
    sql: `select json_group_array(${asPlace}) from (select ${plain} from ${walk.whole} order by ${walk.wholeOrder} limit ?)`,
    args: [rankAt, id, limit],
  });
  const last = found.at(-1);
  if (last && found.length === limit)
    return { places: found, next: { walk: nth, rankAt: last.rankAt, id: last.id } };
  return { places: found, next: nth + 1 < walks.length ? { walk: nth + 1, ...start } : null };
}

const most = Number.MAX_SAFE_INTEGER;

/** What a part asks for on one walk, of so many claims as are looked at; and up to where that is everything. */
async function onWalk(store: Store, { rank, from, only }: Walk, part: Part, wanted: number) {
  const { rankAt, id } = part.after;
  const { where, args } = asked(part);
  const offset = Math.ceil(looked_max / walks.length) - 1;
  const [rows = []] = await store.read([
    {
      sql: `with bound as materialized (select ${rank} as rank, id from ${from} order by ${rank}, id limit 1 offset ${offset})
        select (select rank from bound), (select id from bound), json_group_array(${asPlace}) from (select ${plain} from ${from}
          and (${rank}, id) <= (coalesce((select rank from bound), ${most}), coalesce((select id from bound), ${most}))
          ${only} ${where} order by ${rank}, id limit ?)`,
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
  const asking = walks.filter(({ state }) => part.states.includes(state));
  const read = await Promise.all(asking.map((walk) => onWalk(store, walk, part, wanted)));
  const [end = null] = read.flatMap(({ upTo }) => upTo ?? []).sort(byRank);
  const all = read
    .flatMap(({ found }) => found)
    .sort(byRank)
    .filter((place) => isIn(place, part) && (end === null || byRank(place, end) <= 0));
  if (all.length <= limit) return { places: all, next: end };
  const shown = all.slice(0, limit);
  return { places: shown, next: shown.at(-1) ?? null };
}
