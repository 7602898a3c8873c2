import { asc } from 'drizzle-orm';
import { links } from '../../schema/tables/facility/drafts.ts';
import type { Database } from './database.ts';

/** The tenants a facility is linked with, by name. */
export async function facilityLinks(db: Database) {
  return db.select().from(links).orderBy(asc(links.name));
}
