import type { Context } from 'hono';
import { versionOn } from '../../../../schema/domain/plans/version-on.ts';
import { type PlanForms, PlanPage } from '../../../../views/hmo/plans/plan-page.tsx';
import { answer } from '../../../answer.ts';
import { freshId } from '../../../command.ts';
import type { AppEnv } from '../../../env.ts';
import { render } from '../../../render.tsx';
import { staffView } from '../staff-view.tsx';
import { noPlan, openPlan } from './open-plan.ts';
import { plansToCopy } from './start-rules.ts';

/** Answers with a plan's page; `forms` is what was refused. */
export async function planPage(
  c: Context<AppEnv>,
  forms: Partial<PlanForms> = {},
  code?: string,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const open = await openPlan(c, code);
  if (open === null) return answer(c, noPlan);
  const { desk, plan, versions, draft, names, today } = open;
  const others = (await plansToCopy(desk.db)).filter((other) => other.code !== plan.code);
  const inForce = versionOn(versions, today);
  const asked = Number(c.req.query('version') ?? 0);
  const shown = versions.find(({ version }) => version === asked) ?? inForce ?? versions.at(-1) ?? null;
  const start = versions.length === 0 ? 'bronze' : 'latest';
  const page = (
    <PlanPage
      slug={desk.slug}
      today={today}
      plan={plan}
      names={names}
      versions={versions}
      shown={shown}
      inForce={inForce?.version ?? null}
      draft={draft?.rules ? draft : null}
      revision={draft?.revision ?? 0}
      others={others}
      may={{
        update: desk.may('plan.update'),
        retire: desk.may('plan.retire'),
        seeEnrollees: desk.may('enrollee.view'),
      }}
      forms={{
        errors: {},
        name: plan.name,
        scheme: plan.scheme,
        retiredFrom: today,
        start,
        copyOf: '',
        ...forms,
      }}
      ids={{ change: freshId(), start: freshId(), retire: freshId() }}
    />
  );
  return render(c, staffView(c, desk, { title: plan.name, nav: 'plans' }, page), status);
}
