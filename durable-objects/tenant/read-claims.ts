import type { Claim, ClaimState } from '../../schema/domain/claims/claim.ts';
import { openStates } from '../../schema/domain/claims/claim.ts';
import type { Statement, Store } from '../actor/store.ts';
import { parseClaims, readClaims } from './memory/claims.ts';
import { type Part, type Place, placeOf } from './view.ts';

/** Claims whole, straight from the database. */
export async function claimsById(store: Store, ids: readonly number[]): Promise<Claim[]> {
  if (ids.length === 0) return [];
  const [rows = []] = await store.read([readClaims(ids)]);
  const text = rows[0]?.[0];
  return typeof text === 'string' ? parseClaims(text) : [];
}

const plain = 'id, state, rank_at, due_at, facility_id, submitted_at';
const columns = `json_object('id', id, 'state', state, 'rankAt', rank_at, 'dueAt', due_at, 'facilityId', facility_id, 'submittedAt', submitted_at)`;

async function places(store: Store, statement: Statement): Promise<Place[]> {
  const [rows = []] = await store.read([statement]);
  const found: Parameters<typeof placeOf>[0][] = JSON.parse(String(rows[0]?.[0] ?? '[]'));
  return found.map(placeOf);
}

/** The next open claims after an id: how a lost view is rebuilt, page by page. */
export function openAfter(store: Store, id: number, limit: number): Promise<Place[]> {
  const states = openStates.map((state) => `'${state}'`).join(', ');
  return places(store, {
    sql: `select json_group_array(${columns}) from (select ${plain} from claims not indexed where id > ? and state in (${states}) order by id limit ?)`,
    args: [id, limit],
  });
}

/** A part of the queue from the database itself: while the view is being rebuilt. */
export function partFromDatabase(store: Store, part: Part, limit: number): Promise<Place[]> {
  const { state, facilityId, dueBefore, after } = part;
  const open: readonly ClaimState[] = openStates;
  if (!open.includes(state)) return Promise.resolve([]);
  return places(store, {
    sql: `select json_group_array(${columns}) from (select ${plain} from claims
      where state = '${state}' and (rank_at, id) > (?, ?)
      ${facilityId === undefined ? '' : 'and facility_id = ?'} ${dueBefore === undefined ? '' : 'and due_at < ?'}
      order by rank_at, id limit ?)`,
    args: [
      after.rankAt,
      after.id,
      ...(facilityId === undefined ? [] : [facilityId]),
      ...(dueBefore === undefined ? [] : [dueBefore]),
      limit,
    ],
  });
}
