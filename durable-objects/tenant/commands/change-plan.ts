import type { TenantHandler } from '../handler.ts';
import { noPlan } from './plan-facts.ts';

/** Renames a plan, or says which scheme it belongs to; its versions stay as they are. */
export const changePlan: TenantHandler<'ChangePlan'> = {
  wants: (memory, { code }) => [{ shelf: memory.plans, key: code }],
  decide: ({ code, name, scheme }, { memory }) => {
    const there = memory.plans.get(code);
    if (!there) return noPlan(code);
    memory.plans.put({ ...there, plan: { ...there.plan, name, scheme } });
    return { outcome: { code }, subject: `plan:${code}`, data: { plan: code, scheme }, did: {} };
  },
};
