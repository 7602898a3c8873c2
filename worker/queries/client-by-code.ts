import { eq } from 'drizzle-orm';
import type { Client } from '../../schema/domain/members/enrollee.ts';
import { clientOfRow, clients } from '../../schema/tables/tenant/enrollees.ts';
import type { Database } from './database.ts';

/** A client by its code; null: there is none. */
export async function clientByCode(db: Database, code: string): Promise<Client | null> {
  const [row] = await db.select().from(clients).where(eq(clients.code, code));
  return row ? clientOfRow(row) : null;
}
