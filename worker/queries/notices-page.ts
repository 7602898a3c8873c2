import { and, desc, lt } from 'drizzle-orm';
import { notices } from '../../schema/tables/journal.ts';
import type { Database } from './database.ts';
import { type NoticeReader, noticesFor } from './notices-for.ts';

/** What somebody was told of, newest first; `before` is the number where the last page ended. */
export async function noticesPage(
  db: Database,
  { before, limit, ...reader }: NoticeReader & { before?: number; limit: number },
) {
  return db
    .select({
      seq: notices.seq,
      at: notices.at,
      kind: notices.kind,
      subject: notices.subject,
      data: notices.data,
    })
    .from(notices)
    .where(and(noticesFor(reader), before === undefined ? undefined : lt(notices.seq, before)))
    .orderBy(desc(notices.seq))
    .limit(limit);
}
