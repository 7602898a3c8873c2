import type { Context } from 'hono';
import { executeOn } from '../../../durable-objects/tenant/execute.ts';
import { isRefusal, refuse } from '../../../schema/domain/refusal.ts';
import { answerAlertForm } from '../../../schema/forms/answer-alert.ts';
import { putPushSubscriptionForm, removePushSubscriptionForm } from '../../../schema/forms/notifications.ts';
import { VisitDialog } from '../../../views/enrollee/alerts/alert-dialog.tsx';
import { AlertPage } from '../../../views/enrollee/alerts/alert-page.tsx';
import { AlertsPage } from '../../../views/enrollee/alerts/alerts-page.tsx';
import { paths } from '../../../views/paths.ts';
import { Piece } from '../../../views/ui/frame.tsx';
import { answer, statusOf } from '../../answer.ts';
import { command, freshId, readForm, tenantActor } from '../../command.ts';
import { connect } from '../../databases/connect.ts';
import type { AppEnv } from '../../env.ts';
import { alertByNumber, alertsTo, type FoundAlert } from '../../queries/alerts.ts';
import { toldBrowsers } from '../../queries/told-browsers.ts';
import { arriveAt, render, renderPiece } from '../../render.tsx';
import { type MyDesk, nothing } from './desk.ts';
import { myView } from './my-view.tsx';

const page_rows = 50;

/** An alert by the number in the address, if it was put to them or is of their own visit. */
async function ownAlert(c: Context<AppEnv>, { db, zone, person }: MyDesk): Promise<FoundAlert | null> {
  const alert = await alertByNumber(db, zone, c.req.param('number') ?? '');
  return alert && [alert.to, alert.enrolleeId].includes(person.id) ? alert : null;
}

/** `GET /me/alerts`. */
export async function showAlerts(c: Context<AppEnv>, desk: MyDesk): Promise<Response> {
  const [alerts, told] = await Promise.all([
    alertsTo(desk.db, desk.zone, desk.person.id, page_rows),
    toldBrowsers(connect(c.env, `tenant-${desk.tenantId}`), desk.person.id),
  ]);
  const publicKey = c.env.VAPID_PUBLIC_KEY ?? null;
  const content = <AlertsPage {...{ alerts, publicKey, told }} />;
  return render(c, myView(c, desk, { title: 'Alerts', nav: 'alerts' }, content));
}

async function showOne(
  c: Context<AppEnv>,
  desk: MyDesk,
  refusal?: string,
  status?: ReturnType<typeof statusOf>,
): Promise<Response> {
  const alert = await ownAlert(c, desk);
  if (!alert) return answer(c, nothing);
  const { number, state } = alert;
  const content = <AlertPage {...alert} insurer={desk.settings.name} commandId={freshId} refusal={refusal} />;
  const page = { title: 'A visit', nav: 'alerts', see: [`alerts:${number}`] };
  // On its own page the question stands in the page: no dialog covers it.
  const waiting = desk.waiting.filter((each) => each.number !== number);
  const view = myView(c, { ...desk, waiting }, page, content);
  const isAnswered = state !== 'ASKED';
  const beside = isAnswered ? <Piece id={`alert-${number}`} swap="delete" /> : undefined;
  return render(c, { ...view, beside }, status);
}

/** `GET /me/alerts/<number>`: the question, and afterwards the receipt. */
export const showAlert = (c: Context<AppEnv>, desk: MyDesk): Promise<Response> => showOne(c, desk);

/** `GET …/dialog`: the question alone, for a page that has just heard of it; nothing once it is answered. */
export async function showAlertDialog(c: Context<AppEnv>, desk: MyDesk): Promise<Response> {
  const alert = await ownAlert(c, desk);
  if (!alert) return answer(c, nothing);
  if (alert.state !== 'ASKED') return c.body('', 200);
  return renderPiece(c, <VisitDialog {...alert} commandId={freshId()} />);
}

/** `POST …/answers`: *Yes, it's mine* or *Not me*; a reason may come with it, or later. */
export async function answerAlert(c: Context<AppEnv>, desk: MyDesk): Promise<Response> {
  const alert = await ownAlert(c, desk);
  if (!alert) return answer(c, nothing);
  const { number } = alert;
  const form = await readForm(c);
  const reason = form.get('reason').trim();
  const parsed = answerAlertForm.safeParse({
    number,
    answer: form.get('answer'),
    through: 'screen',
    ...(reason === '' ? {} : { reason }),
  });
  if (!parsed.success) return showOne(c, desk, parsed.error.issues[0]?.message, 422);
  const sent = command(c, form.commandId, { type: 'AnswerAlert' as const, input: parsed.data });
  const answered = await executeOn(tenantActor(c, desk.tenantId), sent);
  if (isRefusal(answered)) return showOne(c, desk, answered.message, statusOf(answered));
  return arriveAt(c, paths.alerts.one(number), () => showOne(c, desk));
}

/** `POST /me/alerts/browsers`: this browser agreed to be notified. */
export async function putBrowser(c: Context<AppEnv>, { tenantId }: MyDesk): Promise<Response> {
  const form = await readForm(c);
  const parsed = putPushSubscriptionForm.safeParse({
    endpoint: form.get('endpoint'),
    p256dh: form.get('p256dh'),
    auth: form.get('auth'),
  });
  if (!parsed.success) return answer(c, refuse('invalid', 'This browser cannot be told.'));
  const sent = command(c, form.commandId, { type: 'PutPushSubscription' as const, input: parsed.data });
  const answered = await executeOn(tenantActor(c, tenantId), sent);
  return isRefusal(answered) ? answer(c, answered) : c.body(null, 204);
}

/** `POST /me/alerts/browsers/ends`: this browser is told nothing any more; one that never was is as well off. */
export async function endBrowser(c: Context<AppEnv>, { tenantId }: MyDesk): Promise<Response> {
  const form = await readForm(c);
  const parsed = removePushSubscriptionForm.safeParse({ endpoint: form.get('endpoint') });
  if (!parsed.success) return answer(c, refuse('invalid', 'This is no browser.'));
  const sent = command(c, form.commandId, { type: 'RemovePushSubscription' as const, input: parsed.data });
  const answered = await executeOn(tenantActor(c, tenantId), sent);
  return isRefusal(answered) ? answer(c, answered) : c.body(null, 204);
}
