import { sameRules } from '../../../schema/domain/plans/publishing.ts';
import type { TenantHandler } from '../handler.ts';
import type { PublishedPlan } from '../memory/plans.ts';
import { errorsOfRules, refuseFor, wantsOfRules } from './plan-facts.ts';
import { errorsOfFirstDay, withVersion } from './publish-plan.ts';

/** A plan as an integrator has it: made or renamed, and its rules published unless they are the latest version's. */
export const putPlanVersion: TenantHandler<'PutPlanVersion'> = {
  wants: (memory, { code, rules }) => [{ shelf: memory.plans, key: code }, ...wantsOfRules(memory, rules)],
  decide: ({ code, name, scheme, from, rules }, context) => {
    const { memory } = context;
    const before = memory.plans.get(code);
    const there: PublishedPlan = {
      plan: { code, name, scheme, retiredFrom: before?.plan.retiredFrom ?? null },
      versions: before?.versions ?? [],
    };
    const latest = there.versions.at(-1);
    const publishes = latest === undefined || !sameRules(latest.rules, rules);
    const errors = () => [
      ...errorsOfFirstDay(from, there.versions, context),
      ...errorsOfRules(memory, rules).map((error) => ({ ...error, field: `rules.${error.field}` })),
    ];
    const no = publishes ? refuseFor(errors()) : null;
    if (no) return no;
    const now = publishes ? withVersion(there, from, rules) : there;
    memory.plans.put(now);
    const version = now.versions.at(-1)?.version ?? 0;
    return {
      outcome: { code, version, created: before === null },
      subject: `plan:${code}`,
      data: { plan: code, scheme, version, ...(publishes ? { from, benefits: rules.benefits.length } : {}) },
      did: {},
    };
  },
};
