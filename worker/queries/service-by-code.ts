import { eq } from 'drizzle-orm';
import { services } from '../../schema/tables/tenant/services.ts';
import type { Database } from './database.ts';
import type { ServiceRow } from './services-page.ts';

/** A service by its code; null where there is none. */
export async function serviceByCode(db: Database, code: string): Promise<ServiceRow | null> {
  const [found] = await db.select().from(services).where(eq(services.code, code));
  return found ?? null;
}
