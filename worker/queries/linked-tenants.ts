import type { Client } from '@libsql/client/web';
import { drizzle } from 'drizzle-orm/libsql/web';
import type { LinkState } from '../../schema/domain/network/link.ts';
import { links } from '../../schema/tables/facility/drafts.ts';
import { everInForce } from './facility-links.ts';

/** The tenants a facility is linked with, or was, by its own database. */
export async function linkedTenants(
  facility: Client,
): Promise<{ tenantId: string; slug: string; state: LinkState }[]> {
  return drizzle(facility)
    .select({ tenantId: links.tenantId, slug: links.slug, state: links.state })
    .from(links)
    .where(everInForce)
    .limit(50);
}
