import { sql } from 'drizzle-orm';
import { type ClaimState, openStates } from '../../schema/domain/claims/claim.ts';
import type { Moment } from '../../schema/domain/dates.ts';
import type { Database } from './database.ts';

/** When the most urgent claim of each open state is due: one look-up by index for each. Null: none, or its clock stands. */
export async function mostUrgentDue(db: Database): Promise<Partial<Record<ClaimState, Moment | null>>> {
  const each = openStates.map(
    (state) => sql`(select due_at from claims where state = ${state}
      and state in ('SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'QUERIED', 'RESUBMITTED') order by rank_at, id limit 1)`,
  );
  const [row] = await db
    .select({ due: sql<string>`json_array(${sql.join(each, sql`, `)})` })
    .from(sql`(select 1)`);
  const found: unknown = JSON.parse(row?.due ?? '[]');
  const moments = Array.isArray(found) ? found : [];
  return Object.fromEntries(openStates.map((state, index) => [state, moments[index] ?? null]));
}
