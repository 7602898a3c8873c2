import { and, desc, eq, inArray } from 'drizzle-orm';
import { journal } from '../../schema/tables/journal.ts';
import { apiKeys, staff } from '../../schema/tables/people.ts';
import type { Database } from './database.ts';

/** An entry of the journal about somebody or something, with the name of who did it. */
export interface DeedEntry {
  seq: number;
  at: number;
  action: string;
  subject: string;
  by: string;
  data: Record<string, unknown>;
}

/** The latest entries about these subjects, the latest first. */
export async function deedsOf(
  db: Database,
  subjects: readonly string[],
  actions: readonly string[],
  limit: number,
): Promise<DeedEntry[]> {
  const rows = await db
    .select({
      seq: journal.seq,
      at: journal.at,
      action: journal.action,
      subject: journal.subject,
      data: journal.data,
      person: staff.name,
      key: apiKeys.name,
    })
    .from(journal)
    .leftJoin(staff, eq(staff.accountId, journal.actor))
    .leftJoin(apiKeys, eq(apiKeys.id, journal.actor))
    .where(and(inArray(journal.subject, [...subjects]), inArray(journal.action, [...actions])))
    .orderBy(desc(journal.seq))
    .limit(limit);
  return rows.map(({ person, key, data, ...entry }) => {
    const said: Record<string, unknown> = JSON.parse(data);
    return { ...entry, by: person ?? (key === null ? 'Vetra' : `${key} (API key)`), data: said };
  });
}
