import type { Context } from 'hono';
import { readSince } from '../../../durable-objects/actor/listeners.ts';
import { authorizationIdOf } from '../../../schema/domain/authorizations/authorization.ts';
import { markNoticesForm } from '../../../schema/forms/organisation.ts';
import type { ClaimNotice } from '../../../views/claims/notice-list.tsx';
import { NoticesPage, NoticesPopover } from '../../../views/claims/notices-page.tsx';
import { isLinkNews } from '../../../views/network/link-words.ts';
import { paths } from '../../../views/paths.ts';
import { freshId, readForm } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import { noticesPage } from '../../queries/notices-page.ts';
import { arriveAt, render, renderPiece } from '../../render.tsx';
import { askFacility } from './ask-facility.ts';
import { type FacilityDesk, openDesk } from './desk.ts';
import { facilityView } from './facility-view.tsx';

const pageRows = 50;
const popoverRows = 8;

/** Where a notice leads: to the request, or to the claim; without its tenant, to the list. */
function hrefOf(tenantId: string | undefined, subject: string): string {
  const to = paths.provider;
  if (authorizationIdOf(subject) !== null)
    return tenantId === undefined ? to.authorizations() : to.authorization(tenantId, subject);
  return tenantId === undefined ? to.claims({ q: subject }) : to.claim(tenantId, subject);
}

async function readNotices(
  c: Context<AppEnv>,
  desk: FacilityDesk,
  limit: number,
  before?: number,
): Promise<ClaimNotice[]> {
  const { id: accountId, permissions } = c.var.principal;
  const rows = await noticesPage(desk.db, {
    accountId,
    permissions,
    limit,
    ...(before === undefined ? {} : { before }),
  });
  return rows.map(({ seq, at, kind, subject, data }) => {
    const unread = seq > desk.seen;
    if (isLinkNews(kind)) {
      const number = `The link with ${data.tenant ?? subject}`;
      return { seq, at, kind, number, about: null, href: paths.provider.link(subject), unread };
    }
    const tenant = desk.tenants.find(({ id }) => id === data.tenantId);
    const about = tenant?.name ?? null;
    const href = hrefOf(tenant?.id, subject);
    return { seq, at, kind, number: subject, about, href, unread };
  });
}

async function noticesAt(c: Context<AppEnv>, before?: number): Promise<Response> {
  const desk = await openDesk(c);
  const found = await readNotices(c, desk, pageRows + 1, before);
  const notices = found.slice(0, pageRows);
  const { zone, unread } = desk;
  const to = paths.provider.notices;
  const older = found.length > pageRows ? to({ before: notices.at(-1)?.seq }) : null;
  const props = {
    notices,
    unread,
    zone,
    older,
    action: to(),
    commandId: freshId(),
    newest: notices[0]?.seq ?? 0,
  };
  return render(c, facilityView(c, desk, { title: 'Notifications' }, <NoticesPage {...props} />));
}

/** `GET /provider/notices`: the page; with `list`, what opens under the bell. */
export async function showNotices(c: Context<AppEnv>): Promise<Response> {
  const { list, before } = c.req.query();
  if (list === undefined) return noticesAt(c, readSince(before) ?? undefined);
  const desk = await openDesk(c);
  const notices = await readNotices(c, desk, popoverRows);
  return renderPiece(c, <NoticesPopover notices={notices} zone={desk.zone} all={paths.provider.notices()} />);
}

/** `POST /provider/notices`: everything up to a number was seen. */
export async function markNotices(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const read = markNoticesForm.safeParse({ seq: Number(form.get('seq')) });
  if (read.success) await askFacility(c, form.commandId, { type: 'MarkNotices', input: read.data });
  return arriveAt(c, paths.provider.notices(), () => noticesAt(c));
}
