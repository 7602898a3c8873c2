import { type Context, Hono } from 'hono';
import { executeOn } from '../../durable-objects/tenant/execute.ts';
import { isRefusal, refuse } from '../../schema/domain/refusal.ts';
import { answerAlertForm } from '../../schema/forms/answer-alert.ts';
import { paths, patterns } from '../../views/paths.ts';
import { AlertLinkOver, AlertLinkPage } from '../../views/public/alert-link-page.tsx';
import { answer, statusOf } from '../answer.ts';
import { readForm, systemOf, tenantActor } from '../command.ts';
import type { AppEnv } from '../env.ts';
import { publicDoor } from '../middleware/guard.ts';
import { plainView } from '../plain-view.tsx';
import { alertByNumber } from '../queries/alerts.ts';
import { tenantDatabase } from '../queries/database.ts';
import { tenantSettings } from '../queries/tenant-settings.ts';
import { render } from '../render.tsx';
import { showMails } from './captured.tsx';
import { answerSms } from './sms-answers.ts';
import { type AlertToken, readAlertToken } from './token.ts';

const nothing = refuse('not_found', 'There is nothing at this address.');
const page = { title: 'A visit' };
const usedUp = 'This link has answered already. Sign in to change your answer, or ring your insurer.';

/** The alert as it is now, for whoever holds its link. */
async function show(
  c: Context<AppEnv>,
  { tenantId, number }: AlertToken,
  refusal?: string,
  status?: ReturnType<typeof statusOf>,
): Promise<Response> {
  const db = tenantDatabase(c.env, tenantId);
  const settings = await tenantSettings(db);
  const alert = settings && (await alertByNumber(db, settings.calendar.zone, number));
  if (!settings || !alert) return answer(c, nothing);
  const token = c.req.param('token') ?? '';
  const content = <AlertLinkPage {...alert} insurer={settings.name} token={token} refusal={refusal} />;
  return render(c, plainView({ page, content }), status);
}

async function readToken(c: Context<AppEnv>): Promise<AlertToken | Response> {
  const read = await readAlertToken(c.env, c.req.param('token') ?? '');
  if (read === 'over') return render(c, plainView({ page, content: <AlertLinkOver /> }), 410);
  return read ?? answer(c, nothing);
}

/** `GET /alerts/<token>`: the question. Scanners fetch links: nothing is ever answered by that. */
async function showLink(c: Context<AppEnv>): Promise<Response> {
  const read = await readToken(c);
  return read instanceof Response ? read : show(c, read);
}

/** `POST`: the answer, once by each link; the token's own id is the command's. Nobody has to sign in to deny a visit. */
async function answerLink(c: Context<AppEnv>): Promise<Response> {
  const read = await readToken(c);
  if (read instanceof Response) return read;
  const { id, tenantId, number, through } = read;
  const form = await readForm(c);
  const parsed = answerAlertForm.safeParse({ number, answer: form.get('answer'), through });
  if (!parsed.success) return show(c, read, parsed.error.issues[0]?.message, 422);
  const answered = await executeOn(tenantActor(c, tenantId), {
    id: `alert-${id}`,
    principal: systemOf({ kind: 'tenant', id: tenantId }),
    command: { type: 'AnswerAlert', input: parsed.data },
  });
  if (!isRefusal(answered)) return c.redirect(paths.alerts.link(c.req.param('token') ?? ''), 303);
  const said = answered.code === 'id_reused' ? usedUp : answered.message;
  return show(c, read, said, statusOf(answered));
}

/** Where links in messages lead, and answers to text messages come in. */
export const alertLinks = new Hono<AppEnv>()
  .get(patterns.alerts.mail, publicDoor, showMails)
  .post(patterns.alerts.smsAnswers, publicDoor, answerSms)
  .get(patterns.alerts.link, publicDoor, showLink)
  .post(patterns.alerts.link, publicDoor, answerLink);
