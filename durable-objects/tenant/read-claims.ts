import { type Claim, openStates } from '../../schema/domain/claims/claim.ts';
import type { Statement, Store } from '../actor/store.ts';
import { parseClaims, readClaims } from './memory/claims.ts';
import { byRank, isIn, isOpen, type Part, type Place, type Places } from './place.ts';
import { looked_max } from './place-search.ts';

/** Claims whole, straight from the database. */
export async function claimsById(store: Store, ids: readonly number[]): Promise<Claim[]> {
  if (ids.length === 0) return [];
  const [rows = []] = await store.read([readClaims(ids)]);
  const text = rows[0]?.[0];
  return typeof text === 'string' ? parseClaims(text) : [];
}

const plain =
  'id, state, rank_at, due_at, facility_id, billing_month, client_code, plan_code, claimed, risk, submitted_at, body';
const asPlace = `json_object('id', id, 'state', state, 'rankAt', coalesce(rank_at, submitted_at), 'dueAt', due_at,
  'facilityId', facility_id, 'billingMonth', billing_month, 'clientCode', client_code, 'planCode', plan_code,
  'claimed', claimed, 'risk', risk, 'clean', json(case when body->>'$.recommended.clean' then 'true' else 'false' end),
  'openFlags', (select count(*) from json_each(body, '$.flags') where value->>'state' = 'OPEN'),
  'held', json(case when json_array_length(body, '$.holds') > 0 then 'true' else 'false' end),
  'clockFrom', case state when 'QUERIED' then body->>'$.queriedAt' when 'SUBMITTED' then null else due_at end,
  'told', case when state = 'QUERIED' then body->>'$.remindedAt' is not null
    else (body->>'$.warnedAt' is not null or body->>'$.breachedAt' is not null) + (body->>'$.breachedAt' is not null) end)`;

async function places(store: Store, statement: Statement): Promise<Place[]> {
  const [rows = []] = await store.read([statement]);
  const found: Place[] = JSON.parse(String(rows[0]?.[0] ?? '[]'));
  return found;
}

/** The next open claims after an id: how a lost view is rebuilt, page by page. */
export function openAfter(store: Store, id: number, limit: number): Promise<Place[]> {
  const states = openStates.map((state) => `'${state}'`).join(', ');
  return places(store, {
    sql: `select json_group_array(${asPlace}) from (select ${plain} from claims not indexed where id > ? and state in (${states}) order by id limit ?)`,
    args: [id, limit],
  });
}

/**
 * A part of the queue from the database itself, while the view is being rebuilt: so many of each state are looked at as one
 * page may cost, whatever is asked of them.
 */
export async function partFromDatabase(store: Store, part: Part, limit: number): Promise<Places> {
  const { rankAt, id } = part.after;
  const each_max = Math.ceil(looked_max / 5);
  const read = part.states.filter(isOpen).map((state) =>
    places(store, {
      sql: `select json_group_array(${asPlace}) from (select ${plain} from claims
        where state = '${state}' and (rank_at, id) > (?, ?) order by rank_at, id limit ?)`,
      args: [rankAt, id, each_max],
    }),
  );
  const found = await Promise.all(read);
  // beyond the end of a state that was not read to its end nothing is known
  const ends = found.flatMap((each) => (each.length < each_max ? [] : (each.at(-1) ?? [])));
  const [end] = ends.sort(byRank);
  const asked = found
    .flat()
    .sort(byRank)
    .filter((place) => isIn(place, part) && (end === undefined || byRank(place, end) <= 0));
  const shown = asked.slice(0, limit);
  return { places: shown, next: asked.length > limit ? (shown.at(-1) ?? null) : (end ?? null) };
}
