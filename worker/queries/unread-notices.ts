import { sql } from 'drizzle-orm';
import type { Permission } from '../../schema/domain/permissions.ts';
import type { Database } from './database.ts';

/** The bell shows `99+` beyond it, so nothing more is counted. */
const countedMax = 100;

/** What a person has not seen yet: how many (100: that many or more) and the last number they have. */
export async function unreadNotices(
  db: Database,
  { accountId, permissions }: { accountId: string; permissions: readonly Permission[] },
): Promise<{ unread: number; seen: number }> {
  const seen = sql`coalesce((select seq from notice_marks where account_id = ${accountId}), 0)`;
  const among = sql`(select value from json_each(${JSON.stringify(permissions)}))`;
  const [row] = await db
    .select({
      seen: sql<number>`${seen}`,
      unread: sql<number>`(select count(*) from (select 1 from notices where seq > ${seen} and audience in ${among} limit ${countedMax}))`,
    })
    .from(sql`(select 1)`);
  return row ?? { unread: 0, seen: 0 };
}
