import { sql } from 'drizzle-orm';
import type { Database } from './database.ts';

const contacts_max = 10;

/** Whom a facility may write to: the tenant's people of provider relations. */
export function tenantContacts(db: Database): Promise<{ name: string; email: string }[]> {
  return db.all(sql`select name, email from staff
    where role_key = 'provider-relations' and state = 'ACTIVE' order by name limit ${contacts_max}`);
}
