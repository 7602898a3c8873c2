import type { Context } from 'hono';
import { executeOn } from '../../../../durable-objects/tenant/execute.ts';
import { isRefusal } from '../../../../schema/domain/refusal.ts';
import { changePlanForm, retirePlanForm } from '../../../../schema/forms/plans.ts';
import { paths } from '../../../../views/paths.ts';
import { answer } from '../../../answer.ts';
import { command, readForm, tenantActor } from '../../../command.ts';
import type { AppEnv } from '../../../env.ts';
import { arriveAt } from '../../../render.tsx';
import { formErrors, refusalErrors } from '../../form-errors.ts';
import { draftPage } from './draft-page.tsx';
import { noPlan, openPlan } from './open-plan.ts';
import { planPage } from './plan-page.tsx';
import { rulesToStart } from './start-rules.ts';

/** `GET /<tenant>/plans/<plan>`. */
export const showPlan = (c: Context<AppEnv>): Promise<Response> => planPage(c);

const address = (c: Context<AppEnv>) =>
  paths.staff(c.var.organisation.slug ?? '').plan(c.req.param('plan') ?? '');

/** `POST /<tenant>/plans/<plan>`: its name and scheme. */
export async function changePlan(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const entry = { name: form.get('name'), scheme: form.get('scheme') };
  const parsed = changePlanForm.safeParse({ code: c.req.param('plan'), ...entry });
  if (!parsed.success) {
    const { code, ...errors } = formErrors(parsed.error);
    return code === undefined ? planPage(c, { ...entry, errors }, undefined, 422) : answer(c, noPlan);
  }
  const sent = command(c, form.commandId, { type: 'ChangePlan' as const, input: parsed.data });
  const answered = await executeOn(tenantActor(c), sent);
  if (isRefusal(answered)) return answer(c, answered);
  return arriveAt(c, address(c), () => planPage(c));
}

/** `POST …/<plan>/retirements`: nobody is put on it from a day on, or it is in use again. */
export async function retirePlan(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const retiredFrom = form.get('retiredFrom');
  const from = form.get('back') === '1' ? null : retiredFrom;
  const parsed = retirePlanForm.safeParse({ code: c.req.param('plan'), from });
  if (!parsed.success) {
    const { code, from: wrong } = formErrors(parsed.error);
    if (code !== undefined || wrong === undefined) return answer(c, noPlan);
    return planPage(c, { retiredFrom, errors: { retiredFrom: wrong } }, undefined, 422);
  }
  const sent = command(c, form.commandId, { type: 'RetirePlan' as const, input: parsed.data });
  const answered = await executeOn(tenantActor(c), sent);
  if (isRefusal(answered)) return answer(c, answered);
  return arriveAt(c, address(c), () => planPage(c));
}

/** `POST …/<plan>/drafts`: begins a draft of the next version, and goes there. */
export async function beginDraft(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const open = await openPlan(c);
  if (open === null) return answer(c, noPlan);
  const { desk, plan } = open;
  const entry = { start: form.get('start'), copyOf: form.get('copyOf') };
  const begun = await rulesToStart(desk.db, entry.start, entry.copyOf);
  if ('errors' in begun) return planPage(c, { ...entry, errors: begun.errors }, undefined, 422);
  const input = { code: plan.code, revision: Number(form.get('revision') || 0), ...begun };
  const sent = command(c, form.commandId, { type: 'SavePlanDraft' as const, input });
  const answered = await executeOn(tenantActor(c), sent);
  if (isRefusal(answered)) {
    const status = answered.code === 'stale' || answered.code === 'wrong_state' ? 409 : null;
    if (status === null) return answer(c, answered);
    return planPage(c, { ...entry, errors: refusalErrors(answered) }, undefined, status);
  }
  return arriveAt(c, desk.to.planDraft(plan.code), () => draftPage(c));
}
