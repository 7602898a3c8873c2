import { sql } from 'drizzle-orm';
import type { Database } from './database.ts';

/** How many services have prices in a tariff; counted up to a limit. */
export async function pricedServices(db: Database, tariff: string, limit: number): Promise<number> {
  const [row] = await db.all<{ services: number }>(
    sql`select count(*) as services from (select distinct service from tariff_prices where tariff = ${tariff} limit ${limit})`,
  );
  return Number(row?.services ?? 0);
}
