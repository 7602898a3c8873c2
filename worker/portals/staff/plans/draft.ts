import type { Context } from 'hono';
import { executeOn } from '../../../../durable-objects/tenant/execute.ts';
import type { PlanRules } from '../../../../schema/domain/plans/plan.ts';
import { isRefusal, type Refusal } from '../../../../schema/domain/refusal.ts';
import { publishPlanForm } from '../../../../schema/forms/plans.ts';
import { paths } from '../../../../views/paths.ts';
import { answer } from '../../../answer.ts';
import { command, readForm, type SentForm, tenantActor } from '../../../command.ts';
import type { AppEnv } from '../../../env.ts';
import { arriveAt } from '../../../render.tsx';
import { formErrors, refusalErrors } from '../../form-errors.ts';
import { draftPage } from './draft-page.tsx';
import { noDraft, openDraft } from './open-plan.ts';
import { planPage } from './plan-page.tsx';

/** `GET …/<plan>/draft`. */
export const showDraft = (c: Context<AppEnv>): Promise<Response> => draftPage(c);

/** A refusal about the draft: somebody else was faster, or it cannot be. */
const refused = (c: Context<AppEnv>, refusal: Refusal): Promise<Response> | Response =>
  refusal.code === 'stale' ? draftPage(c, { stale: refusal.message }, 409) : answer(c, refusal);

/** Saves rules as the draft's next revision, if `form` was made from the last one. */
export function saveDraft(c: Context<AppEnv>, form: SentForm, rules: PlanRules) {
  const input = { code: c.req.param('plan') ?? '', revision: Number(form.get('revision') || -1), rules };
  return executeOn(tenantActor(c), command(c, form.commandId, { type: 'SavePlanDraft' as const, input }));
}

const draftAddress = (c: Context<AppEnv>) =>
  paths.staff(c.var.organisation.slug ?? '').planDraft(c.req.param('plan') ?? '');

async function savedBenefits(
  c: Context<AppEnv>,
  form: SentForm,
  change: (benefits: PlanRules['benefits']) => PlanRules['benefits'],
): Promise<Response> {
  const open = await openDraft(c);
  if (open === null) return answer(c, noDraft);
  const { rules } = open.draft;
  const answered = await saveDraft(c, form, { ...rules, benefits: change(rules.benefits) });
  if (isRefusal(answered)) return refused(c, answered);
  return arriveAt(c, draftAddress(c), () => draftPage(c));
}

/** `POST …/draft/order`: a benefit moves up or down by one. */
export async function orderBenefits(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const [code, step] = [form.get('benefit'), form.get('to') === 'up' ? -1 : 1];
  return savedBenefits(c, form, (benefits) => {
    const at = benefits.findIndex((benefit) => benefit.code === code);
    const [moved, other] = [benefits[at], benefits[at + step]];
    if (moved === undefined || other === undefined) return benefits;
    return benefits.map((benefit, i) => (i === at ? other : i === at + step ? moved : benefit));
  });
}

/** `POST …/draft/benefits/<benefit>/removals`; benefits that stood within it stand alone. */
export async function removeBenefit(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const code = c.req.param('benefit');
  return savedBenefits(c, form, (benefits) =>
    benefits
      .filter((benefit) => benefit.code !== code)
      .map((benefit) => (benefit.within === code ? { ...benefit, within: null } : benefit)),
  );
}

/** `POST …/draft/discard`. */
export async function discardDraft(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const code = c.req.param('plan') ?? '';
  const input = { code, revision: Number(form.get('revision') || -1) };
  const answered = await executeOn(
    tenantActor(c),
    command(c, form.commandId, { type: 'DiscardPlanDraft' as const, input }),
  );
  if (isRefusal(answered)) return refused(c, answered);
  return arriveAt(c, paths.staff(c.var.organisation.slug ?? '').plan(code), () => planPage(c));
}

/** `POST …/<plan>/publications`: the draft becomes the next version. */
export async function publishDraft(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const code = c.req.param('plan') ?? '';
  const from = form.get('from');
  const parsed = publishPlanForm.safeParse({ code, revision: Number(form.get('revision') || -1), from });
  if (!parsed.success) return draftPage(c, { from, errors: formErrors(parsed.error) }, 422);
  const sent = command(c, form.commandId, { type: 'PublishPlan' as const, input: parsed.data });
  const answered = await executeOn(tenantActor(c), sent);
  if (isRefusal(answered)) {
    if (answered.code !== 'invalid') return refused(c, answered);
    return draftPage(c, { from, errors: refusalErrors(answered) }, 422);
  }
  return arriveAt(c, paths.staff(c.var.organisation.slug ?? '').plan(code), () => planPage(c));
}
