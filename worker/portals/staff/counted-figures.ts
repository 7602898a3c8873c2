import type { Context } from 'hono';
import type { Lease } from '../../../durable-objects/actor/live-event.ts';
import { openStates } from '../../../schema/domain/claims/claim.ts';
import { ageBands, ageBandWords, daysOfBand } from '../../../schema/domain/dashboard/age-bands.ts';
import { dueSoon_hours, straight_days } from '../../../schema/domain/dashboard/figures.ts';
import { addDays, type CalendarDate, dateIn, momentIn } from '../../../schema/domain/dates.ts';
import { stateWords } from '../../../views/claims/state-badge.tsx';
import type { CountedRow } from '../../../views/hmo/counted-page.tsx';
import { tenantActor } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import { claimsById } from '../../queries/claims-by-id.ts';
import {
  type CountedCursor,
  claimsDecidedBy,
  proposedClaims,
  type Span,
  waitingClaims,
} from '../../queries/counted-claims.ts';
import { ownCeiling } from '../../queries/own-ceiling.ts';
import { staffName } from '../../queries/staff-name.ts';
import type { StaffDesk } from './desk.ts';

type Query = Readonly<Record<string, string>>;
type Found = Awaited<ReturnType<typeof waitingClaims>>;

/** What a figure's page shows: its words, the filter in its address, one page of claims. */
export interface Counted {
  title: string;
  order: string;
  query: Query;
  proposals: 'all' | 'mine' | null;
  rows: CountedRow[];
  next: string | null;
}

const pageRows = 50;

function readCursor(text: string | undefined): CountedCursor | null {
  const [, at, id] = /^(-?\d{1,15})\.(\d{1,15})$/.exec(text ?? '') ?? [];
  return at === undefined ? null : { at: Number(at), id: Number(id) };
}

/** The moments of the days from one to another, as the tenant counts them. */
function spanOf(zone: string, from: CalendarDate | null, to: CalendarDate | null): Span {
  return {
    from: from === null ? null : momentIn(zone, `${from}T00:00`),
    before: to === null ? null : momentIn(zone, `${addDays(to, 1)}T00:00`),
  };
}

async function paged(c: Context<AppEnv>, found: Found): Promise<{ rows: CountedRow[]; next: string | null }> {
  const shown = found.slice(0, pageRows);
  const held = await tenantActor(c).leases(
    shown.filter(({ state }) => state === 'IN_REVIEW').map(({ id }) => id),
  );
  const holders = new Map(held.map(({ id, lease }) => [id, lease.name]));
  const last = shown.at(-1);
  return {
    rows: shown.map((row) => ({ ...row, holder: holders.get(row.id) ?? null })),
    next: last && found.length > pageRows ? `${last.at}.${last.id}` : null,
  };
}

async function backlog(c: Context<AppEnv>, { db, zone, now }: StaffDesk, query: Query): Promise<Counted> {
  const state = openStates.find((each) => each === query.state) ?? 'RECEIVED';
  const band = ageBands.find((each) => each === query.band) ?? 'today';
  const { from, to } = daysOfBand(band, dateIn(zone, now));
  const asked = { state, span: spanOf(zone, from, to), after: readCursor(query.after), limit: pageRows + 1 };
  return {
    title: `${stateWords(state)}: came in ${ageBandWords[band].toLowerCase()}${band === 'today' ? '' : ' ago'}`,
    order: 'The oldest first',
    query: { figure: 'backlog', state, band },
    proposals: null,
    ...(await paged(c, await waitingClaims(db, asked))),
  };
}

async function decided(c: Context<AppEnv>, { db, zone, now }: StaffDesk, query: Query): Promise<Counted> {
  const by = (query.by ?? '').slice(0, 40);
  const span = spanOf(zone, dateIn(zone, now), null);
  const asked = { by, straight: false, span, after: readCursor(query.after), limit: pageRows + 1 };
  const [name, found] = await Promise.all([staffName(db, by), claimsDecidedBy(db, asked)]);
  return {
    title: `Decided today by ${name ?? 'nobody of this name'}`,
    order: 'The latest first',
    query: { figure: 'decided', by },
    proposals: null,
    ...(await paged(c, found)),
  };
}

async function straight(c: Context<AppEnv>, { db, zone, now }: StaffDesk, query: Query): Promise<Counted> {
  const since = query.since === 'month' ? 'month' : 'today';
  const today = dateIn(zone, now);
  const from = since === 'today' ? today : addDays(today, 1 - straight_days);
  const asked = { by: 'system', straight: true, after: readCursor(query.after), limit: pageRows + 1 };
  const found = await claimsDecidedBy(db, { ...asked, span: spanOf(zone, from, null) });
  return {
    title: since === 'today' ? 'Straight-through today' : `Straight-through in ${straight_days} days`,
    order: 'The latest first',
    query: { figure: 'straight', since },
    proposals: null,
    ...(await paged(c, found)),
  };
}

async function proposals(
  c: Context<AppEnv>,
  { db }: StaffDesk,
  query: Query,
  mine: boolean,
): Promise<Counted> {
  const { id: accountId } = c.var.principal;
  const by = mine ? { accountId, ceiling: await ownCeiling(db, accountId) } : null;
  const found = await proposedClaims(db, { by, after: readCursor(query.after), limit: pageRows + 1 });
  return {
    title: 'Proposals',
    order: 'They wait for a second person; the most urgent first',
    query: { figure: mine ? 'confirmable' : 'proposals' },
    proposals: mine ? 'mine' : 'all',
    ...(await paged(c, found)),
  };
}

async function soon(c: Context<AppEnv>, { db }: StaffDesk, query: Query): Promise<Counted> {
  const after = query.after === undefined ? {} : { after: query.after.slice(0, 40) };
  const page = await tenantActor(c).queuePage({ dueWithinHours: dueSoon_hours, limit: pageRows, ...after });
  const places = new Map(page.rows.map((row, nth) => [row.id, { nth, lease: row.lease }]));
  const found = await claimsById(db, [...places.keys()]);
  const holderOf = (id: number): Lease | null => places.get(id)?.lease ?? null;
  const nth = (id: number) => places.get(id)?.nth ?? 0;
  return {
    title: `Due within ${dueSoon_hours} working hours`,
    order: 'The most urgent first',
    query: { figure: 'soon' },
    proposals: null,
    rows: found
      .sort((a, b) => nth(a.id) - nth(b.id))
      .map((row) => ({ ...row, holder: holderOf(row.id)?.name ?? null, proposed: null, proposedBy: null })),
    next: page.next,
  };
}

/** The claims that a figure of the dashboard counts; null: there is no such figure. */
export function countedBy(c: Context<AppEnv>, desk: StaffDesk, query: Query): Promise<Counted> | null {
  switch (query.figure) {
    case 'backlog':
      return backlog(c, desk, query);
    case 'decided':
      return decided(c, desk, query);
    case 'straight':
      return straight(c, desk, query);
    case 'soon':
      return soon(c, desk, query);
    case 'proposals':
    case 'confirmable':
      return proposals(c, desk, query, query.figure === 'confirmable');
    default:
      return null;
  }
}
