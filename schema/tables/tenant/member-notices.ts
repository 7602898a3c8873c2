import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { MemberTopic } from '../../domain/members/member-news.ts';

/**
 * What covered people with an account of their own are told, one row an event and reader, kept 90 days: numbers and states.
 * Apart from the staff's notices, so that neither is ever among the other's, and each is found by whose it is.
 */
export const memberNotices = sqliteTable(
  'member_notices',
  {
    enrolleeId: text('enrollee_id').notNull(),
    /** the journal's number */
    seq: integer().notNull(),
    at: integer().notNull(),
    topic: text().$type<MemberTopic>().notNull(),
    about: text().notNull(),
    what: text().notNull(),
    /** whose care or cover it is */
    personId: text('person_id').notNull(),
  },
  (notice) => [
    uniqueIndex('member_notices_of').on(notice.enrolleeId, notice.seq, notice.topic, notice.about),
    index('member_notices_at').on(notice.at),
  ],
);
