import { sql } from 'drizzle-orm';
import { notices } from '../../schema/tables/journal.ts';
import type { Database } from './database.ts';
import { type NoticeReader, noticesFor } from './notices-for.ts';

/** The bell shows `99+` beyond it, so nothing more is counted. */
const countedMax = 100;

/** One row of what a person has not seen yet. */
export function unreadRow(db: Database, reader: NoticeReader) {
  const seen = sql`coalesce((select seq from notice_marks where account_id = ${reader.accountId}), 0)`;
  return db
    .select({
      seen: sql<number>`${seen}`,
      unread: sql<number>`(select count(*) from (select 1 from ${notices} where ${notices.seq} > ${seen} and ${noticesFor(reader)} limit ${countedMax}))`,
    })
    .from(sql`(select 1)`);
}

/** What a person has not seen yet: how many (100: that many or more) and the last number they have. */
export async function unreadNotices(
  db: Database,
  reader: NoticeReader,
): Promise<{ unread: number; seen: number }> {
  const [row] = await unreadRow(db, reader);
  return row ?? { unread: 0, seen: 0 };
}
