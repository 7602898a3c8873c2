import type { Context } from 'hono';
import type { Lease } from '../../../durable-objects/actor/live-event.ts';
import type { QueueQuestion } from '../../../durable-objects/tenant/queue.ts';
import { claimIdOf } from '../../../schema/domain/ids.ts';
import { defaultCalendar } from '../../../schema/domain/working-time.ts';
import type { QueueFilter } from '../../../views/hmo/queue-filters.tsx';
import type { QueueRow } from '../../../views/hmo/queue-row.tsx';
import { statesOf } from '../../../views/hmo/queue-tabs.ts';
import { tenantActor } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import { claimsById } from '../../queries/claims-by-id.ts';
import { claimsOfMember } from '../../queries/claims-of-member.ts';
import type { Database } from '../../queries/database.ts';
import { newestClaims } from '../../queries/newest-claims.ts';
import { tenantSettings } from '../../queries/tenant-settings.ts';
import { periodStart } from './period-start.ts';

/** One page of a list, and the cursor of the next. */
export interface ListedClaims {
  rows: QueueRow[];
  next: string | null;
  /** the journal's number, older than the rows: what is newer comes live */
  seq: number;
}

type Row = Awaited<ReturnType<typeof claimsById>>[number];
const pageRows = 50;

async function withHolders(c: Context<AppEnv>, rows: readonly Row[]): Promise<QueueRow[]> {
  const held = await tenantActor(c).leases(
    rows.filter((row) => row.state === 'IN_REVIEW').map((row) => row.id),
  );
  const holders = new Map(held.map(({ id, lease }) => [id, lease.name]));
  return rows.map((row) => ({ ...row, holder: holders.get(row.id) ?? null }));
}

/** The open claims that a filter asks for, most urgent first. */
export async function rankedClaims(
  c: Context<AppEnv>,
  db: Database,
  filter: QueueFilter,
  limit = pageRows,
): Promise<ListedClaims> {
  const question: QueueQuestion = { limit, states: [...(statesOf[filter.view] ?? [])] };
  if (filter.state !== '') question.states = [filter.state];
  if (filter.facility !== '') question.facilityId = filter.facility;
  if (filter.view === 'mine') question.mine = c.var.principal.id;
  if (filter.view === 'late') question.late = true;
  if (filter.after !== '') question.after = filter.after;
  const { rows: places, next, seq } = await tenantActor(c).queuePage(question);
  const found = await claimsById(
    db,
    places.map((place) => place.id),
  );
  const byId = new Map(found.map((row) => [row.id, row]));
  const rows = places.flatMap((place) => {
    const row = byId.get(place.id);
    const lease: Lease | null = place.lease;
    return row === undefined ? [] : [{ ...row, state: place.state, holder: lease?.name ?? null }];
  });
  return { rows, next, seq };
}

const zoneOf = async (db: Database): Promise<string> =>
  (await tenantSettings(db))?.calendar.zone ?? defaultCalendar.zone;

async function newest(
  c: Context<AppEnv>,
  db: Database,
  { view, facility, since, after }: QueueFilter,
): Promise<ListedClaims> {
  const { seq } = await tenantActor(c).counts();
  const before = /^\d{1,15}$/.test(after) ? { before: Number(after) } : {};
  const start = since === '' ? null : periodStart(await zoneOf(db), Date.now(), since);
  const which = {
    ...before,
    ...(facility === '' ? {} : { facilityId: facility }),
    ...(start === null ? {} : view === 'all' ? { submittedSince: start } : { decidedSince: start }),
    limit: pageRows + 1,
  };
  const found =
    view === 'all'
      ? await newestClaims(db, which)
      : (
          await Promise.all([
            newestClaims(db, { ...which, state: 'APPROVED' }),
            newestClaims(db, { ...which, state: 'REJECTED' }),
          ])
        )
          .flat()
          .sort((a, b) => b.id - a.id)
          .slice(0, pageRows + 1);
  const shown = found.slice(0, pageRows);
  return {
    rows: await withHolders(c, shown),
    next: found.length > pageRows ? String(shown.at(-1)?.id) : null,
    seq,
  };
}

async function searched(c: Context<AppEnv>, db: Database, q: string): Promise<ListedClaims> {
  const { seq } = await tenantActor(c).counts();
  const id = claimIdOf(q.toUpperCase());
  const found = id === null ? await claimsOfMember(db, q, pageRows) : await claimsById(db, [id]);
  return { rows: await withHolders(c, found), next: null, seq };
}

/** The claims that a filter asks for: a search finds any; open ones stand in rank order, others newest first. */
export async function listClaims(
  c: Context<AppEnv>,
  db: Database,
  filter: QueueFilter,
): Promise<ListedClaims> {
  if (filter.q !== '') return searched(c, db, filter.q);
  if (filter.view === 'all' || filter.view === 'decided') return newest(c, db, filter);
  return rankedClaims(c, db, filter);
}
