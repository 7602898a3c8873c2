import type { Client } from '@libsql/client/web';
import { and, asc, eq, gt, inArray, lte, max, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/libsql/web';
import type { Moment } from '../../schema/domain/dates.ts';
import { journal } from '../../schema/tables/journal.ts';
import { claims } from '../../schema/tables/tenant/claims.ts';
import { links } from '../../schema/tables/tenant/network.ts';

/** Entries of the journal after a number. */
export interface EventsAsked {
  after: number;
  limit: number;
  actions: readonly string[];
  /** only what is about this facility's claims */
  facilityId: string | null;
}

/** An entry without what is sealed in it. */
export interface JournalEvent {
  seq: number;
  at: Moment;
  action: string;
  /** JSON of figures, ids and states */
  data: string;
  /** the integrator's id of the facility that `data` names */
  facilityExternalId: string | null;
}

/** How many entries one request looks at: numbers have no gaps, so this bounds its work whatever it looks for. */
const examined_max = 5_000;

/** One page of events, and the number after which the next one starts. */
export async function eventsPage(
  tenant: Client,
  asked: EventsAsked,
): Promise<{ events: JournalEvent[]; next: number; more: boolean }> {
  const db = drizzle(tenant);
  const until = asked.after + examined_max;
  const entries = db
    .select({
      seq: journal.seq,
      at: journal.at,
      action: journal.action,
      data: journal.data,
      facilityExternalId: links.externalId,
    })
    .from(journal)
    .leftJoin(links, eq(links.facilityId, sql`json_extract(${journal.data}, '$.outcome.facilityId')`));
  const within = and(
    gt(journal.seq, asked.after),
    lte(journal.seq, until),
    inArray(journal.action, [...asked.actions]),
  );
  // `claim:123`: the running number starts at the seventh character.
  const claimId = sql`cast(substr(${journal.subject}, 7) as integer)`;
  const { facilityId } = asked;
  const page =
    facilityId === null
      ? entries.where(within)
      : entries
          .innerJoin(claims, eq(claims.id, claimId))
          .where(and(within, eq(claims.facilityId, facilityId), sql`${journal.subject} like 'claim:%'`));
  const [rows, [end]] = await db.batch([
    page.orderBy(asc(journal.seq)).limit(asked.limit + 1),
    db.select({ head: max(journal.seq) }).from(journal),
  ]);
  const events = rows.slice(0, asked.limit);
  const last = events.at(-1);
  if (rows.length > asked.limit && last) return { events, next: last.seq, more: true };
  const head = end?.head ?? 0;
  return { events, next: Math.max(asked.after, Math.min(until, head)), more: until < head };
}
