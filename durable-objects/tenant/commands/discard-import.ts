import { isAtWork } from '../../../schema/domain/imports/import.ts';
import { discarded } from '../../../schema/domain/imports/steps.ts';
import { isRefusal, refuse } from '../../../schema/domain/refusal.ts';
import type { TenantHandler } from '../handler.ts';
import { importOf } from '../imports/may-import.ts';

/** No to an import that waits, whose rows go; of one that is done only the rows go, when their time is over. */
export const discardImport: TenantHandler<'DiscardImport'> = {
  wants: (memory, { importId }) => [{ shelf: memory.imports, key: importId }],
  decide: ({ importId }, context) => {
    const { memory, principal, at } = context;
    const record = importOf(context, importId);
    if (isRefusal(record)) return record;
    const isOver = record.state === 'DONE' && principal.via === 'system';
    if (isAtWork(record) || record.state === 'DISCARDED' || (record.state === 'DONE' && !isOver))
      return refuse('wrong_state', 'Only an import that waits for a decision can be discarded.');
    const next = isOver ? { ...record, expiresAt: null } : discarded(record, at);
    memory.imports.put(next);
    return {
      outcome: { importId, state: next.state },
      subject: `import:${importId}`,
      data: { state: next.state },
      did: { import: next },
    };
  },
};
