import type { Context } from 'hono';
import { isRefusal } from '../../../../schema/domain/refusal.ts';
import {
  appealAuthorizationForm,
  dischargeAuthorizationForm,
} from '../../../../schema/forms/decide-authorization.ts';
import {
  answerAuthorizationForm,
  cancelAuthorizationForm,
} from '../../../../schema/forms/on-authorization.ts';
import { paths } from '../../../../views/paths.ts';
import { statusOf } from '../../../answer.ts';
import { readForm } from '../../../command.ts';
import type { AppEnv } from '../../../env.ts';
import { authorizationByNumber } from '../../../queries/authorization-by-number.ts';
import { tenantDatabase } from '../../../queries/database.ts';
import { arriveAt } from '../../../render.tsx';
import { formErrors, refusalErrors } from '../../form-errors.ts';
import { askTenant } from '../ask-facility.ts';
import { filesIdOf, noSuchRequest, type RequestAt, showRequestAt } from './request.tsx';

const atOf = (c: Context<AppEnv>): RequestAt => {
  const { tenant = '', number = '' } = c.req.param();
  return { tenantId: tenant, number };
};

/** The step is done: its page as it is now. */
const arrive = (c: Context<AppEnv>, at: RequestAt) =>
  arriveAt(c, paths.provider.authorization(at.tenantId, at.number), () => showRequestAt(c, at));

/** The files that were added on the page go with what is sent from it. */
async function draftIdFor(
  c: Context<AppEnv>,
  { tenantId, number }: RequestAt,
): Promise<{ draftId?: string }> {
  const db = tenantDatabase(c.env, tenantId);
  const found = await authorizationByNumber(db, number, c.var.organisation.id);
  return found === null ? {} : { draftId: filesIdOf(found) };
}

/** `POST …/answers`: the facility's answer to a query, with the files that were added. */
export async function answerRequest(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const at = atOf(c);
  const text = form.get('answer');
  const { number, tenantId } = at;
  const parsed = answerAuthorizationForm.safeParse({ number, answer: text, ...(await draftIdFor(c, at)) });
  if (!parsed.success)
    return showRequestAt(c, { ...at, answering: { text, errors: formErrors(parsed.error) } }, 422);
  const what = { type: 'AnswerAuthorization' as const, input: parsed.data };
  const answered = await askTenant(c, tenantId, form.commandId, what);
  if (!isRefusal(answered)) return arrive(c, at);
  if (answered.code === 'not_found') return noSuchRequest(c);
  const said =
    answered.code === 'invalid'
      ? { answering: { text, errors: refusalErrors(answered) } }
      : { refusal: answered.message };
  return showRequestAt(c, { ...at, ...said }, statusOf(answered));
}

/** `POST …/cancellations`: nothing is asked any more, or what was granted is given back. */
export async function cancelRequest(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const at = atOf(c);
  const reason = form.get('reason').trim();
  const parsed = cancelAuthorizationForm.safeParse({
    number: at.number,
    ...(reason === '' ? {} : { reason }),
  });
  if (!parsed.success) return showRequestAt(c, { ...at, refusal: 'The reason is too long.' }, 422);
  const what = { type: 'CancelAuthorization' as const, input: parsed.data };
  const answered = await askTenant(c, at.tenantId, form.commandId, what);
  if (!isRefusal(answered)) return arrive(c, at);
  if (answered.code === 'not_found') return noSuchRequest(c);
  return showRequestAt(c, { ...at, refusal: answered.message }, statusOf(answered));
}

/** `POST …/appeals`: an objection to what was decided, with the files that were added. */
export async function appealRequest(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const at = atOf(c);
  const text = form.get('text');
  const { number, tenantId } = at;
  const parsed = appealAuthorizationForm.safeParse({ number, text, ...(await draftIdFor(c, at)) });
  if (!parsed.success)
    return showRequestAt(c, { ...at, appealing: { text, errors: formErrors(parsed.error) } }, 422);
  const what = { type: 'AppealAuthorization' as const, input: parsed.data };
  const answered = await askTenant(c, tenantId, form.commandId, what);
  if (!isRefusal(answered)) return arrive(c, at);
  if (answered.code === 'not_found') return noSuchRequest(c);
  const said =
    answered.code === 'invalid'
      ? { appealing: { text, errors: refusalErrors(answered) } }
      : { refusal: answered.message };
  return showRequestAt(c, { ...at, ...said }, statusOf(answered));
}

/** `POST …/discharges`: an admission is closed. */
export async function dischargeRequest(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const at = atOf(c);
  const dischargedOn = form.get('dischargedOn').trim();
  const version = Number(form.get('version')) || 1;
  const parsed = dischargeAuthorizationForm.safeParse({ number: at.number, version, dischargedOn });
  if (!parsed.success) {
    const errors = { dischargedOn: 'Enter the day of the discharge.' };
    return showRequestAt(c, { ...at, discharging: { dischargedOn, errors } }, 422);
  }
  const what = { type: 'DischargeAuthorization' as const, input: parsed.data };
  const answered = await askTenant(c, at.tenantId, form.commandId, what);
  if (!isRefusal(answered)) return arrive(c, at);
  if (answered.code === 'not_found') return noSuchRequest(c);
  const discharging = { dischargedOn, errors: refusalErrors(answered) };
  return showRequestAt(c, { ...at, discharging }, statusOf(answered));
}
