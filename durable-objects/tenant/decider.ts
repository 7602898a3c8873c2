import type { Decider } from '../../schema/domain/claims/deciding.ts';
import type { TenantContext } from './handler.ts';

/** Who decides, by the name their own record has. */
export const deciderOf = ({ memory, principal, at }: TenantContext): Decider => ({
  at,
  id: principal.id,
  name: memory.people.staff.peek(principal.id)?.name ?? principal.name,
});
