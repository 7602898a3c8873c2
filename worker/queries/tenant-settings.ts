import { settingsOf, type TenantSettings } from '../../schema/domain/tenant-settings.ts';
import { settings } from '../../schema/tables/tenant/settings.ts';
import type { Database } from './database.ts';

/** A tenant's own figures as they are stored. */
export const storedSettings = (db: Database) => db.select({ data: settings.data }).from(settings).limit(1);

/** A tenant's own figures; null before it was opened. */
export async function tenantSettings(db: Database): Promise<TenantSettings | null> {
  const [row] = await storedSettings(db);
  return row ? settingsOf(row.data) : null;
}
