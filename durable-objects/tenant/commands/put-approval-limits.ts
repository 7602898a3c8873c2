import type { ApprovalLimits } from '../../../schema/domain/limits/approval-limits.ts';
import { limitKinds, noLimits } from '../../../schema/domain/limits/approval-limits.ts';
import { type FieldError, refuse } from '../../../schema/domain/refusal.ts';
import type { Data } from '../../actor/journal.ts';
import type { TenantHandler } from '../handler.ts';
import { limitsKey } from '../memory/limits.ts';

const same = (a: ApprovalLimits, b: ApprovalLimits): boolean =>
  limitKinds.every((kind) => a[kind] === b[kind]);

/** Sets how much roles may approve alone; holds from the next decision on. Every change stands in the journal, before and after. */
export const putApprovalLimits: TenantHandler<'PutApprovalLimits'> = {
  wants: (memory, { roles }) =>
    roles.flatMap(({ role }) => [
      { shelf: memory.people.roles, key: role },
      { shelf: memory.limits, key: limitsKey.role(role) },
    ]),
  decide: ({ roles }, { memory }) => {
    const unknown = roles.flatMap(({ role }, n): FieldError[] =>
      memory.people.roles.get(role)
        ? []
        : [{ field: `roles.${n}.role`, message: `There is no role ${role}.` }],
    );
    if (unknown[0]) return refuse('invalid', unknown[0].message, unknown);
    const changes: Data[] = [];
    for (const { role, limits } of roles) {
      const before = memory.limits.get(limitsKey.role(role))?.limits ?? noLimits;
      if (same(before, limits)) continue;
      memory.limits.put({ holder: limitsKey.role(role), limits });
      changes.push({ role, before: { ...before }, after: { ...limits } });
    }
    return { outcome: { changed: changes.length }, subject: 'approval-limits', data: { changes }, did: {} };
  },
};
