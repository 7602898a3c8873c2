import { coverDates } from '../../schema/domain/members/cover-dates.ts';
import type { Enrollee } from './memory/enrollees.ts';
import type { TenantMemory } from './memory.ts';

/** Keeps what the family knows of a dependant in step with them. Their family must be in memory. */
export function putInFamily(memory: TenantMemory, { id, principalId, relation, cover }: Enrollee): void {
  if (principalId === null) return;
  const members = memory.families.get(principalId)?.members ?? [];
  const member = { id, relation, coverTo: coverDates(cover).to };
  const others = members.filter((each) => each.id !== id);
  memory.families.put({ principalId, members: [...others, member] });
}
