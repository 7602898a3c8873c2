import { asc, eq, ne, sql } from 'drizzle-orm';
import { links } from '../../schema/tables/facility/drafts.ts';
import type { Database } from './database.ts';

const links_max = 500;

/** Whether a link was ever in force: what was done then can be claimed for good. */
export const everInForce = ne(links.inForce, sql`'[]'`);

const columns = {
  tenantId: links.tenantId,
  slug: links.slug,
  name: links.name,
  currency: links.currency,
  zone: links.zone,
  state: links.state,
  askedBy: links.askedBy,
  inForce: links.inForce,
};

/** The tenants whose members a facility treats, or did, by name. */
export async function facilityLinks(db: Database) {
  return db.select(columns).from(links).where(everInForce).orderBy(asc(links.name)).limit(links_max);
}

/** Every tenant that a facility is linked with, asked, or was asked by, by name. */
export async function allFacilityLinks(db: Database) {
  return db.select(columns).from(links).orderBy(asc(links.name)).limit(links_max);
}

/** One tenant's link as it has told of it, with its history. */
export async function facilityLink(db: Database, tenantId: string) {
  const [link] = await db.select().from(links).where(eq(links.tenantId, tenantId));
  return link ?? null;
}
