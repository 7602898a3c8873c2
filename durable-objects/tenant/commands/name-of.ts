import type { TenantContext } from '../handler.ts';

/** The name of whoever acts, as the tenant's own record has it. */
export const nameOf = ({ memory, principal }: TenantContext): string =>
  memory.people.staff.peek(principal.id)?.name ?? principal.name;
