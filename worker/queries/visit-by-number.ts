import { eq } from 'drizzle-orm';
import { visitIdOf } from '../../schema/domain/visits/visit.ts';
import { visits } from '../../schema/tables/tenant/visits.ts';
import type { Database } from './database.ts';

/** One visit; null: there is none by this number. Whose it is, is for whoever asks to look at. */
export async function visitByNumber(db: Database, number: string) {
  const id = visitIdOf(number);
  if (id === null) return null;
  const [row] = await db.select().from(visits).where(eq(visits.id, id));
  return row?.number === number ? row : null;
}
