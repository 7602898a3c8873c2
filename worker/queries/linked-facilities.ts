import { asc } from 'drizzle-orm';
import { links } from '../../schema/tables/tenant/network.ts';
import type { Database } from './database.ts';

/** The facilities of a tenant's network by name, the first of them. */
export async function linkedFacilities(db: Database, limit: number) {
  return db
    .select({ id: links.facilityId, name: links.name })
    .from(links)
    .orderBy(asc(links.name))
    .limit(limit);
}
