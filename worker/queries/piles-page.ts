import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { PileFigures, PileKey } from '../../schema/domain/piles/pile.ts';
import { links } from '../../schema/tables/tenant/network.ts';
import { piles } from '../../schema/tables/tenant/piles.ts';
import type { Database } from './database.ts';

/** A pile as lists show it. */
export interface PileRow extends PileKey, PileFigures {
  facilityName: string;
}

/** Where a page of piles begins: after these figures of the last one shown. */
export type PileCursor = Pick<PileRow, 'flags' | 'undecided' | 'month' | 'facilityId'>;

/** Which piles are asked for; an empty text asks for any. */
export interface PilesAsked {
  month: string;
  facility: string;
  /** only piles of which something is open */
  open: boolean;
  sort: 'weight' | 'flags';
  after: PileCursor | null;
}

/** An amount as floating point: the client refuses an integer beyond what is exact. */
const amount = (column: SQLWrapper) => sql<number>`cast(${column} as real)`;

const columns = {
  facilityId: piles.facilityId,
  month: piles.month,
  claims: piles.claims,
  open: piles.open,
  queried: piles.queried,
  clean: piles.clean,
  flagged: piles.flagged,
  passed: piles.passed,
  rejected: piles.rejected,
  withdrawn: piles.withdrawn,
  claimed: amount(piles.claimed),
  recommended: amount(piles.recommended),
  approved: amount(piles.approved),
  undecided: amount(piles.undecided),
  flags: piles.flags,
  facilityName: sql<string>`coalesce(${links.name}, ${piles.facilityId})`,
};

const withNames = (db: Database) =>
  db.select(columns).from(piles).leftJoin(links, sql`${links.facilityId} = ${piles.facilityId}`);

const descending = (...by: SQL[]): SQL =>
  sql.join(
    by.map((each) => sql`${each} desc`),
    sql`, `,
  );

/** The columns of an order and, where the page begins, their values: each order has an index of its own. */
function orderOf({ sort, month, open, after }: PilesAsked): { by: SQL[]; from: SQL[] } {
  const last = [sql`${piles.month}`, sql`${piles.facilityId}`];
  const lastFrom = after ? [sql`${after.month}`, sql`${after.facilityId}`] : [];
  const weight = sql`${piles.undecided}`;
  const weightFrom = after ? [sql`${after.undecided}`] : [];
  if (sort === 'flags')
    return {
      by: [sql`${piles.flags}`, weight, ...last],
      from: after ? [sql`${after.flags}`, ...weightFrom, ...lastFrom] : [],
    };
  // All of them, decided ones as well: by month, newest first, because most of those weigh nothing.
  if (!open && month === '') {
    const [newest, facility] = last;
    const [month_from, facility_from] = lastFrom;
    return {
      by: [...(newest ? [newest] : []), weight, ...(facility ? [facility] : [])],
      from: [...(month_from ? [month_from] : []), ...weightFrom, ...(facility_from ? [facility_from] : [])],
    };
  }
  return { by: [weight, ...last], from: [...weightFrom, ...lastFrom] };
}

/** One page of the piles that are asked for, and where the next one begins. */
export async function pilesPage(
  db: Database,
  asked: PilesAsked,
  limit: number,
): Promise<{ rows: PileRow[]; next: PileCursor | null }> {
  const { by, from } = orderOf(asked);
  const filters: SQL[] = [
    ...(asked.open ? [sql`${piles.open} > 0`] : []),
    ...(asked.month === '' ? [] : [sql`${piles.month} = ${asked.month}`]),
    ...(asked.facility === '' ? [] : [sql`${piles.facilityId} = ${asked.facility}`]),
    ...(from.length === 0 ? [] : [sql`(${sql.join(by, sql`, `)}) < (${sql.join(from, sql`, `)})`]),
  ];
  const found = await withNames(db)
    .where(filters.length === 0 ? undefined : sql.join(filters, sql` and `))
    .orderBy(descending(...by))
    .limit(limit + 1);
  const rows = found.slice(0, limit);
  return { rows, next: found.length > limit ? (rows.at(-1) ?? null) : null };
}

/** Some piles, by key, in the order they are asked for; one that is not there is left out. */
export async function pilesByKey(db: Database, keys: readonly PileKey[]): Promise<PileRow[]> {
  if (keys.length === 0) return [];
  const named = JSON.stringify(keys.map(({ facilityId, month }) => [facilityId, month]));
  const found = await withNames(db).where(
    sql`(${piles.facilityId}, ${piles.month}) in (select value->>0, value->>1 from json_each(${named}))`,
  );
  const textOf = ({ facilityId, month }: PileKey) => `${facilityId} ${month}`;
  const byKey = new Map(found.map((row) => [textOf(row), row]));
  return keys.flatMap((key) => byKey.get(textOf(key)) ?? []);
}
