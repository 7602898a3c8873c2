import type { Client } from '@libsql/client/web';
import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/libsql/web';
import { links } from '../../schema/tables/facility/drafts.ts';

/** The tenants a facility is linked with, by its own database. */
export async function linkedTenants(facility: Client): Promise<{ tenantId: string; slug: string }[]> {
  return drizzle(facility)
    .select({ tenantId: links.tenantId, slug: links.slug })
    .from(links)
    .where(eq(links.state, 'APPROVED'))
    .limit(50);
}
