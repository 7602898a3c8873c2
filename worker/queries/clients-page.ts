import { and, asc, gt, gte, isNotNull, isNull, like, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import type { CalendarDate } from '../../schema/domain/dates.ts';
import type { CoverState } from '../../schema/domain/members/cover-dates.ts';
import type { Client } from '../../schema/domain/members/enrollee.ts';
import { clientOfRow, clients } from '../../schema/tables/tenant/enrollees.ts';
import type { Database } from './database.ts';

/** Which clients are asked for. */
export interface ClientsAsked {
  /** the beginning of a name, or of a code */
  q: string;
  state: CoverState | '';
  today: CalendarDate;
  /** the code at which the page before ended */
  after: string;
  limit: number;
}

const { suspendedFrom, suspendedTo, coverTo, code, name } = clients;

/** Most clients are in force; the few that are not stand in an index of their own. */
function ofState(state: CoverState | '', today: CalendarDate): SQL | undefined {
  const ended = and(isNotNull(coverTo), lt(coverTo, today));
  const suspended = and(
    isNotNull(suspendedFrom),
    lte(suspendedFrom, today),
    or(isNull(suspendedTo), gt(suspendedTo, today)),
  );
  if (state === 'TERMINATED') return ended;
  if (state === 'SUSPENDED') return and(suspended, or(isNull(coverTo), gte(coverTo, today)));
  if (state === '' || state === 'PENDING') return undefined;
  return sql`not coalesce(${ended}, 0) and not coalesce(${suspended}, 0)`;
}

function searched(q: string): SQL | undefined {
  const text = q.trim().replaceAll(/[%_]/g, '');
  if (text === '') return undefined;
  const byCode = sql`select ${code} from ${clients} where ${code} >= ${text.toUpperCase()} and ${code} < ${`${text.toUpperCase()}\u{10ffff}`}`;
  const byName = sql`select ${code} from ${clients} where ${like(name, `${text}%`)}`;
  return sql`${code} in (${byCode} union ${byName})`;
}

/** One page of clients in the order of their codes, and whether there are more. */
export async function clientsPage(
  db: Database,
  { q, state, today, after, limit }: ClientsAsked,
): Promise<{ clients: Client[]; more: boolean }> {
  const rows = await db
    .select()
    .from(clients)
    .where(and(searched(q), ofState(state, today), after === '' ? undefined : gt(code, after)))
    .orderBy(asc(code))
    .limit(limit + 1);
  return { clients: rows.slice(0, limit).map(clientOfRow), more: rows.length > limit };
}

/** Clients to choose from, by name: the first of them, and those that can be enrolled under. */
export async function clientChoices(db: Database, limit: number): Promise<{ code: string; name: string }[]> {
  return db.select({ code, name }).from(clients).orderBy(sql`${name} collate nocase`).limit(limit);
}
