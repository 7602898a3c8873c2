import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import type { LinkState } from '../../schema/domain/network/link.ts';
import { linkCounts as counted, links } from '../../schema/tables/tenant/network.ts';
import type { Database } from './database.ts';
import { matchWords } from './match-words.ts';

/** Which links are asked for; an empty state asks for all, an empty text for none in particular. */
export interface LinksAsked {
  state: LinkState | '';
  q: string;
  after: { name: string; id: string } | null;
}

const considered_max = 400;

/** One page of a tenant's links by name, and where the next one starts. */
export async function linksPage(db: Database, { state, q, after }: LinksAsked, limit: number) {
  const match = matchWords(q);
  if (q.trim() !== '' && match === null) return { rows: [], next: null };
  const filters: (SQL | undefined)[] = [
    state === '' ? undefined : eq(links.state, state),
    match === null
      ? undefined
      : sql`${links.facilityId} in (select facility_id from link_words where id in
          (select rowid from link_words_text where link_words_text match ${match} limit ${considered_max}))`,
    after === null ? undefined : sql`(${links.name}, ${links.facilityId}) > (${after.name}, ${after.id})`,
  ];
  const found = await db
    .select({
      facilityId: links.facilityId,
      externalId: links.externalId,
      name: links.name,
      profile: links.profile,
      state: links.state,
      askedBy: links.askedBy,
      askedAt: links.askedAt,
      inForce: links.inForce,
    })
    .from(links)
    .where(and(...filters))
    .orderBy(asc(links.name), asc(links.facilityId))
    .limit(limit + 1);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return { rows, next: found.length > limit && last ? { name: last.name, id: last.facilityId } : null };
}

/** How many links stand in each state. */
export async function linkCounts(db: Database): Promise<Partial<Record<LinkState, number>>> {
  const rows = await db.select().from(counted);
  return Object.fromEntries(rows.map((row) => [row.state, row.links]));
}
