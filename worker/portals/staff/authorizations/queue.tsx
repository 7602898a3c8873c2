import type { Context } from 'hono';
import { authorizationIdOf, urgencies } from '../../../../schema/domain/authorizations/authorization.ts';
import {
  type AuthorizationFilter,
  authorizationTabs,
  statesIn,
} from '../../../../views/hmo/authorizations/queue-filter.ts';
import { AuthorizationQueuePage } from '../../../../views/hmo/authorizations/queue-page.tsx';
import type { AppEnv } from '../../../env.ts';
import { readListCursor, writeListCursor } from '../../../list-cursor.ts';
import {
  type AuthorizationListRow,
  authorizationSearch,
  decidedAuthorizations,
  newestAuthorizations,
  waitingAuthorizations,
  waitingCounts,
} from '../../../queries/authorizations-list.ts';
import type { Database } from '../../../queries/database.ts';
import { render } from '../../../render.tsx';
import { openDesk } from '../desk.ts';
import { withFacility } from '../facility-filter.ts';
import { staffView } from '../staff-view.tsx';
import { shownAuthorization } from './shown-row.ts';

const pageRows = 50;

type Query = Readonly<Record<string, string>>;
type Listed = { rows: AuthorizationListRow[]; next: string | null };

/** Reads the filter from an address; what means nothing is left out rather than refused. */
function readFilter(query: Query): AuthorizationFilter {
  const text = (name: string, most = 60) => (query[name] ?? '').trim().slice(0, most);
  const tab = authorizationTabs.find((each) => each === query.tab) ?? 'waiting';
  return {
    tab,
    urgency: urgencies.find((each) => each === query.urgency) ?? '',
    state: statesIn[tab].find((each) => each === query.state) ?? '',
    facility: text('facility'),
    mine: text('mine') !== '',
    q: text('q'),
    after: text('after', 100),
  };
}

/** A cursor of two numbers: what the list stands in the order of, and the running number. */
function cursorOf(after: string): [number, number] | null {
  const cursor = readListCursor(after);
  const [key, last] = [Number(cursor?.key), Number(cursor?.last)];
  return cursor !== null && Number.isSafeInteger(key) && Number.isSafeInteger(last) ? [key, last] : null;
}

const written = (key: number, last: number) => writeListCursor({ key: String(key), last: String(last) });

async function listed(db: Database, filter: AuthorizationFilter, accountId: string): Promise<Listed> {
  const { tab, urgency, state, facility, mine, q } = filter;
  if (q !== '') return { rows: await authorizationSearch(db, q, pageRows), next: null };
  const narrowed = {
    ...(urgency === '' ? {} : { urgency }),
    ...(state === '' ? {} : { state }),
    ...(facility === '' ? {} : { facilityId: facility }),
    ...(mine ? { of: accountId } : {}),
    limit: pageRows,
  };
  const at = cursorOf(filter.after);
  if (tab === 'waiting' || tab === 'appeals') {
    const after = at && { answerBy: at[0], id: at[1] };
    const asked = { ...narrowed, appeals: tab === 'appeals', ...(after ? { after } : {}) };
    const { rows, next } = await waitingAuthorizations(db, asked);
    return { rows, next: next && written(next.answerBy, next.id) };
  }
  if (tab === 'decided') {
    const before = at && { decidedAt: at[0], id: at[1] };
    const { rows, next } = await decidedAuthorizations(db, { ...narrowed, ...(before ? { before } : {}) });
    return { rows, next: next && written(next.decidedAt, next.id) };
  }
  const asked = tab === 'expired' ? { ...narrowed, state: 'EXPIRED' as const } : narrowed;
  const { rows, next } = await newestAuthorizations(db, { ...asked, ...(at ? { before: at[1] } : {}) });
  return { rows, next: next === null ? null : written(0, next) };
}

async function queueAt(c: Context<AppEnv>, query: Query): Promise<Response> {
  const desk = await openDesk(c);
  const { slug, zone, now, settings, may, db } = desk;
  const said = readFilter(query);
  const [facility, facilities] = await withFacility(db, said.facility);
  const filter = { ...said, facility };
  const [{ rows, next }, counts] = await Promise.all([
    listed(db, filter, c.var.principal.id),
    waitingCounts(db, now),
  ]);
  const { decided = '' } = query;
  const content = (
    <AuthorizationQueuePage
      {...{ slug, zone, now, filter, facilities, next }}
      currency={settings.currency}
      counts={{ ...counts, waiting: desk.counts.requests }}
      rows={rows.map(shownAuthorization)}
      risk={may('risk.view')}
      enters={may('authorization.create')}
      rules={may('authorization.rule_view')}
      decided={authorizationIdOf(decided) === null ? null : decided}
    />
  );
  const page = {
    title: 'Authorizations',
    nav: 'authorizations',
    see: ['authorizations'],
    seq: desk.counts.seq,
  };
  return render(c, staffView(c, desk, page, content));
}

/** `GET /<tenant>/authorizations`: what waits, by time left; its filters and its search. */
export const showAuthorizations = (c: Context<AppEnv>): Promise<Response> => queueAt(c, c.req.query());

/** The list as an address of it says: where somebody comes back to. */
export function showAuthorizationsAt(c: Context<AppEnv>, address: string): Promise<Response> {
  return queueAt(c, Object.fromEntries(new URLSearchParams(address.split('?')[1] ?? '')));
}
