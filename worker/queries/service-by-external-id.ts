import type { Client } from '@libsql/client/web';
import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/libsql/web';
import { services } from '../../schema/tables/tenant/services.ts';
import { settings } from '../../schema/tables/tenant/settings.ts';

/** A service by its integrator's id, and the tenant's currency. */
export async function serviceByExternalId(
  tenant: Client,
  externalId: string,
): Promise<{ service: typeof services.$inferSelect; currency: string } | null> {
  const [row] = await drizzle(tenant)
    .select({ service: services, settings: settings.data })
    .from(services)
    .innerJoin(settings, eq(settings.id, 1))
    .where(eq(services.externalId, externalId));
  return row ? { service: row.service, currency: row.settings.currency } : null;
}
