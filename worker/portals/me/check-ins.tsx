import type { Context } from 'hono';
import { executeOn } from '../../../durable-objects/tenant/execute.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import { answerVisitForm } from '../../../schema/forms/visits.ts';
import { CheckInsPage } from '../../../views/enrollee/check-ins-page.tsx';
import { paths } from '../../../views/paths.ts';
import { answer } from '../../answer.ts';
import { command, freshId, readForm, tenantActor } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import { visitsOfEnrollees } from '../../queries/visits-of-enrollees.ts';
import { arriveAt, render } from '../../render.tsx';
import type { MyDesk } from './desk.ts';
import { myView } from './my-view.tsx';

const page_rows = 20;

/** `GET /me/check-ins`: where somebody was checked in in their name, or in that of whom they may see. */
export async function showCheckIns(c: Context<AppEnv>, desk: MyDesk): Promise<Response> {
  const asked = c.req.query('after') ?? '';
  const before = /^\d{1,15}$/.test(asked) ? Number(asked) : null;
  const ids = desk.seen.map(({ id }) => id);
  const found = await visitsOfEnrollees(desk.db, ids, { before, limit: page_rows + 1 });
  const visits = found.slice(0, page_rows);
  const next = found.length > page_rows ? String(visits[page_rows - 1]?.id ?? '') : null;
  const shown = visits.map((visit) => ({ ...visit, commandId: freshId() }));
  const content = (
    <CheckInsPage
      visits={shown}
      own={desk.person.id}
      zone={desk.zone}
      after={before === null ? '' : asked}
      next={next}
    />
  );
  return render(c, myView(c, desk, { title: 'Check-ins', nav: 'check-ins' }, content));
}

/** `POST /me/check-ins/<visit>/answers`: the visit was theirs, or it was not. */
export async function answerCheckIn(c: Context<AppEnv>, desk: MyDesk): Promise<Response> {
  const form = await readForm(c);
  const reason = form.get('reason').trim();
  const read = answerVisitForm.safeParse({
    number: c.req.param('number'),
    mine: form.get('answer') === 'mine',
    ...(reason === '' ? {} : { reason }),
  });
  if (!read.success) return showCheckIns(c, desk);
  const what = { type: 'AnswerVisit' as const, input: read.data };
  const answered = await executeOn(tenantActor(c, desk.tenantId), command(c, form.commandId, what));
  if (isRefusal(answered)) return answer(c, answered);
  return arriveAt(c, paths.me.checkIns(), () => showCheckIns(c, desk));
}
