import { inArray } from 'drizzle-orm';
import { services } from '../../schema/tables/tenant/services.ts';
import type { Database } from './database.ts';
import type { FoundService } from './search-services.ts';

/** Services by their codes; one that does not exist is not in the answer. */
export async function servicesByCode(db: Database, codes: readonly string[]): Promise<FoundService[]> {
  if (codes.length === 0) return [];
  return db
    .select({ code: services.code, name: services.name, price: services.price })
    .from(services)
    .where(inArray(services.code, [...codes]));
}

/** The groups that services are in, by their codes. */
export async function groupsByCode(db: Database, codes: readonly string[]): Promise<Record<string, string>> {
  if (codes.length === 0) return {};
  const rows = await db
    .select({ code: services.code, group: services.group })
    .from(services)
    .where(inArray(services.code, [...codes]));
  return Object.fromEntries(rows.map(({ code, group }) => [code, group]));
}
