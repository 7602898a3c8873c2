import { and, desc, inArray, lt } from 'drizzle-orm';
import type { Permission } from '../../schema/domain/permissions.ts';
import { notices } from '../../schema/tables/journal.ts';
import type { Database } from './database.ts';

/** Notices for whoever has these permissions, newest first; `before` is the number where the last page ended. */
export async function noticesPage(
  db: Database,
  { permissions, before, limit }: { permissions: readonly Permission[]; before?: number; limit: number },
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
    .where(
      and(
        inArray(notices.audience, [...permissions]),
        before === undefined ? undefined : lt(notices.seq, before),
      ),
    )
    .orderBy(desc(notices.seq))
    .limit(limit);
}
