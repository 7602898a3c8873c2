import { sql } from 'drizzle-orm';
import type { ApprovalLimits } from '../../schema/domain/limits/approval-limits.ts';
import type { Permission } from '../../schema/domain/permissions.ts';
import type { Database } from './database.ts';

/** A role with what it may approve alone, and how many people have it. */
export interface LimitedRole {
  key: string;
  name: string;
  permissions: readonly Permission[];
  limits: ApprovalLimits;
  people: number;
}

const roles_max = 200;

/** Every role with its limits, by name: a small table. */
export async function roleLimits(db: Database): Promise<LimitedRole[]> {
  const rows = await db.all<Record<'key' | 'name' | 'permissions' | 'limits', string> & { people: number }>(
    sql`select r.key, r.name, r.permissions, coalesce(l.limits, '{}') limits,
        (select count(*) from staff s where s.role_key = r.key and s.state = 'ACTIVE') people
      from roles r left join approval_limits l on l.holder = 'role:' || r.key order by r.name limit ${roles_max}`,
  );
  return rows.map(({ key, name, permissions, limits, people }) => {
    const may: Permission[] = JSON.parse(permissions);
    const given: ApprovalLimits = JSON.parse(limits);
    return { key, name, permissions: may, limits: given, people };
  });
}
