import { type SQL, sql } from 'drizzle-orm';
import { links } from '../../schema/tables/tenant/network.ts';
import type { Database } from './database.ts';
import { type Named, namedIn } from './named.ts';

/** The linked facility of this id, else the first by name whose name holds what was typed: names are looked through only then. */
export const facilityMeantText = (typed: string): SQL<string | null> =>
  sql`(select json_object('id', ${links.facilityId}, 'name', ${links.name}) from ${links} where ${links.facilityId} = coalesce(
    (select ${links.facilityId} from ${links} where ${links.facilityId} = ${typed}),
    (select ${links.facilityId} from ${links} where instr(lower(${links.name}), lower(${typed})) > 0 order by ${links.name} limit 1)))`;

/** The facility that is meant; null: none is. */
export async function facilityMeant(db: Database, typed: string): Promise<Named | null> {
  const [row] = await db.select({ text: facilityMeantText(typed) }).from(sql`(select 1)`);
  return namedIn(row?.text);
}
