import { and, desc, eq, gt, inArray, lt, type SQL, sql } from 'drizzle-orm';
import { day_ms, type Moment } from '../../schema/domain/dates.ts';
import { memberNotices } from '../../schema/tables/tenant/member-notices.ts';
import type { Database } from './database.ts';

/** Notices are shown so long, whether or not the older ones are deleted yet. */
const shown_ms = 90 * day_ms;
/** The bell shows `99+` beyond it, so nothing more is counted. */
const counted_max = 100;

/** Whose notices, and about whom: of a dependant who has come of age meanwhile their principal sees nothing any more. */
export interface MyNoticesOf {
  own: string;
  seen: readonly string[];
  now: Moment;
}

const mine = ({ own, seen, now }: MyNoticesOf): SQL | undefined =>
  and(
    eq(memberNotices.enrolleeId, own),
    inArray(memberNotices.personId, [...seen]),
    gt(memberNotices.at, now - shown_ms),
  );

/** What somebody was told of, newest first; `before` is the number where the last page ended. */
export const myNotices = (db: Database, of: MyNoticesOf, page: { before: number | null; limit: number }) =>
  db
    .select()
    .from(memberNotices)
    .where(and(mine(of), page.before === null ? undefined : lt(memberNotices.seq, page.before)))
    .orderBy(desc(memberNotices.seq))
    .limit(page.limit);

/** How many of them somebody has not seen yet (100: that many or more), and the last number they have. */
export async function myUnread(db: Database, of: MyNoticesOf): Promise<{ unread: number; seenUpTo: number }> {
  const seenUpTo = sql`coalesce((select seq from notice_marks where account_id = ${of.own}), 0)`;
  const [row] = await db
    .select({
      seenUpTo: sql<number>`${seenUpTo}`,
      unread: sql<number>`(select count(*) from (select 1 from ${memberNotices}
        where ${mine(of)} and ${memberNotices.seq} > ${seenUpTo} limit ${counted_max}))`,
    })
    .from(sql`(select 1)`);
  return row ?? { unread: 0, seenUpTo: 0 };
}
