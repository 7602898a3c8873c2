import type { Context } from 'hono';
import { isBillingMonth, type PileKey } from '../../../../schema/domain/piles/pile.ts';
import {
  type ListedPile,
  type PilesFilter,
  PilesPage,
  pileSorts,
} from '../../../../views/hmo/piles/piles-page.tsx';
import { tenantActor } from '../../../command.ts';
import type { AppEnv } from '../../../env.ts';
import { type Database, tenantDatabase } from '../../../queries/database.ts';
import { type PileCursor, type PileRow, pilesByKey, pilesPage } from '../../../queries/piles-page.ts';
import { render } from '../../../render.tsx';
import { openDesk } from '../desk.ts';
import { withFacility } from '../facility-filter.ts';
import { staffView } from '../staff-view.tsx';

const page_rows = 50;

/** A pile's id in a cursor; a facility's id has no dot in it. */
const keyPattern = /^(-?[\d.]{1,20})~([\d.]{1,20})~(\d{4}-\d{2})~([0-9A-Za-z-]{1,40})$/;

const writeCursor = ({ facilityId, month }: PileKey, first: number, second: number): string =>
  `${first}~${second}~${month}~${facilityId}`;

/** Where a page begins: the two figures it is ordered by, and the pile; null: at the beginning. */
function readCursor(text: string): (PileKey & { first: number; second: number }) | null {
  const [, first, second, month, facilityId] = keyPattern.exec(text) ?? [];
  if (first === undefined || second === undefined || month === undefined || facilityId === undefined)
    return null;
  return { first: Number(first), second: Number(second), month, facilityId };
}

function readFilter(query: Record<string, string>): PilesFilter {
  const { show, sort, month = '', facility = '', after = '' } = query;
  return {
    show: show === 'all' ? 'all' : 'open',
    sort: pileSorts.find((each) => each === sort) ?? 'weight',
    month: isBillingMonth(month) ? month : '',
    facility: facility.slice(0, 60),
    after,
  };
}

interface Listed {
  rows: PileRow[];
  next: string | null;
}

/** In the order of what is due: the actor knows that order, the database the figures. */
async function byDue(c: Context<AppEnv>, db: Database, { month, after }: PilesFilter): Promise<Listed> {
  const from = readCursor(after);
  const found = await tenantActor(c).pilesByDue({
    limit: page_rows + 1,
    ...(month === '' ? {} : { month }),
    ...(from ? { after: { dueAt: from.first, facilityId: from.facilityId, month: from.month } } : {}),
  });
  const shown = found.slice(0, page_rows);
  const last = shown.at(-1);
  return {
    rows: await pilesByKey(db, shown),
    next: found.length > page_rows && last ? writeCursor(last, last.dueAt, 0) : null,
  };
}

async function listed(c: Context<AppEnv>, db: Database, filter: PilesFilter): Promise<Listed> {
  const { show, sort, month, facility, after } = filter;
  if (sort === 'due' && facility === '' && show === 'open') return byDue(c, db, filter);
  const from = readCursor(after);
  const cursor: PileCursor | null = from && {
    flags: from.first,
    undecided: from.second,
    month: from.month,
    facilityId: from.facilityId,
  };
  const order = sort === 'flags' ? 'flags' : 'weight';
  const asked = { month, facility, open: show === 'open', sort: order, after: cursor } as const;
  const { rows, next } = await pilesPage(db, asked, page_rows);
  return { rows, next: next && writeCursor(next, next.flags, next.undecided) };
}

/** `GET /<tenant>/piles`: where there is most to decide. */
export async function showPiles(c: Context<AppEnv>): Promise<Response> {
  const db = tenantDatabase(c.env, c.var.organisation.id);
  const asked = readFilter(c.req.query());
  const [desk, [meant, facilities]] = await Promise.all([openDesk(c), withFacility(db, asked.facility)]);
  // An order by what the rules raised says as much as a column of it.
  const mayOrder = asked.sort !== 'flags' || c.var.principal.permissions.includes('risk.view');
  const filter: PilesFilter = { ...asked, facility: meant, ...(mayOrder ? {} : { sort: 'weight' }) };
  const { rows, next } = await listed(c, db, filter);
  const keys = rows.map(({ facilityId, month }) => ({ facilityId, month }));
  const dues = await tenantActor(c).pileDues(keys);
  const piles: ListedPile[] = rows.map((row, nth) => ({ ...row, dueAt: dues[nth] ?? null }));
  if (filter.sort === 'due')
    piles.sort((a, b) => (a.dueAt ?? Number.MAX_VALUE) - (b.dueAt ?? Number.MAX_VALUE));
  const { slug, settings, now, counts } = desk;
  const content = (
    <PilesPage
      {...{ slug, now, filter, facilities, next }}
      currency={settings.currency}
      rows={piles}
      risk={desk.may('risk.view')}
    />
  );
  const page = { title: 'Piles', nav: 'piles', see: [], seq: counts.seq };
  return render(c, staffView(c, desk, page, content));
}
