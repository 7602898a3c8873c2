import { type Import, type ImportKind, importPermission } from '../../../schema/domain/imports/import.ts';
import { type Refusal, refuse } from '../../../schema/domain/refusal.ts';
import type { TenantContext } from '../handler.ts';

/** An import takes the permission of its kind, which a gate that knows the command alone cannot ask for. */
export function refuseUnlessMayImport(
  { memory, principal }: TenantContext,
  kind: ImportKind,
): Refusal | null {
  if (principal.via === 'system') return null;
  if (memory.people.permissionsOf(principal)?.includes(importPermission[kind])) return null;
  return refuse('forbidden', 'Your role does not allow this. Ask an administrator of your organisation.');
}

/** The import of this id, if whoever asks may have to do with it. */
export function importOf(context: TenantContext, importId: string): Import | Refusal {
  const record = context.memory.imports.get(importId);
  if (record === null) return refuse('not_found', 'There is no import by this id.');
  return refuseUnlessMayImport(context, record.kind) ?? record;
}
