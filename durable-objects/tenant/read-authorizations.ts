import type { Authorization } from '../../schema/domain/authorizations/authorization.ts';
import type { Store } from '../actor/store.ts';
import { authorizationKey, authorizationKind } from './memory/authorizations.ts';

/** Requests as they durably are, by running number. */
export async function authorizationsById(store: Store, ids: readonly number[]): Promise<Authorization[]> {
  if (ids.length === 0) return [];
  const [rows = []] = await store.read([authorizationKind.read(ids.map(authorizationKey.id))]);
  return authorizationKind.parse(String(rows[0]?.[0] ?? '[]'));
}
