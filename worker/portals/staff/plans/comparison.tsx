import type { Context } from 'hono';
import type { PlanRules } from '../../../../schema/domain/plans/plan.ts';
import { refuse } from '../../../../schema/domain/refusal.ts';
import { ComparisonPage } from '../../../../views/hmo/plans/comparison-page.tsx';
import { changeSentences, compareRules } from '../../../../views/plans/compare.ts';
import { answer } from '../../../answer.ts';
import type { AppEnv } from '../../../env.ts';
import { render } from '../../../render.tsx';
import { staffView } from '../staff-view.tsx';
import { noPlan, openPlan, type PlanDesk } from './open-plan.ts';

const noVersion = refuse('not_found', 'There is no such version of this plan to compare.');

/** A version by its number, or the draft. */
function rulesNamed({ versions, draft }: PlanDesk, name: string): { title: string; rules: PlanRules } | null {
  if (name === 'draft') return draft?.rules ? { title: 'The draft', rules: draft.rules } : null;
  const found = versions.find(({ version }) => String(version) === name);
  return found ? { title: `Version ${found.version}`, rules: found.rules } : null;
}

/** `GET …/<plan>/comparison?before=1&after=2`: two versions side by side; `whole=1` shows what is the same, too. */
export async function showComparison(c: Context<AppEnv>): Promise<Response> {
  const open = await openPlan(c);
  if (open === null) return answer(c, noPlan);
  const { desk, plan, names } = open;
  const asked = { before: c.req.query('before') ?? '', after: c.req.query('after') ?? '' };
  const [before, after] = [rulesNamed(open, asked.before), rulesNamed(open, asked.after)];
  if (before === null || after === null) return answer(c, noVersion);
  const whole = c.req.query('whole') === '1';
  const parts = compareRules(before.rules, after.rules, names);
  const page = (
    <ComparisonPage
      slug={desk.slug}
      plan={plan}
      before={before.title}
      after={after.title}
      parts={parts}
      sentences={changeSentences(parts)}
      whole={whole}
      other={desk.to.planComparison(plan.code, { ...asked, whole: whole ? null : 1 })}
    />
  );
  return render(c, staffView(c, desk, { title: `${plan.name}: what changed`, nav: 'plans' }, page));
}
