import type { Context } from 'hono';
import type { AuthorizationState } from '../../../../schema/domain/authorizations/authorization.ts';
import type { Standing } from '../../../../views/authorizations/words.ts';
import type { FacilityRequest } from '../../../../views/provider/authorizations/request-rows.tsx';
import {
  RequestsPage,
  type RequestTab,
  requestTabs,
} from '../../../../views/provider/authorizations/requests-page.tsx';
import type { AppEnv } from '../../../env.ts';
import { tenantDatabase } from '../../../queries/database.ts';
import {
  type FacilityRequestRow,
  newestRequests,
  numberOfCode,
  type RequestCursor,
  requestSearch,
  waitingRequests,
} from '../../../queries/facility-authorizations.ts';
import { render } from '../../../render.tsx';
import { type FacilityDesk, openDesk } from '../desk.ts';
import { facilityView } from '../facility-view.tsx';

const pageRows = 50;

/** So many queries stand above what waits; more of them are found among it. */
const queries_max = 20;

/** A code is looked for in the records of so many HMOs. */
const searched_max = 12;

const granted: readonly AuthorizationState[] = ['APPROVED', 'PARTIALLY_APPROVED', 'USED'];

/** A request as lists show it: its standing, and the clock that runs for the HMO. */
function shown(row: FacilityRequestRow): FacilityRequest {
  const { state, appealed, dueAt, clock_ms, queriedAt, ...rest } = row;
  const standing: Standing = appealed ? 'APPEALED' : state;
  const clock = dueAt === null ? null : { dueAt, clock_ms, stands: queriedAt !== null };
  return { ...rest, standing, clock };
}

function readCursor(after: string): RequestCursor | null {
  const [, at, tenantId = '', number = ''] =
    /^(\d{1,15})\.([\w-]{1,40})\.(PA-[\d-]{1,20})$/.exec(after) ?? [];
  return at === undefined ? null : { at: Number(at), tenantId, number };
}

/** Requests that a text names: by number or member id in the facility's own records, by code in its HMOs'. */
async function searched(
  c: Context<AppEnv>,
  { db, tenants }: FacilityDesk,
  q: string,
): Promise<FacilityRequestRow[]> {
  const found = await requestSearch(db, q, pageRows);
  const code = q.trim().toUpperCase();
  if (found.length > 0 || !/^[A-Z]{2,6}-[A-Z]{2}-\d{6}-\w{6}$/.test(code)) return found;
  const { id } = c.var.organisation;
  const asked = tenants.slice(0, searched_max).map(async (tenant) => {
    const number = await numberOfCode(tenantDatabase(c.env, tenant.id), id, code);
    const rows = number === null ? [] : await requestSearch(db, number, pageRows);
    return rows.filter(({ tenantId }) => tenantId === tenant.id);
  });
  return (await Promise.all(asked)).flat();
}

async function listed({ db }: FacilityDesk, tab: RequestTab, after: string) {
  const cursor = readCursor(after);
  const limit = pageRows + 1;
  const waits = tab === 'waiting' || tab === 'appeals';
  const found = waits
    ? await waitingRequests(db, { appeals: tab === 'appeals', after: cursor, limit })
    : await newestRequests(db, { states: tab === 'codes' ? granted : [], before: cursor, limit });
  const rows = found.slice(0, pageRows);
  const last = rows.at(-1);
  const at = waits ? last?.dueAt : last?.requestedAt;
  return { rows, next: found.length > pageRows && last ? `${at}.${last.tenantId}.${last.number}` : null };
}

/** `GET /provider/authorizations`: the facility's requests over all its tenants. */
export async function showRequests(c: Context<AppEnv>): Promise<Response> {
  const query = c.req.query();
  const tab = requestTabs.find((each) => each === query.tab) ?? 'waiting';
  const q = (query.q ?? '').trim().slice(0, 60);
  const after = (query.after ?? '').slice(0, 100);
  const desk = await openDesk(c);
  const overview = tab === 'waiting' && q === '' && after === '';
  const [{ rows, next }, queries] = await Promise.all([
    q === '' ? listed(desk, tab, after) : { rows: await searched(c, desk, q), next: null },
    overview ? newestRequests(desk.db, { states: ['QUERIED'], before: null, limit: queries_max }) : [],
  ]);
  const asked = new Set(queries.map(({ tenantId, number }) => `${tenantId} ${number}`));
  const content = (
    <RequestsPage
      {...{ tab, q, after, next }}
      zone={desk.zone}
      now={desk.now}
      waiting={desk.requests}
      rows={rows.filter(({ tenantId, number }) => !asked.has(`${tenantId} ${number}`)).map(shown)}
      queries={queries.map(shown)}
      asks={desk.may('facility.authorization.request')}
    />
  );
  const page = { title: 'Authorizations', nav: 'authorizations', see: ['authorizations'], seq: desk.seq };
  return render(c, facilityView(c, desk, page, content));
}
