import { and, desc, eq, inArray } from 'drizzle-orm';
import { claims } from '../../schema/tables/facility/claims.ts';
import { links } from '../../schema/tables/facility/drafts.ts';
import type { Database } from './database.ts';

/** A facility's claims of one number (one per tenant at most) or of one member id, newest first. */
export async function facilityClaimSearch(db: Database, typed: string, limit: number) {
  const text = typed.trim().toUpperCase();
  const tenants = db.select({ id: links.tenantId }).from(links);
  const which = text.startsWith('CLM-')
    ? and(inArray(claims.tenantId, tenants), eq(claims.number, text))
    : eq(claims.memberId, text);
  return db.select().from(claims).where(which).orderBy(desc(claims.submittedAt)).limit(limit);
}
