import { eq } from 'drizzle-orm';
import { drafts } from '../../schema/tables/facility/drafts.ts';
import type { Database } from './database.ts';

/** A draft as it is now; `claimNumber` is set once it was submitted. Null: there is none, or it was thrown away. */
export async function draftById(db: Database, id: string) {
  const [row] = await db.select().from(drafts).where(eq(drafts.id, id)).limit(1);
  return row ?? null;
}
