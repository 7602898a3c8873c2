import { sql } from 'drizzle-orm';
import { claims } from '../../schema/tables/tenant/claims.ts';
import { claimRowColumns } from './claim-rows.ts';
import type { Database } from './database.ts';

/** The list's columns of these claims, by primary key, in no order. */
export async function claimsById(db: Database, ids: readonly number[]) {
  if (ids.length === 0) return [];
  return db
    .select(claimRowColumns)
    .from(claims)
    .where(sql`${claims.id} in (select value from json_each(${JSON.stringify(ids)}))`);
}
