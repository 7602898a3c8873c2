import { inArray, sql } from 'drizzle-orm';
import { claims } from '../../schema/tables/tenant/claims.ts';
import { claimRowColumns } from './claim-rows.ts';
import type { Database } from './database.ts';

/** What the order of the queue follows from, of these claims, and what a list shows of them. */
export async function rankFacts(db: Database, ids: readonly number[]) {
  if (ids.length === 0) return [];
  const groups = sql<string>`coalesce(${claims.body}->'$.serviceGroups', '[]')`;
  const rows = await db
    .select({ ...claimRowColumns, groups })
    .from(claims)
    .where(inArray(claims.id, [...ids]));
  return rows.map(({ groups: text, ...row }) => {
    const serviceGroups: string[] = JSON.parse(text);
    return { ...row, serviceGroups };
  });
}
