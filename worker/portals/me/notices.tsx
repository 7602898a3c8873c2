import type { Context } from 'hono';
import { executeOn } from '../../../durable-objects/tenant/execute.ts';
import type { MemberTopic } from '../../../schema/domain/members/member-news.ts';
import { mailTopics, mutableTopics } from '../../../schema/domain/members/member-notices.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import { markNoticesForm } from '../../../schema/forms/organisation.ts';
import { putNoticePreferencesForm } from '../../../schema/forms/portal.ts';
import { myNoticeWords } from '../../../views/enrollee/notice-words.ts';
import { type MyNotice, MyNoticesPage, MyNoticesPopover } from '../../../views/enrollee/notices-page.tsx';
import { paths } from '../../../views/paths.ts';
import { answer } from '../../answer.ts';
import { command, freshId, readForm, tenantActor } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import { myNotices } from '../../queries/my-notices.ts';
import { render, renderPiece } from '../../render.tsx';
import { arriveAnew, type MyDesk } from './desk.ts';
import { myView } from './my-view.tsx';

const page_rows = 30;
const popover_rows = 8;

/** Where a notice leads. */
function hrefOf(
  { topic, about, what }: { topic: MemberTopic; about: string; what: string },
  memberId: string | undefined,
): string {
  if (what === 'family') return paths.me.family();
  if (topic === 'claims') return paths.me.claim(about);
  if (topic === 'authorizations') return paths.me.authorization(about);
  if (topic === 'alerts') return paths.alerts.one(about);
  return topic === 'check-ins' ? paths.me.checkIns() : paths.me.coverage({ of: memberId });
}

async function readNotices(
  { db, person, seen, now, seenUpTo }: MyDesk,
  limit: number,
  before: number | null,
) {
  const of = { own: person.id, seen: seen.map(({ id }) => id), now };
  const rows = await myNotices(db, of, { before, limit });
  return rows.map(({ seq, at, topic, about, what, personId }): MyNotice & { seq: number } => {
    const whose = personId === person.id ? undefined : seen.find(({ id }) => id === personId);
    return {
      seq,
      at,
      text: myNoticeWords(topic, about, what),
      whose: whose?.firstName ?? null,
      href: hrefOf({ topic, about, what }, whose?.memberId),
      unread: seq > seenUpTo,
    };
  });
}

async function noticesPage(c: Context<AppEnv>, desk: MyDesk, saved: boolean): Promise<Response> {
  const { before } = c.req.query();
  const last = before !== undefined && /^\d{1,15}$/.test(before) ? Number(before) : null;
  const found = await readNotices(desk, page_rows + 1, last);
  const notices = found.slice(0, page_rows);
  const older = found.length > page_rows ? paths.me.notices({ before: notices.at(-1)?.seq }) : null;
  const content = (
    <MyNoticesPage
      {...{ notices, older, saved }}
      unread={desk.unread}
      zone={desk.zone}
      newest={notices[0]?.seq ?? 0}
      off={desk.person.noticesOff}
      mail={desk.person.noticesByMail}
      address={desk.person.email}
      mails={desk.settings.channels.email !== null}
      commandIds={{ mark: freshId(), preferences: freshId() }}
    />
  );
  return render(c, myView(c, desk, { title: 'Notifications', nav: 'notices' }, content));
}

/** `GET /me/notices`: the page; with `list`, what opens under the bell. */
export async function showNotices(c: Context<AppEnv>, desk: MyDesk): Promise<Response> {
  const { list, saved } = c.req.query();
  if (list === undefined) return noticesPage(c, desk, saved !== undefined);
  const notices = await readNotices(desk, popover_rows, null);
  return renderPiece(c, <MyNoticesPopover notices={notices} zone={desk.zone} />);
}

/** `POST /me/notices`: everything up to a number was seen. */
export async function markNotices(c: Context<AppEnv>, desk: MyDesk): Promise<Response> {
  const form = await readForm(c);
  const read = markNoticesForm.safeParse({ seq: Number(form.get('seq')) });
  if (read.success) {
    const what = { type: 'MarkOwnNotices' as const, input: read.data };
    await executeOn(tenantActor(c, desk.tenantId), command(c, form.commandId, what));
  }
  return arriveAnew(c, paths.me.notices(), (_, anew) => noticesPage(c, anew, false));
}

/** `POST /me/notices/preferences`: of each kind whether it is told, and by e-mail as well. */
export async function saveNoticePreferences(c: Context<AppEnv>, desk: MyDesk): Promise<Response> {
  const form = await readForm(c);
  const input = putNoticePreferencesForm.parse({
    off: mutableTopics.filter((topic) => form.get(topic) === 'off'),
    mail: mailTopics.filter((topic) => form.get(topic) === 'mail'),
  });
  const what = { type: 'PutNoticePreferences' as const, input };
  const answered = await executeOn(tenantActor(c, desk.tenantId), command(c, form.commandId, what));
  if (isRefusal(answered)) return answer(c, answered);
  return arriveAnew(c, paths.me.notices({ saved: 1 }), (_, anew) => noticesPage(c, anew, true));
}
