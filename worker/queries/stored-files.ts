import { eq } from 'drizzle-orm';
import { isThere, type StoredFile } from '../../schema/domain/attachments/stored-file.ts';
import { attachments } from '../../schema/tables/tenant/attachments.ts';
import type { Database } from './database.ts';

/** A file that is whole; null: there is none, or it has not arrived, or its time is over. */
export async function storedFile(db: Database, id: string, at: number): Promise<StoredFile | null> {
  const [row] = await db.select().from(attachments).where(eq(attachments.id, id)).limit(1);
  return row && isThere(row.body, at) ? row.body : null;
}

/** The whole files of one place, in the order in which they came. */
export async function filesAtPlace(db: Database, place: string, at: number): Promise<StoredFile[]> {
  const rows = await db.select().from(attachments).where(eq(attachments.place, place)).limit(100);
  const there = rows.map(({ body }) => body).filter((file) => isThere(file, at));
  return there.sort((a, b) => a.at - b.at);
}
