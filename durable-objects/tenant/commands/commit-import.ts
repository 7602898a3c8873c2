import { goodRows } from '../../../schema/domain/imports/import.ts';
import { committed } from '../../../schema/domain/imports/steps.ts';
import { isRefusal, refuse } from '../../../schema/domain/refusal.ts';
import type { TenantHandler } from '../handler.ts';
import { importOf } from '../imports/may-import.ts';

/** Yes to an import that was checked: its good rows are done, the refused ones are left. */
export const commitImport: TenantHandler<'CommitImport'> = {
  wants: (memory, { importId }) => [{ shelf: memory.imports, key: importId }],
  decide: ({ importId }, context) => {
    const { memory, principal, at } = context;
    const record = importOf(context, importId);
    if (isRefusal(record)) return record;
    if (record.state !== 'CHECKED')
      return refuse(
        'wrong_state',
        'Only an import that has been checked, and that nobody decided on, can be applied.',
      );
    if (goodRows(record.checked) === 0)
      return refuse('wrong_state', 'No row of this import would create or change anything.');
    const next = committed(record, { id: principal.id, name: principal.name }, at);
    memory.imports.put(next);
    return {
      outcome: { importId, state: next.state },
      subject: `import:${importId}`,
      data: { checked: { ...record.checked }, state: next.state },
      did: { import: next },
    };
  },
};
