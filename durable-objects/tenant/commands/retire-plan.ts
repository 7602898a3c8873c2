import type { TenantHandler } from '../handler.ts';
import { noPlan } from './plan-facts.ts';

/** Nobody is put on a plan from a day on, or it is in use again; those who are on it stay. */
export const retirePlan: TenantHandler<'RetirePlan'> = {
  wants: (memory, { code }) => [{ shelf: memory.plans, key: code }],
  decide: ({ code, from }, { memory }) => {
    const there = memory.plans.get(code);
    if (!there) return noPlan(code);
    memory.plans.put({ ...there, plan: { ...there.plan, retiredFrom: from } });
    return { outcome: { code }, subject: `plan:${code}`, data: { plan: code, from }, did: {} };
  },
};
