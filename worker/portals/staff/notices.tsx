import type { Context } from 'hono';
import { readSince } from '../../../durable-objects/actor/listeners.ts';
import { executeOn } from '../../../durable-objects/tenant/execute.ts';
import { authorizationIdOf } from '../../../schema/domain/authorizations/authorization.ts';
import { isMemberId } from '../../../schema/domain/ids.ts';
import { investigationIdOf } from '../../../schema/domain/investigations/investigation.ts';
import { markNoticesForm } from '../../../schema/forms/organisation.ts';
import type { ClaimNotice } from '../../../views/claims/notice-list.tsx';
import { NoticesPage, NoticesPopover } from '../../../views/claims/notices-page.tsx';
import { isLinkNews } from '../../../views/network/link-words.ts';
import { command, freshId, readForm, tenantActor } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import { noticesPage } from '../../queries/notices-page.ts';
import { arriveAt, render, renderPiece } from '../../render.tsx';
import { openDesk, type StaffDesk } from './desk.ts';
import { staffView } from './staff-view.tsx';

const pageRows = 50;
const popoverRows = 8;

/** The facility, or who did what: what a notice of a claim says beside its number. */
function aboutOf(
  kind: string,
  { facility, by, with: holder }: Record<string, string | number>,
): string | null {
  if (kind === 'reassigned') return holder ? `now with ${holder}` : 'free for all';
  if (typeof by === 'string') return `by ${by}`;
  return typeof facility === 'string' ? facility : null;
}

/** Where a notice leads: to whose link it is, to the client, to the request, to the person, to the investigation, or to the claim. */
function hrefOf({ to }: StaffDesk, kind: string, subject: string): string {
  if (kind === 'client-not-told') return to.client(subject);
  if (isLinkNews(kind)) return to.provider(subject);
  if (authorizationIdOf(subject) !== null) return to.authorization(subject);
  if (isMemberId(subject)) return to.enrollee(subject);
  return investigationIdOf(subject) === null ? to.claim(subject) : to.investigation(subject);
}

async function readNotices(
  c: Context<AppEnv>,
  desk: StaffDesk,
  limit: number,
  before?: number,
): Promise<ClaimNotice[]> {
  const { id: accountId, permissions } = c.var.principal;
  const rows = await noticesPage(desk.db, {
    accountId,
    permissions,
    tenantStaff: true,
    limit,
    ...(before === undefined ? {} : { before }),
  });
  return rows.map(({ seq, at, kind, subject, data }) => {
    const facility = typeof data.facility === 'string' ? data.facility : null;
    const isLink = isLinkNews(kind);
    if (typeof data.claims === 'number') {
      const href = desk.to.claims({ view: kind === 'late' ? 'late' : 'open' });
      return {
        seq,
        at,
        kind: `${kind}-many`,
        number: `${data.claims} claims`,
        about: null,
        href,
        unread: seq > desk.seen,
      };
    }
    return {
      seq,
      at,
      kind,
      number: isLink ? `The link with ${facility ?? subject}` : subject,
      about: isLink ? null : aboutOf(kind, data),
      href: hrefOf(desk, kind, subject),
      unread: seq > desk.seen,
    };
  });
}

async function noticesAt(c: Context<AppEnv>, before?: number): Promise<Response> {
  const desk = await openDesk(c);
  const found = await readNotices(c, desk, pageRows + 1, before);
  const notices = found.slice(0, pageRows);
  const { zone, unread, to } = desk;
  const older = found.length > pageRows ? to.notices({ before: notices.at(-1)?.seq }) : null;
  const props = {
    notices,
    unread,
    zone,
    older,
    action: to.notices(),
    commandId: freshId(),
    newest: notices[0]?.seq ?? 0,
  };
  return render(c, staffView(c, desk, { title: 'Notifications' }, <NoticesPage {...props} />));
}

/** `GET /<tenant>/notices`: the page; with `list`, what opens under the bell. */
export async function showNotices(c: Context<AppEnv>): Promise<Response> {
  const { list, before } = c.req.query();
  if (list === undefined) return noticesAt(c, readSince(before) ?? undefined);
  const desk = await openDesk(c);
  const notices = await readNotices(c, desk, popoverRows);
  return renderPiece(c, <NoticesPopover notices={notices} zone={desk.zone} all={desk.to.notices()} />);
}

/** `POST /<tenant>/notices`: everything up to a number was seen. */
export async function markNotices(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const read = markNoticesForm.safeParse({ seq: Number(form.get('seq')) });
  if (read.success)
    await executeOn(tenantActor(c), command(c, form.commandId, { type: 'MarkNotices', input: read.data }));
  return arriveAt(c, c.req.path, () => noticesAt(c));
}
