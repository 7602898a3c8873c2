import type { Context } from 'hono';
import { executeOn } from '../../../../durable-objects/tenant/execute.ts';
import { dateIn } from '../../../../schema/domain/dates.ts';
import { versionOn } from '../../../../schema/domain/plans/version-on.ts';
import { isRefusal } from '../../../../schema/domain/refusal.ts';
import { createPlanForm } from '../../../../schema/forms/plans.ts';
import { NewPlanPage, type NewPlanPageProps } from '../../../../views/hmo/plans/new-plan-page.tsx';
import { type PlanRow, PlansPage } from '../../../../views/hmo/plans/plans-page.tsx';
import { paths } from '../../../../views/paths.ts';
import { answer } from '../../../answer.ts';
import { command, freshId, readForm, tenantActor } from '../../../command.ts';
import type { AppEnv } from '../../../env.ts';
import { type ListedPlan, plansPage } from '../../../queries/plans-page.ts';
import { arriveAt, render } from '../../../render.tsx';
import { formErrors, refusalErrors } from '../../form-errors.ts';
import { openDesk } from '../desk.ts';
import { staffView } from '../staff-view.tsx';
import { draftPage } from './draft-page.tsx';
import { planPage } from './plan-page.tsx';
import { plansToCopy, rulesToStart } from './start-rules.ts';

const rowOf = ({ plan, versions, draft }: ListedPlan, today: string): PlanRow => ({
  plan,
  inForce: versionOn(versions, today),
  coming: versions.find(({ from }) => from > today) ?? null,
  draftBy: draft?.savedBy ?? null,
});

/** `GET /<tenant>/plans`. */
export async function showPlans(c: Context<AppEnv>): Promise<Response> {
  const desk = await openDesk(c);
  const after = c.req.query('after') ?? '';
  const { plans, next } = await plansPage(desk.db, { after });
  const today = dateIn(desk.zone, desk.now);
  const rows = plans.map((plan) => rowOf(plan, today));
  const props = {
    slug: desk.slug,
    today,
    rows,
    next,
    after,
    mayCreate: desk.may('plan.create'),
  };
  return render(c, staffView(c, desk, { title: 'Plans', nav: 'plans' }, <PlansPage {...props} />));
}

type Said = Partial<Pick<NewPlanPageProps, 'entry' | 'errors'>>;
const blank = { code: '', name: '', scheme: 'private', start: 'bronze', copyOf: '' };

async function newPlanPage(c: Context<AppEnv>, said: Said = {}, status?: 422): Promise<Response> {
  const desk = await openDesk(c);
  const plans = await plansToCopy(desk.db);
  const props = { slug: desk.slug, commandId: freshId(), plans, entry: blank, errors: {}, ...said };
  return render(
    c,
    staffView(c, desk, { title: 'New plan', nav: 'plans' }, <NewPlanPage {...props} />),
    status,
  );
}

/** `GET /<tenant>/plans/new`. */
export const showNewPlan = (c: Context<AppEnv>): Promise<Response> => newPlanPage(c);

/** `POST /<tenant>/plans`: makes a plan with a draft of its first version, and goes there. */
export async function createPlan(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const entry = {
    code: form.get('code').trim().toUpperCase(),
    name: form.get('name'),
    scheme: form.get('scheme'),
    start: form.get('start'),
    copyOf: form.get('copyOf'),
  };
  const desk = await openDesk(c);
  const begun = await rulesToStart(desk.db, entry.start, entry.copyOf);
  const { code, name, scheme } = entry;
  const parsed = createPlanForm.safeParse({ code, name, scheme, ...('rules' in begun ? begun : {}) });
  if (!parsed.success || 'errors' in begun) {
    const errors = {
      ...(parsed.success ? {} : formErrors(parsed.error)),
      ...('errors' in begun ? begun.errors : {}),
    };
    return newPlanPage(c, { entry, errors }, 422);
  }
  const sent = command(c, form.commandId, { type: 'CreatePlan' as const, input: parsed.data });
  const answered = await executeOn(tenantActor(c), sent);
  if (isRefusal(answered)) {
    if (answered.code !== 'invalid') return answer(c, answered);
    return newPlanPage(c, { entry, errors: refusalErrors(answered) }, 422);
  }
  const to = paths.staff(desk.slug);
  const { code: made } = parsed.data;
  if (parsed.data.rules === undefined) return arriveAt(c, to.plan(made), () => planPage(c, {}, made));
  return arriveAt(c, to.planDraft(made), () => draftPage(c, {}, undefined, made));
}
