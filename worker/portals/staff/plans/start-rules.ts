import { blankRules } from '../../../../schema/domain/plans/blank-rules.ts';
import type { PlanRules } from '../../../../schema/domain/plans/plan.ts';
import { planTiers, templateRules } from '../../../../schema/domain/plans/templates.ts';
import type { FormErrors } from '../../../../views/ui/form.tsx';
import type { Database } from '../../../queries/database.ts';
import { planByCode } from '../../../queries/plan-by-code.ts';
import { plansPage } from '../../../queries/plans-page.ts';

/** Plans that can be copied: those that were published, the first fifty. */
export async function plansToCopy(db: Database): Promise<{ code: string; name: string }[]> {
  const { plans } = await plansPage(db, { after: '' });
  return plans.flatMap(({ plan, versions }) =>
    versions.length === 0 ? [] : [{ code: plan.code, name: plan.name }],
  );
}

/** What a draft begins with; `rules` undefined: with the latest published version. */
export async function rulesToStart(
  db: Database,
  start: string,
  copyOf: string,
): Promise<{ rules?: PlanRules | undefined } | { errors: FormErrors }> {
  if (start === 'latest') return {};
  if (start === 'empty') return { rules: blankRules };
  const tier = planTiers.find((each) => each === start);
  if (tier !== undefined) return { rules: templateRules(tier) };
  if (start !== 'copy') return { errors: { start: 'Choose what to begin with.' } };
  const latest = (await planByCode(db, copyOf))?.versions.at(-1);
  return latest === undefined
    ? { errors: { copyOf: 'Choose the plan to copy: one that was published.' } }
    : { rules: latest.rules };
}
