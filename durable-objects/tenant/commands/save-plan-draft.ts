import { blankRules } from '../../../schema/domain/plans/blank-rules.ts';
import { refuse } from '../../../schema/domain/refusal.ts';
import type { TenantHandler } from '../handler.ts';
import { nameOf } from './name-of.ts';
import { noPlan, staleDraft } from './plan-facts.ts';

/**
 * Begins or saves what is to become a plan's next version. A draft may be unfinished: what stands in its way is said
 * when it is to be published.
 */
export const savePlanDraft: TenantHandler<'SavePlanDraft'> = {
  wants: (memory, { code }) => [
    { shelf: memory.plans, key: code },
    { shelf: memory.planDrafts, key: code },
  ],
  decide: ({ code, revision: seen, rules }, context) => {
    const { memory, at } = context;
    const there = memory.plans.get(code);
    if (!there) return noPlan(code);
    const draft = memory.planDrafts.get(code);
    if (draft && draft.revision !== seen) return staleDraft(draft);
    if (draft?.rules && rules === undefined)
      return refuse('wrong_state', 'A draft of this plan is open already: go on with it.');
    const latest = there.versions.at(-1);
    const revision = (draft?.revision ?? 0) + 1;
    memory.planDrafts.put({
      plan: code,
      revision,
      basedOn: draft?.rules ? draft.basedOn : (latest?.version ?? null),
      rules: rules ?? latest?.rules ?? blankRules,
      savedAt: at,
      savedBy: nameOf(context),
    });
    const benefits = (rules ?? latest?.rules)?.benefits.length ?? 0;
    return {
      outcome: { code, revision },
      subject: `plan:${code}`,
      data: { plan: code, revision, benefits },
      did: {},
    };
  },
};
