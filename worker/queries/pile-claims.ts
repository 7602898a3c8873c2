import { type SQL, sql } from 'drizzle-orm';
import type { PileKey } from '../../schema/domain/piles/pile.ts';
import { claims } from '../../schema/tables/tenant/claims.ts';
import { claimRowColumns } from './claim-rows.ts';
import type { Database } from './database.ts';

const columns = {
  ...claimRowColumns,
  rankAt: claims.rankAt,
  risk: claims.risk,
  recommended: sql<number | null>`${claims.body}->>'$.recommended.approved'`,
  passes: sql<number | null>`${claims.body}->>'$.recommended.clean'`,
  held: sql<number | null>`json_array_length(${claims.body}, '$.holds')`,
  flags: sql<number>`(select count(*) from json_each(${claims.body}, '$.flags') where value->>'state' = 'OPEN')`,
};

/** A claim as a pile's page shows it. */
export type PileClaim = Awaited<ReturnType<typeof pileClaimsById>>[number];

/** These claims, by primary key, in no order. */
export async function pileClaimsById(db: Database, ids: readonly number[]) {
  const named = JSON.stringify(ids);
  return db.select(columns).from(claims).where(sql`${claims.id} in (select value from json_each(${named}))`);
}

/** Where a page of a pile begins, in rank order: those that are not ranked yet stand before the others. */
export interface RankCursor {
  rankAt: number | null;
  id: number;
}

function beyond({ rankAt, id }: RankCursor): SQL {
  const { rankAt: rank, id: own } = claims;
  if (rankAt === null) return sql`(${rank} is not null or ${own} > ${id})`;
  return sql`(${rank}, ${own}) > (${rankAt}, ${id})`;
}

/** The pile's claims in rank order, those that are decided with them, or those alone. */
export async function pileClaims(
  db: Database,
  { facilityId, month }: PileKey,
  { decided, after, limit }: { decided: boolean; after: RankCursor | null; limit: number },
): Promise<{ rows: PileClaim[]; next: RankCursor | null }> {
  const filters = [
    sql`${claims.facilityId} = ${facilityId}`,
    sql`${claims.billingMonth} = ${month}`,
    ...(decided ? [sql`${claims.state} in ('APPROVED', 'REJECTED', 'SETTLED')`] : []),
    ...(after === null ? [] : [beyond(after)]),
  ];
  const found = await db
    .select(columns)
    .from(claims)
    .where(sql.join(filters, sql` and `))
    .orderBy(claims.rankAt, claims.id)
    .limit(limit + 1);
  const rows = found.slice(0, limit);
  return { rows, next: found.length > limit ? (rows.at(-1) ?? null) : null };
}
