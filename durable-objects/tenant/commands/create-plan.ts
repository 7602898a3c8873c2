import { refuse } from '../../../schema/domain/refusal.ts';
import type { TenantHandler } from '../handler.ts';
import { nameOf } from './name-of.ts';

/** Adds a plan; with rules a draft of its first version is begun. Nobody can be on it before that is published. */
export const createPlan: TenantHandler<'CreatePlan'> = {
  wants: (memory, { code }) => [
    { shelf: memory.plans, key: code },
    { shelf: memory.planDrafts, key: code },
  ],
  decide: ({ code, name, scheme, rules }, context) => {
    const { memory, at } = context;
    const there = memory.plans.get(code);
    if (there) {
      const message = `${code} is the code of ${there.plan.name}: choose another.`;
      return refuse('invalid', message, [{ field: 'code', message }]);
    }
    memory.plans.put({ plan: { code, name, scheme, retiredFrom: null }, versions: [] });
    if (rules !== undefined) {
      const savedBy = nameOf(context);
      memory.planDrafts.put({ plan: code, revision: 1, basedOn: null, rules, savedAt: at, savedBy });
    }
    return { outcome: { code }, subject: `plan:${code}`, data: { plan: code, scheme }, did: {} };
  },
};
