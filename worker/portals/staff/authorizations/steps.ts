import type { Context } from 'hono';
import { executeOn } from '../../../../durable-objects/tenant/execute.ts';
import { isRefusal, refuse } from '../../../../schema/domain/refusal.ts';
import {
  decideAppealForm,
  dischargeAuthorizationForm,
  extendAuthorizationForm,
} from '../../../../schema/forms/decide-authorization.ts';
import { paths } from '../../../../views/paths.ts';
import type { FormErrors } from '../../../../views/ui/form.tsx';
import { answer, statusOf } from '../../../answer.ts';
import { command, readForm, tenantActor } from '../../../command.ts';
import type { AppEnv } from '../../../env.ts';
import { authorizationByNumber } from '../../../queries/authorization-by-number.ts';
import { tenantDatabase } from '../../../queries/database.ts';
import { tenantReasonCodes } from '../../../queries/reason-codes.ts';
import { arriveAt } from '../../../render.tsx';
import { formErrors, refusalErrors } from '../../form-errors.ts';
import { readSeenOf } from '../read-decision.ts';
import { afterDecision, refusedDecision } from './decisions.ts';
import {
  atFirstReason,
  chosenReasons,
  decidableLines,
  grantOf,
  readRequestEntry,
} from './read-request-decision.ts';
import { showRequestNumbered } from './request-view.tsx';

const noSuchRequest = refuse('not_found', 'There is no request of this number.');
const numberOf = (c: Context<AppEnv>) => c.req.param('number') ?? '';

/** The request's page as it is now. */
const arrive = (c: Context<AppEnv>, number: string) =>
  arriveAt(c, paths.staff(c.var.organisation.slug ?? '').authorization(number), () =>
    showRequestNumbered(c, number),
  );

/** `POST …/extensions`: the code is valid longer, an admission is granted further days. */
export async function extendRequest(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const number = numberOf(c);
  const text = (name: string) => form.get(name).trim();
  const entry = {
    validTo: text('validTo'),
    days: text('days'),
    override: text('override'),
    sentence: text('sentence'),
  };
  const again = (errors: FormErrors, status: Parameters<typeof showRequestNumbered>[3]) =>
    showRequestNumbered(c, number, { extending: { entry, errors } }, status);
  const given = Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== ''));
  const days =
    entry.days === '' ? {} : { days: /^\d{1,3}$/.test(entry.days) ? Number(entry.days) : Number.NaN };
  const version = Number(form.get('version')) || 1;
  const parsed = extendAuthorizationForm.safeParse({ ...given, ...days, number, version });
  if (!parsed.success) return again(formErrors(parsed.error), 422);
  const what = { type: 'ExtendAuthorization' as const, input: parsed.data };
  const answered = await executeOn(tenantActor(c), command(c, form.commandId, what));
  return isRefusal(answered) ? again(refusalErrors(answered), statusOf(answered)) : arrive(c, number);
}

/** `POST …/discharges`: an admission is closed. */
export async function dischargeRequest(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const number = numberOf(c);
  const dischargedOn = form.get('dischargedOn').trim();
  const again = (errors: FormErrors, status: Parameters<typeof showRequestNumbered>[3]) =>
    showRequestNumbered(c, number, { discharging: { dischargedOn, errors } }, status);
  const version = Number(form.get('version')) || 1;
  const parsed = dischargeAuthorizationForm.safeParse({ number, version, dischargedOn });
  if (!parsed.success) return again({ dischargedOn: 'Enter the day of the discharge.' }, 422);
  const what = { type: 'DischargeAuthorization' as const, input: parsed.data };
  const answered = await executeOn(tenantActor(c), command(c, form.commandId, what));
  return isRefusal(answered) ? again(refusalErrors(answered), statusOf(answered)) : arrive(c, number);
}

type Deciding = Parameters<typeof grantOf>[0] & { version: number };

/** What was entered about an appeal as a command, or what is wrong in which field. */
function appealDecision({ version, ...of }: Deciding) {
  const { authorization, entry } = of;
  const on = {
    number: authorization.number,
    version,
    reasons: chosenReasons(entry),
    sentence: entry.sentence,
  };
  const { outcome } = entry;
  if (outcome !== 'approve' && outcome !== 'reject')
    return { errors: { outcome: 'Choose to overturn or uphold it.' } };
  const read = outcome === 'approve' ? grantOf(of) : { errors: {}, grant: {} };
  const verdict = outcome === 'approve' ? 'overturn' : 'uphold';
  const parsed = decideAppealForm.safeParse({ ...read.grant, ...on, verdict });
  const wrong = parsed.success ? {} : atFirstReason(formErrors(parsed.error));
  const errors: FormErrors = { ...read.errors, ...wrong };
  return parsed.success && Object.keys(errors).length === 0 ? { input: parsed.data } : { errors };
}

/** `POST …/appeals/<n>/decisions`: the decision stands, or there is a new one. */
export async function decideAppeal(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const number = numberOf(c);
  const db = tenantDatabase(c.env, c.var.organisation.id);
  const [authorization, reasons] = await Promise.all([
    authorizationByNumber(db, number),
    tenantReasonCodes(db),
  ]);
  if (authorization === null) return answer(c, noSuchRequest);
  const seen = readSeenOf(form, decidableLines(authorization), true);
  const entry = readRequestEntry(form, authorization, seen);
  const kept = { entry, seen, back: form.get('back') };
  const version = Number(form.get('version')) || 1;
  const read = appealDecision({ authorization, version, entry, reasons, seen });
  if (read.errors !== undefined) return showRequestNumbered(c, number, { ...kept, errors: read.errors }, 422);
  const what = { type: 'DecideAppeal' as const, input: read.input };
  const answered = await executeOn(tenantActor(c), command(c, form.commandId, what));
  if (!isRefusal(answered)) return afterDecision(c, db, authorization, form);
  const lines = read.input.verdict === 'overturn' ? (read.input.lines ?? []) : [];
  return refusedDecision(c, number, answered, kept, lines);
}
