import { type SQL, sql } from 'drizzle-orm';
import type { Permission } from '../../schema/domain/permissions.ts';
import { notices } from '../../schema/tables/journal.ts';

/** Whoever looks at their bell. */
export interface NoticeReader {
  accountId: string;
  permissions: readonly Permission[];
  /** of a tenant's people: some notices are for those who may approve so much alone */
  tenantStaff?: boolean;
}

/** What the reader's role may approve alone of what a notice is about, in minor units: nothing where nobody has said. */
const kind = sql`'$.' || coalesce(${notices.data} ->> '$.limit', 'claim')`;
const ceiling = (accountId: string): SQL => sql`coalesce((
  select iif(limits ->> (${kind}) = 'unlimited', 9e15, limits ->> (${kind})) from approval_limits
  where holder = 'role:' || (select role_key from staff where account_id = ${accountId})), 0)`;

/**
 * The notices that somebody is told: by permission, less those that need a higher ceiling or are about their own doing; and
 * those that are for them by name (schema/domain/audience.ts).
 */
export function noticesFor({ accountId, permissions, tenantStaff = false }: NoticeReader): SQL {
  const own = ` ${accountId} `;
  const among = sql`(select value from json_each(${JSON.stringify(permissions)}))`;
  const enough = tenantStaff
    ? sql`and (${notices.data} ->> '$.needs' is null or ${notices.data} ->> '$.needs' <= ${ceiling(accountId)})`
    : sql``;
  return sql`((${notices.audience} in ${among} ${enough} and instr(coalesce(${notices.data} ->> '$.except', ''), ${own}) = 0)
    or instr(${notices.audience}, ${own}) > 0)`;
}
