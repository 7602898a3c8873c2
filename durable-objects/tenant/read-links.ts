import type { Store } from '../actor/store.ts';
import { type Link, linkKey, linkKind } from './memory/network.ts';
import type { TenantMemory } from './memory.ts';

/** Links as they durably are: from memory, else from the database. */
export async function linksOf(
  store: Store,
  { links }: TenantMemory,
  facilityIds: readonly string[],
): Promise<Link[]> {
  const keys = facilityIds.map(linkKey.facility);
  const missing = keys.filter((key) => links.durable(key) === undefined);
  const remembered = keys.flatMap((key) => links.durable(key) ?? []);
  if (missing.length === 0) return remembered;
  const [rows = []] = await store.read([linkKind.read(missing)]);
  const text = rows[0]?.[0];
  return [...remembered, ...(typeof text === 'string' ? linkKind.parse(text) : [])];
}
