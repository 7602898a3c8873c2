import { type SQL, sql } from 'drizzle-orm';
import { clients } from '../../schema/tables/tenant/enrollees.ts';
import { plans } from '../../schema/tables/tenant/plans.ts';
import type { Database } from './database.ts';
import { facilityMeantText } from './facility-meant.ts';

/** A client by its code, else the first whose name begins so: names are looked through only then. */
function clientMeantText(typed: string): SQL<string | null> {
  const begins = `${typed.replaceAll(/[%_]/g, '')}%`;
  return sql`(select json_object('id', ${clients.code}, 'name', ${clients.name}) from ${clients} where ${clients.code} = coalesce(
    (select ${clients.code} from ${clients} where ${clients.code} = ${typed.toUpperCase()}),
    (select ${clients.code} from ${clients} where ${clients.name} like ${begins} order by ${clients.code} limit 1)))`;
}

const planMeantText = (typed: string): SQL<string | null> =>
  sql`(select json_object('id', ${plans.code}, 'name', ${plans.name}) from ${plans} where ${plans.code} = ${typed.toUpperCase()})`;

const nothing: SQL<string | null> = sql`null`;

/** What was chosen or typed of each; '' where nothing was. */
type Said = Record<'facility' | 'client' | 'plan', string>;

/** One row of what a filter's words mean, each to be read with `namedIn`. */
export function filterMeantRow(db: Database, { facility, client, plan }: Said) {
  return db
    .select({
      facility: facility === '' ? nothing : facilityMeantText(facility),
      client: client === '' ? nothing : clientMeantText(client),
      plan: plan === '' ? nothing : planMeantText(plan),
    })
    .from(sql`(select 1)`);
}
