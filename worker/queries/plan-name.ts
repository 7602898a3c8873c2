import { eq } from 'drizzle-orm';
import { plans } from '../../schema/tables/tenant/plans.ts';
import type { Database } from './database.ts';

/** What a plan is called; null: there is none of this code. */
export async function planName(db: Database, code: string): Promise<string | null> {
  const [row] = await db.select({ name: plans.name }).from(plans).where(eq(plans.code, code)).limit(1);
  return row?.name ?? null;
}
