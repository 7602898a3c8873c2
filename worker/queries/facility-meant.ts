import { asc, eq, sql } from 'drizzle-orm';
import { links } from '../../schema/tables/tenant/network.ts';
import type { Database } from './database.ts';

/** The linked facility of this id, else the first by name whose name holds what was typed; null: none does. */
export async function facilityMeant(
  db: Database,
  typed: string,
): Promise<{ id: string; name: string } | null> {
  const columns = { id: links.facilityId, name: links.name };
  const [exact] = await db.select(columns).from(links).where(eq(links.facilityId, typed)).limit(1);
  if (exact !== undefined) return exact;
  const holds = sql`instr(lower(${links.name}), lower(${typed})) > 0`;
  const [named] = await db.select(columns).from(links).where(holds).orderBy(asc(links.name)).limit(1);
  return named ?? null;
}
