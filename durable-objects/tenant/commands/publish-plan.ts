import { dateIn } from '../../../schema/domain/dates.ts';
import type { PlanRules, PlanVersion } from '../../../schema/domain/plans/plan.ts';
import { checkFirstDay } from '../../../schema/domain/plans/publishing.ts';
import { type FieldError, refuse } from '../../../schema/domain/refusal.ts';
import type { TenantContext, TenantHandler } from '../handler.ts';
import type { PublishedPlan } from '../memory/plans.ts';
import { only } from '../memory/settings.ts';
import { nameOf } from './name-of.ts';
import { errorsOfRules, noPlan, refuseFor, staleDraft, wantsOfRules } from './plan-facts.ts';

/** What is wrong with the first day of a plan's next version. */
export function errorsOfFirstDay(
  from: string,
  versions: readonly PlanVersion[],
  { memory, at }: TenantContext,
): FieldError[] {
  const zone = memory.settings.get(only)?.calendar.zone ?? 'UTC';
  return checkFirstDay(from, versions, dateIn(zone, at));
}

/** The plan with one version more; it is never changed from now on. */
export function withVersion(there: PublishedPlan, from: string, rules: PlanRules): PublishedPlan {
  const { plan, versions } = there;
  const version = (versions.at(-1)?.version ?? 0) + 1;
  const next: PlanVersion = { plan: plan.code, version, state: 'PUBLISHED', from, revision: 0, rules };
  return { plan, versions: [...versions, next] };
}

/** A draft becomes the plan's next version. */
export const publishPlan: TenantHandler<'PublishPlan'> = {
  wants: (memory, { code }) => {
    const rules = memory.planDrafts.peek(code)?.rules;
    return [
      { shelf: memory.plans, key: code },
      { shelf: memory.planDrafts, key: code },
      ...(rules ? wantsOfRules(memory, rules) : []),
    ];
  },
  decide: ({ code, revision: seen, from }, context) => {
    const { memory, at } = context;
    const there = memory.plans.get(code);
    if (!there) return noPlan(code);
    const draft = memory.planDrafts.get(code);
    if (draft && draft.revision !== seen) return staleDraft(draft);
    if (!draft?.rules) return refuse('wrong_state', 'There is no draft of this plan to publish.');
    const no = refuseFor([
      ...errorsOfFirstDay(from, there.versions, context),
      ...errorsOfRules(memory, draft.rules),
    ]);
    if (no) return no;
    const published = withVersion(there, from, draft.rules);
    const version = published.versions.length;
    memory.plans.put(published);
    memory.planDrafts.put({
      ...draft,
      revision: draft.revision + 1,
      rules: null,
      savedAt: at,
      savedBy: nameOf(context),
    });
    return {
      outcome: { code, version },
      subject: `plan:${code}`,
      data: { plan: code, version, from, benefits: draft.rules.benefits.length },
      did: {},
    };
  },
};
