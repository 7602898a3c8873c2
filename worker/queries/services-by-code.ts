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
