import type { ApprovalLimits, Ceiling, LimitKind } from '../../../schema/domain/limits/approval-limits.ts';
import type { Principal } from '../../../schema/domain/permissions.ts';
import type { Want } from '../../actor/book.ts';
import { insertRows, readJson } from '../../actor/json-rows.ts';
import type { Kind } from '../../actor/shelf.ts';
import type { TenantMemory } from '../memory.ts';

/** The ceilings of one role, or of one API key. */
export interface HeldLimits {
  holder: string;
  limits: ApprovalLimits;
}

/** Whose ceilings they are: a role's, by its key; an API key's, by its id. */
export const limitsKey = {
  role: (key: string): string => `role:${key}`,
  key: (id: string): string => `key:${id}`,
};

export const limitsKind: Kind<HeldLimits> = {
  name: 'approval limits',
  capacity: 700,
  keys: ({ holder }) => [holder],
  read: (keys) =>
    readJson(
      'approval_limits',
      { holder: 'holder', limits: 'json(limits)' },
      'holder in (select value from json_each(?))',
      keys,
    ),
  parse: (text) => {
    const found: HeldLimits[] = JSON.parse(text);
    return found;
  },
  write: (made, changed) =>
    insertRows(
      'approval_limits',
      ['holder', 'limits'],
      [...made, ...changed].map(({ holder, limits }) => [holder, limits]),
      'on conflict do update set limits = excluded.limits',
    ),
};

function holderOf({ people }: TenantMemory, principal: Principal): string | null {
  if (principal.via === 'key') return limitsKey.key(principal.id);
  const role = people.staff.peek(principal.id)?.roleKey;
  return role === undefined ? null : limitsKey.role(role);
}

/** What must be in memory to know how much somebody may approve alone. */
export function limitsWants(memory: TenantMemory, principal: Principal): Want[] {
  const holder = holderOf(memory, principal);
  return holder === null ? [] : [{ shelf: memory.limits, key: holder }];
}

/** How much somebody may approve alone: undefined is nothing. What the system approves has its own ceiling (straight-through). */
export function ceilingOf(memory: TenantMemory, principal: Principal, kind: LimitKind): Ceiling | undefined {
  if (principal.via === 'system') return 'unlimited';
  const holder = holderOf(memory, principal);
  return holder === null ? undefined : memory.limits.get(holder)?.limits[kind];
}
