import { sql } from 'drizzle-orm';
import type { Database } from './database.ts';

const listed_max = 500;

/** The tenant's own people who may review claims, by name. */
export async function reviewers(db: Database): Promise<{ accountId: string; name: string }[]> {
  return db.all<{ accountId: string; name: string }>(
    sql`select s.account_id as "accountId", s.name from roles r join staff s on s.role_key = r.key
      where s.state = 'ACTIVE' and exists (select 1 from json_each(r.permissions) p where p.value = 'claim.review')
      order by s.name limit ${listed_max}`,
  );
}
