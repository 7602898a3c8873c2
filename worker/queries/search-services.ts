import { and, asc, eq, gte, lt, sql } from 'drizzle-orm';
import { services } from '../../schema/tables/tenant/services.ts';
import type { Database } from './database.ts';
import { matchWords, startingWith } from './match-words.ts';

/** A service that can be billed. `price`: the tenant's standard one in minor units. */
export interface FoundService {
  code: string;
  name: string;
  price: number | null;
}

const columns = { code: services.code, name: services.name, price: services.price };
const consideredMax = 400;

/** A tenant's active services by code or by words: codes that begin so first, then names that hold every word. */
export async function searchServices(db: Database, typed: string, limit = 20): Promise<FoundService[]> {
  const prefix = typed.trim().toUpperCase();
  if (prefix === '') return [];
  const [from, before] = startingWith(prefix);
  const byCode = and(gte(services.code, from), lt(services.code, before), eq(services.active, true));
  const match = matchWords(typed);
  const among = sql`${services.id} in (select rowid from services_text where services_text match ${match} limit ${consideredMax})`;
  const [coded, named] = await Promise.all([
    db.select(columns).from(services).where(byCode).orderBy(asc(services.code)).limit(limit),
    match === null
      ? []
      : db
          .select(columns)
          .from(services)
          .where(and(among, eq(services.active, true)))
          .orderBy(sql`length(${services.name}), ${services.code}`)
          .limit(limit),
  ]);
  const known = new Set(coded.map(({ code }) => code));
  return [...coded, ...named.filter(({ code }) => !known.has(code))].slice(0, limit);
}
