import { applied } from '../../../schema/domain/imports/steps.ts';
import { isRefusal, refuse } from '../../../schema/domain/refusal.ts';
import type { TenantHandler } from '../handler.ts';
import { importOf } from '../imports/may-import.ts';
import { chunkKey } from '../memory/imports.ts';

/** A portion's rows were done, each by its own command: what became of them. */
export const applyImportRows: TenantHandler<'ApplyImportRows'> = {
  wants: (memory, { importId, chunk }) => [
    { shelf: memory.imports, key: importId },
    { shelf: memory.importChunks, key: chunkKey(importId, chunk) },
  ],
  decide: ({ importId, chunk, results }, context) => {
    const { memory, at } = context;
    const record = importOf(context, importId);
    if (isRefusal(record)) return record;
    const portion = memory.importChunks.get(chunkKey(importId, chunk));
    if (portion === null || record.state !== 'APPLYING' || record.done !== chunk)
      return refuse('wrong_state', 'These rows are not to be applied now.');
    const byRow = new Map(results.map((result) => [result.n, result]));
    const rows = portion.rows.map((row) => ({ ...row, ...byRow.get(row.n) }));
    const next = applied(
      record,
      rows.map(({ outcome }) => outcome ?? 'refused'),
      at,
    );
    memory.importChunks.put({ ...portion, rows });
    memory.imports.put(next);
    return {
      outcome: { importId, state: next.state },
      subject: `import:${importId}`,
      data: { chunk, applied: { ...next.applied }, state: next.state },
      did: { import: next },
    };
  },
};
