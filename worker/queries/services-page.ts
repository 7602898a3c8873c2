import { and, asc, eq, gt, gte, lt, or, type SQL, sql } from 'drizzle-orm';
import { services } from '../../schema/tables/tenant/services.ts';
import type { Database } from './database.ts';
import { matchWords, startingWith } from './match-words.ts';

/** A service as its row says. */
export type ServiceRow = typeof services.$inferSelect;

/** Which services are asked for; left empty: whichever. */
export interface ServicesAsked {
  typed: string;
  group: string;
  active: boolean | null;
  /** the code after which the page starts */
  after: string;
}

const limit = 50;
const consideredMax = 400;

function typedFilter(typed: string): SQL | undefined {
  const prefix = typed.trim().toUpperCase();
  if (prefix === '') return undefined;
  const [from, before] = startingWith(prefix);
  const byCode = and(gte(services.code, from), lt(services.code, before));
  const match = matchWords(typed);
  if (match === null) return byCode;
  const among = sql`${services.id} in (select rowid from services_text where services_text match ${match} limit ${consideredMax})`;
  return or(byCode, among);
}

/** One page of services in the order of their codes, and the code after which the next one starts. */
export async function servicesPage(
  db: Database,
  { typed, group, active, after }: ServicesAsked,
): Promise<{ services: ServiceRow[]; next: string | null }> {
  const found = await db
    .select()
    .from(services)
    .where(
      and(
        gt(services.code, after),
        typedFilter(typed),
        group === '' ? undefined : eq(services.group, group),
        active === null ? undefined : sql`${services.active} = ${sql.raw(active ? '1' : '0')}`,
      ),
    )
    .orderBy(asc(services.code))
    .limit(limit + 1);
  const page = found.slice(0, limit);
  return { services: page, next: found.length > limit ? (page.at(-1)?.code ?? null) : null };
}
