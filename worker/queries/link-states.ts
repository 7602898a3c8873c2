import { inArray } from 'drizzle-orm';
import type { LinkState } from '../../schema/domain/network/link.ts';
import { links } from '../../schema/tables/tenant/network.ts';
import type { Database } from './database.ts';

/** How these facilities' links stand, by their ids; one without a link is not among them. */
export async function linkStatesOf(
  db: Database,
  facilityIds: readonly string[],
): Promise<Map<string, LinkState>> {
  if (facilityIds.length === 0) return new Map();
  const rows = await db
    .select({ id: links.facilityId, state: links.state })
    .from(links)
    .where(inArray(links.facilityId, [...facilityIds]));
  return new Map(rows.map(({ id, state }) => [id, state]));
}
