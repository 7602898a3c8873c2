import { enrolleeOf } from '../../../schema/domain/members/portal-id.ts';
import type { Principal } from '../../../schema/domain/permissions.ts';
import type { Want } from '../../actor/book.ts';
import type { TenantMemory } from '../memory.ts';

/** Whose browsers are meant: an enrollee's own; null: it is no enrollee. */
export const ownId = ({ organisation: { kind, id } }: Principal): string | null =>
  kind === 'enrollee' ? (enrolleeOf(id)?.enrolleeId ?? null) : null;

/** Their browsers. */
export function ownWants(memory: TenantMemory, principal: Principal): Want[] {
  const id = ownId(principal);
  return id === null ? [] : [{ shelf: memory.browsers, key: id }];
}
