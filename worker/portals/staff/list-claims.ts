import type { Context } from 'hono';
import type { Counts, Lease } from '../../../durable-objects/actor/live-event.ts';
import type { QueueRow as QueuePlace, QueueQuestion } from '../../../durable-objects/tenant/queue.ts';
import { claimIdOf } from '../../../schema/domain/ids.ts';
import { defaultCalendar } from '../../../schema/domain/working-time.ts';
import type { QueueFilter } from '../../../views/hmo/queue-filter.ts';
import { statesOf } from '../../../views/hmo/queue-tabs.ts';
import { tenantActor } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import { claimsById } from '../../queries/claims-by-id.ts';
import { claimsDecidedSince } from '../../queries/claims-decided-since.ts';
import { claimsOfMember } from '../../queries/claims-of-member.ts';
import { claimsOfSender } from '../../queries/claims-of-sender.ts';
import type { Database } from '../../queries/database.ts';
import { type NewestClaims, newestClaims } from '../../queries/newest-claims.ts';
import { tenantSettings } from '../../queries/tenant-settings.ts';
import { firstDay, periodStart } from './period-start.ts';

type Row = Awaited<ReturnType<typeof claimsById>>[number];

/** A claim of a list, who has it, and where it stands among the open ones that has been asked for in that order. */
export interface ListedClaim extends Row {
  holder: string | null;
  standing?: Pick<QueuePlace, 'rankAt' | 'openFlags' | 'held'>;
}

/** One page of a list, and the cursor of the next. */
export interface ListedClaims {
  rows: ListedClaim[];
  next: string | null;
  /** how the claims stand, as of a journal number older than the rows: what is newer comes live */
  counts: Counts;
}

const pageRows = 50;

async function withHolders(c: Context<AppEnv>, rows: readonly Row[]): Promise<ListedClaim[]> {
  const held = await tenantActor(c).leases(
    rows.filter((row) => row.state === 'IN_REVIEW').map((row) => row.id),
  );
  const holders = new Map(held.map(({ id, lease }) => [id, lease.name]));
  return rows.map((row) => ({ ...row, holder: holders.get(row.id) ?? null }));
}

/** A filter as the actor is asked. */
function questionOf(filter: QueueFilter, account: string, limit: number): QueueQuestion {
  const { view, state, facility, client, plan, risk, due, held, flagged, after } = filter;
  return {
    limit,
    states: state === '' ? [...(statesOf[view] ?? [])] : [state],
    ...(facility === '' ? {} : { facilityId: facility }),
    ...(client === '' ? {} : { clientCode: client }),
    ...(plan === '' ? {} : { planCode: plan }),
    ...(risk === '' ? {} : { riskMin: Number(risk) }),
    ...(view === 'mine' ? { mine: account } : {}),
    ...(view === 'late' || due === 'late' ? { late: true } : due === 'soon' ? { soon: true } : {}),
    ...(held ? { held } : {}),
    ...(flagged ? { flagged } : {}),
    ...(after === '' ? {} : { after }),
  };
}

/** The open claims that a filter asks for, most urgent first. */
export async function rankedClaims(
  c: Context<AppEnv>,
  db: Database,
  filter: QueueFilter,
  limit = pageRows,
): Promise<ListedClaims> {
  const question = questionOf(filter, c.var.principal.id, limit);
  const { rows: places, next, counts } = await tenantActor(c).queuePage(question);
  const found = await claimsById(
    db,
    places.map((place) => place.id),
  );
  const byId = new Map(found.map((row) => [row.id, row]));
  const rows = places.flatMap((place) => {
    const row = byId.get(place.id);
    const { state, rankAt, openFlags, held } = place;
    const lease: Lease | null = place.lease;
    return row === undefined
      ? []
      : [{ ...row, state, holder: lease?.name ?? null, standing: { rankAt, openFlags, held } }];
  });
  return { rows, next, counts };
}

const zoneOf = async (db: Database): Promise<string> =>
  (await tenantSettings(db))?.calendar.zone ?? defaultCalendar.zone;

type Which = Pick<NewestClaims, 'before' | 'facilityId' | 'limit'>;

async function received(db: Database, which: Which, since: QueueFilter['since']): Promise<Row[]> {
  if (since === '') return newestClaims(db, which);
  const submittedSince = periodStart(await zoneOf(db), Date.now(), since);
  return newestClaims(db, { ...which, submittedSince });
}

async function decided(db: Database, which: Which, since: QueueFilter['since']): Promise<Row[]> {
  if (since !== '') {
    const zone = await zoneOf(db);
    return claimsDecidedSince(db, { ...which, zone, day: firstDay(zone, Date.now(), since) });
  }
  const found = await Promise.all([
    newestClaims(db, { ...which, state: 'APPROVED' }),
    newestClaims(db, { ...which, state: 'REJECTED' }),
  ]);
  return found
    .flat()
    .sort((a, b) => b.id - a.id)
    .slice(0, which.limit);
}

async function newest(
  c: Context<AppEnv>,
  db: Database,
  { view, facility, since, after }: QueueFilter,
): Promise<ListedClaims> {
  const counts = await tenantActor(c).counts();
  const before = /^\d{1,15}$/.test(after) ? { before: Number(after) } : {};
  const which = { ...before, ...(facility === '' ? {} : { facilityId: facility }), limit: pageRows + 1 };
  const found = await (view === 'all' ? received(db, which, since) : decided(db, which, since));
  const shown = found.slice(0, pageRows);
  return {
    rows: await withHolders(c, shown),
    next: found.length > pageRows ? String(shown.at(-1)?.id) : null,
    counts,
  };
}

/** By a member id, or by the id that the sender gave it: whichever knows the text. */
async function foundBy(db: Database, q: string): Promise<Row[]> {
  const [ofMember, ofSender] = await Promise.all([
    claimsOfMember(db, q, pageRows),
    claimsOfSender(db, q, pageRows),
  ]);
  return [...ofMember, ...ofSender].slice(0, pageRows);
}

async function searched(c: Context<AppEnv>, db: Database, q: string): Promise<ListedClaims> {
  const counts = await tenantActor(c).counts();
  const id = claimIdOf(q.toUpperCase());
  const found = id === null ? await foundBy(db, q) : await claimsById(db, [id]);
  return { rows: await withHolders(c, found), next: null, counts };
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
