import { eq } from 'drizzle-orm';
import { links } from '../../schema/tables/tenant/network.ts';
import type { Database } from './database.ts';

/** A tenant's link with a facility, whole; null: there is none. */
export async function linkOfFacility(db: Database, facilityId: string) {
  const [link] = await db.select().from(links).where(eq(links.facilityId, facilityId));
  return link ?? null;
}
